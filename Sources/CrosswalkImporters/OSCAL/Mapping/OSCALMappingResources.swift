import CrosswalkModel
import CrosswalkOSCAL

/// Tells which framework a mapped resource is.
///
/// What the user names goes first, then how known publications are recognised, then an address that ends with the
/// name of a known framework.
struct OSCALMappingResources {
  let source: FrameworkID?
  let target: FrameworkID?
  let known: KnownFrameworks
  let frameworks: Set<FrameworkID>

  /// The framework of a `source-resource` or `target-resource`.
  func framework(
    of name: String, in mapping: OSCALElement, root: OSCALElement, start: SourceLocation
  ) throws(ImportError) -> FrameworkID {
    guard let resource = mapping.first(name) else {
      throw ImportError(.missingElement(name, in: mapping.name), at: mapping.location ?? start)
    }
    let isSource = name == "source-resource"
    if let named = isSource ? source : target { return named }
    let address = resource["href"] ?? ""
    let facts = Self.facts(of: address, in: root)
    if let rule = known.rule(format: .oscalMapping, facts: facts)
      ?? known.rule(format: .oscalCatalog, facts: facts)
    {
      return rule.framework
    }
    let own = facts.compactMap { FrameworkID($0.value) }.first { frameworks.contains($0) }
    if let own { return own }
    throw ImportError(
      .unknownEnd(
        isSource ? "source" : "target", prefix: address,
        option: isSource ? "--source-framework" : "--target-framework"), at: resource.location ?? start)
  }

  /// The parts of an address, and titles and addresses of the resource of the document that it leads to.
  private static func facts(of address: String, in root: OSCALElement) -> [Property] {
    var addresses = [address]
    var facts: [Property] = []
    if address.hasPrefix("#") {
      let uuid = String(address.dropFirst())
      let resource = root.first("back-matter")?.elements("resource").first { $0["uuid"] == uuid }
      facts += (resource?.elements("title") ?? []).map { Property(name: "title", value: $0.text) }
      addresses += (resource?.elements("rlink") ?? []).compactMap { $0["href"] }
    }
    for address in addresses {
      for part in address.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }) {
        facts.append(Property(name: "resource", value: String(part)))
        if let dot = part.lastIndex(of: ".") {
          facts.append(Property(name: "resource", value: String(part[..<dot])))
        }
      }
    }
    return facts
  }
}

/// What holds for each map of a mapping, unless the map says otherwise.
struct OSCALMappingDefaults {
  var method: MappingClaim.Method?
  var rationale: MappingClaim.Rationale?
  var status = MappingClaim.Status.draft
  /// Words outside the vocabulary that have one meaning.
  var corrections: [NotUsed] = []

  /// Reads the attributes of the provenance or of a mapping.
  init(_ element: OSCALElement, of outer: OSCALMappingDefaults?, start: SourceLocation) throws(ImportError) {
    let place = element.location ?? start
    method = outer?.method
    rationale = outer?.rationale
    status = outer?.status ?? .draft
    switch element["method"] {
    case nil: break
    case "manual"?:
      method = .human
      corrections.append(
        NotUsed(
          location: place, what: "method \"manual\"",
          why: "OSCAL has no such method; it is taken as \"human\""))
    case let word?: method = try Self.word(word, "method", "human, automation, hybrid", at: place)
    }
    if let word = element["matching-rationale"] {
      rationale = try Self.word(word, "matching-rationale", "syntactic, semantic, functional", at: place)
    }
    switch element["status"] {
    case nil: break
    case "not-complete"?: status = .draft
    case let word?:
      status = try Self.word(
        word, "status", "complete, not-complete, draft, deprecated, superseded", at: place)
    }
  }

  static func word<Word: RawRepresentable<String>>(
    _ word: String, _ what: String, _ allowed: String, at place: SourceLocation
  ) throws(ImportError) -> Word {
    if let known = Word(rawValue: word) { return known }
    throw ImportError(.invalidValue(word, of: what, allowed: allowed), at: place)
  }
}
