import CrosswalkModel
import CrosswalkOSCAL

/// Makes claims of the maps of a collection.
struct OSCALMappingReader {
  /// The namespace of what this toolkit adds.
  static let namespace = "urn:x-crosswalk:oscal"

  let start: SourceLocation
  let defaults: OSCALMappingDefaults
  let author: String?
  private(set) var claims: [MappingClaim] = []
  private(set) var notUsed: [NotUsed] = []

  init(start: SourceLocation, defaults: OSCALMappingDefaults, author: String?) {
    self.start = start
    self.defaults = defaults
    self.author = author
    notUsed = defaults.corrections
  }

  /// Lists the children of `element` that have another name.
  mutating func passOver(_ element: OSCALElement?, but read: Set<String>) {
    for child in element?.elements ?? [] where !read.contains(child.name) {
      let what = child.unknownKey.map { "member \"\($0)\"" } ?? "element <\(child.name)>"
      notUsed.append(
        NotUsed(
          location: child.location ?? start, what: what,
          why: child.unknownKey == nil
            ? "it describes the collection, not its maps" : "OSCAL has none such here"))
    }
  }

  mutating func read(
    _ mapping: OSCALElement, _ resources: OSCALMappingResources, in root: OSCALElement
  ) throws(ImportError) {
    let own = try OSCALMappingDefaults(mapping, of: defaults, start: start)
    notUsed += own.corrections
    let source = try resources.framework(of: "source-resource", in: mapping, root: root, start: start)
    let target = try resources.framework(of: "target-resource", in: mapping, root: root, start: start)
    passOver(
      mapping,
      but: ["source-resource", "target-resource", "map", "source-gap-summary", "target-gap-summary"])
    for map in mapping.elements("map") { claims.append(try claim(map, source, target, own, in: mapping)) }
    for summary in ["source-gap-summary", "target-gap-summary"] {
      for element in mapping.elements(summary) { listUnmapped(element) }
    }
  }

  /// Names each control that the publisher left unmapped.
  private mutating func listUnmapped(_ summary: OSCALElement) {
    for selection in summary.elements("unmapped-controls") {
      let names = selection.elements("with-id").map { ($0.text, $0) }
      let patterns = selection.elements("matching").map {
        ($0["pattern"] ?? $0.first("pattern")?.text ?? "", $0)
      }
      for (name, element) in names + patterns {
        notUsed.append(
          NotUsed(
            location: element.location ?? start, what: "unmapped control \"\(name)\"",
            why: "unmapped by its publisher, which is no review: no claim of \"no counterpart\""))
      }
    }
  }

  // MARK: A map

  private mutating func claim(
    _ map: OSCALElement, _ source: FrameworkID, _ target: FrameworkID, _ defaults: OSCALMappingDefaults,
    in mapping: OSCALElement
  ) throws(ImportError) -> MappingClaim {
    let place = map.location ?? start
    let own = try OSCALMappingDefaults(map, of: defaults, start: start)
    let word = try relation(map, at: place)
    var claim = MappingClaim(
      id: ClaimID(ownProperty("claim", of: map) ?? ""),
      source: .nodes(try items("source", of: map, source)),
      target: .nodes(try items("target", of: map, target)),
      relations: word.relations(isStrict: ownProperty("strict", of: map) == "true"), token: word.token,
      rationale: own.rationale, confidence: try confidence(map), method: own.method, status: own.status,
      author: author, origin: place)
    let note = map.elements("remarks").map(Self.paragraphs).joined(separator: "\n")
    claim.note = note.isEmpty ? nil : note
    try readOwnFacts(of: map, into: &claim, at: place)
    claim.properties = properties(map, in: mapping)
    passOver(
      map,
      but: [
        "relationship", "source", "target", "qualifier", "confidence-score", "coverage", "prop", "link",
        "remarks",
      ])
    return claim
  }

  private func relation(_ map: OSCALElement, at place: SourceLocation) throws(ImportError) -> RelationWord {
    guard let element = map.first("relationship") else {
      throw ImportError(.missingElement("relationship", in: map.name), at: place)
    }
    let namespaces = [nil, "http://csrc.nist.gov/ns/oscal", OSCALElement.namespace, Self.namespace]
    guard namespaces.contains(map["ns"]), let word = RelationWord(element.text) else {
      let name = map["ns"].map { "\(element.text) of \($0)" } ?? element.text
      throw ImportError(
        .invalidValue(name, of: "relationship", allowed: RelationWord.allowed), at: element.location ?? place)
    }
    return word
  }

  private mutating func items(
    _ side: String, of map: OSCALElement, _ framework: FrameworkID
  ) throws(ImportError) -> [ControlID] {
    var nodes: [ControlID] = []
    for item in map.elements(side) {
      let place = item.location ?? map.location ?? start
      if let type = item["type"], !["control", "statement"].contains(type) {
        notUsed.append(
          NotUsed(
            location: place, what: "type \"\(type)\"",
            why: "nothing of this type can be mapped; the name tells"))
      }
      let misspelled = item.textOfUnknown(key: "id_ref")
      if misspelled != nil {
        notUsed.append(NotUsed(location: place, what: "member \"id_ref\"", why: "it is read as \"id-ref\""))
      }
      guard let name = item["id-ref"] ?? misspelled else {
        throw ImportError(.missingAttribute("id-ref", element: side), at: place)
      }
      let local = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !local.isEmpty, !local.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "|" }) else {
        throw ImportError(.malformedReference(name), at: place)
      }
      let node = ControlID(framework: framework, local: local)
      if !nodes.contains(node) { nodes.append(node) }
    }
    guard !nodes.isEmpty else {
      throw ImportError(.missingElement(side, in: map.name), at: map.location ?? start)
    }
    return nodes
  }

  private func confidence(_ map: OSCALElement) throws(ImportError) -> Double? {
    guard let percentage = map.first("confidence-score")?.first("percentage") else { return nil }
    let text = String(percentage.text.trimmingBlanks)
    let isPlain = text.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
    if isPlain, let number = Double(text), (0...1).contains(number) { return number }
    throw ImportError(
      .invalidValue(text, of: "percentage", allowed: "0 through 1, with a decimal point"),
      at: percentage.location ?? map.location ?? start)
  }

  /// The text of blocks, one line a block.
  private static func paragraphs(_ element: OSCALElement) -> String {
    let blocks = element.elements.isEmpty ? [element] : element.elements
    return blocks.map { String($0.text.trimmingBlanks) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
