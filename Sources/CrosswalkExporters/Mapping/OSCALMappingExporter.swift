import CrosswalkDigest
import CrosswalkModel
import CrosswalkOSCAL

/// Claims as an OSCAL 1.2 mapping collection, one mapping for each direction.
///
/// What OSCAL has no place for (identity, status, author, review, strictness and revisions of a single map) stands in
/// properties of the toolkit's own namespace, so that importing the file gives the same claims. "Related" and denials
/// are relationships of that namespace. A claim of no counterpart has no map: its control stands in the gap summary with
/// what was not mapped at all, and remarks keep the two apart. An alternative route has no place at all. Coverage stands
/// only where a gap report judged it: how many maps there are is no share of requirements dealt with. Dates follow from the
/// claims, the identifier of the collection from all that it says.
public struct OSCALMappingExporter: Exporter {
  /// The namespace of what the toolkit adds.
  static let namespace = "urn:x-crosswalk:oscal"

  private let form: OSCALForm
  private let report: GapReport?

  /// Creates an exporter of one form.
  ///
  /// - Parameter report: A gap report between the same frameworks: the mapping from its source to its target then carries
  ///   the proven part of the coverage, and the verdicts on what no map deals with.
  public init(form: OSCALForm, judgedBy report: GapReport? = nil) {
    self.form = form
    self.report = report
  }

  /// The whole document.
  public func export(_ set: MappingSet) -> [UInt8] {
    let set = set.withoutAlternatives
    let root = document(set)
    switch form {
    case .xml: return OSCALXMLWriter.write(root)
    case .json: return OSCALJSONWriter.write(root)
    }
  }

  // MARK: Document

  private func document(_ set: MappingSet) -> OSCALElement {
    let title = "\(set.from.title) and \(set.to.title)"
    var root = OSCALElement("mapping-collection")
    var metadata = OSCALElement("metadata")
    metadata.append(OSCALElement("title", text: title))
    metadata.append(OSCALElement("last-modified", text: "\(set.newestDay)T00:00:00Z"))
    metadata.append(OSCALElement("version", text: "1.0"))
    metadata.append(OSCALElement("oscal-version", text: "1.2.0"))
    let provenance = OSCALProvenance(set)
    for element in provenance.rolesAndParties { metadata.append(element) }
    metadata.append(Self.blocks("remarks", set.notice))
    root.append(metadata)
    root.append(provenance.element)
    let pairs = [(set.from, set.to), (set.to, set.from)]
    for (source, target) in pairs {
      if let mapping = mapping(source, target, set) { root.append(mapping) }
    }
    // Named by all that it says, whatever question led to it; one name for both forms.
    root["uuid"] = Self.uuid("collection \(String(decoding: OSCALXMLWriter.write(root), as: UTF8.self))")
    return root
  }

  // MARK: Mapping

  private func mapping(
    _ source: MappingSet.End, _ target: MappingSet.End, _ set: MappingSet
  ) -> OSCALElement? {
    let claims = set.claims.filter {
      $0.source.framework == source.framework && $0.target.framework == target.framework
    }
    let maps = claims.filter { !$0.isNoCounterpart }
    // OSCAL knows no mapping without a map.
    guard !maps.isEmpty else { return nil }
    let name = "\(source.framework) \(target.framework)"
    var mapping = OSCALElement("mapping", [.init("uuid", Self.uuid("mapping \(name)"))])
    mapping.append(Self.resource("source-resource", source))
    mapping.append(Self.resource("target-resource", target))
    for claim in maps { mapping.append(OSCALMapElement.map(claim, set)) }
    let judged = report.flatMap { $0.target.id.framework == target.framework ? $0 : nil }
    if let judged { mapping.append(OSCALJudgement(judged).description) }
    let absent = set.claims.filter(\.isNoCounterpart)
    for (side, end) in [("source", source), ("target", target)] {
      let summary =
        side == "target" && judged != nil
        ? judged.map { OSCALGapSummary($0) } : OSCALGapSummary(end: end, claims: absent)
      if let element = summary?.element(named: "\(side)-gap-summary", in: name) { mapping.append(element) }
    }
    if let judged { mapping.append(OSCALJudgement(judged).coverage) }
    return mapping
  }

  private static func resource(_ name: String, _ end: MappingSet.End) -> OSCALElement {
    var resource = OSCALElement(
      name, [.init("type", "catalog"), .init("href", "urn:x-crosswalk:framework:\(end.framework)")])
    resource.append(property("revision", end.revision?.rawValue ?? "unknown"))
    return resource
  }

  // MARK: Parts

  /// A property of the toolkit's own namespace.
  static func property(_ name: String, _ value: String) -> OSCALElement {
    OSCALElement("prop", [.init("name", name), .init("ns", namespace), .init("value", value)])
  }

  /// Formatted text of one block a line.
  static func blocks(_ name: String, _ text: String) -> OSCALElement {
    var element = OSCALElement(name)
    for line in text.split(whereSeparator: \.isNewline) where !line.trimmingBlanks.isEmpty {
      // Runs of blanks do not count in formatted text, and JSON does not keep them.
      element.append(
        OSCALElement("p", text: line.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }
    return element
  }

  /// The namespace of identifiers of documents: `0f1d3a52-6b7c-5e8f-a0b1-c2d3e4f50617`, fixed for good.
  private static let space: [UInt8] = [
    0x0f, 0x1d, 0x3a, 0x52, 0x6b, 0x7c, 0x5e, 0x8f, 0xa0, 0xb1, 0xc2, 0xd3, 0xe4, 0xf5, 0x06, 0x17,
  ]

  static func uuid(_ name: String) -> String { ContentDigest.uuidVersion5(namespace: space, name: name) }
}
