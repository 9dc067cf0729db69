import CrosswalkModel
import CrosswalkOSCAL

extension OSCALMappingReader {
  /// The value of a property that this toolkit writes.
  func ownProperty(_ name: String, of map: OSCALElement) -> String? {
    map.elements("prop").first { $0["ns"] == Self.namespace && $0["name"] == name }?["value"]
  }

  /// Facts of a claim that OSCAL has no place for.
  func readOwnFacts(
    of map: OSCALElement, into claim: inout MappingClaim, at place: SourceLocation
  ) throws(ImportError) {
    if let word = ownProperty("status", of: map) {
      claim.status = try OSCALMappingDefaults.word(
        word, "status", "draft, complete, deprecated, superseded, rejected", at: place)
    }
    if let word = ownProperty("method", of: map) {
      claim.method =
        word == "unknown"
        ? nil : try OSCALMappingDefaults.word(word, "method", "human, automation, hybrid, unknown", at: place)
    }
    if ownProperty("rationale", of: map) == "unknown" { claim.rationale = nil }
    if let text = ownProperty("strength", of: map) {
      guard let number = Int(text), (0...10).contains(number) else {
        throw ImportError(.invalidValue(text, of: "strength", allowed: "0 through 10"), at: place)
      }
      claim.strength = number
    }
    // A map that says who is known by what names its author, or has none: those of the collection are not its own.
    claim.author =
      ownProperty("author", of: map) ?? (ownProperty("claim", of: map) == nil ? claim.author : nil)
    claim.reviewer = ownProperty("reviewer", of: map)
    claim.sourceRevision = ownProperty("source-revision", of: map).flatMap { RevisionID($0) }
    claim.targetRevision = ownProperty("target-revision", of: map).flatMap { RevisionID($0) }
    for (name, field) in [("date", \MappingClaim.date), ("reviewed-on", \MappingClaim.reviewedOn)] {
      guard let text = ownProperty(name, of: map) else { continue }
      guard let day = CalendarDate(text) else {
        throw ImportError(.invalidValue(text, of: name, allowed: "a day YYYY-MM-DD"), at: place)
      }
      claim[keyPath: field] = day
    }
  }

  /// Everything else that a map and its mapping say, as properties.
  func properties(_ map: OSCALElement, in mapping: OSCALElement) -> [Property] {
    var properties: [Property] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { properties.append(Property(name: name, value: value)) }
    }
    add("map-uuid", ownProperty("claim", of: map) == nil ? map["uuid"] : nil)
    add("confidence-category", map.first("confidence-score")?.first("category")?.text)
    if let coverage = map.first("coverage") {
      add("target-coverage", coverage.text)
      add("coverage-generation-method", coverage["generation-method"])
    }
    for qualifier in map.elements("qualifier") {
      let words = ["subject", "predicate", "category"].compactMap {
        qualifier[$0] ?? qualifier.first($0)?.text
      }
      let text = (qualifier.first("description")?.text ?? "").trimmingBlanks
      let remarks = (qualifier.first("remarks")?.text ?? "").trimmingBlanks
      add("qualifier", words.joined(separator: " ") + ": " + text + (remarks.isEmpty ? "" : " (\(remarks))"))
    }
    for prop in map.elements("prop") where prop["ns"] != Self.namespace {
      let space = prop["ns"].map { "\($0) " } ?? ""
      add(space + (prop["name"] ?? "prop"), prop["value"])
      add(space + (prop["name"] ?? "prop") + " group", prop["group"])
    }
    for link in map.elements("link") { add("link " + (link["rel"] ?? "reference"), link["href"]) }
    for side in ["source", "target"] {
      for item in map.elements(side) {
        let name = "\(side) \(item["id-ref"] ?? "")"
        for prop in item.elements("prop") { add("\(name) \(prop["name"] ?? "prop")", prop["value"]) }
        for link in item.elements("link") { add("\(name) link", link["href"]) }
        add("\(name) remarks", item.first("remarks").map { String($0.text.trimmingBlanks) })
      }
    }
    return properties
  }
}
