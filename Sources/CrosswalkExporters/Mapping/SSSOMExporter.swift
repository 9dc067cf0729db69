import CrosswalkModel

/// Claims as a set of mappings in SSSOM's TSV form.
///
/// Predicates are those that the table of relations names: a subset is a `skos:broadMatch`, since the object is then
/// the broader one. SKOS cannot say proper overlap, rationale, strength and status; these stand in extension slots,
/// declared in the metadata, so that importing the file gives the same relations and ends. A union is a composed
/// entity. Alternative routes are no mappings: the comment says how many are left out. There is no date and no licence but the unspecified one: nobody stated them.
public struct SSSOMExporter: Exporter {
  /// The namespace of names that the toolkit makes.
  static let namespace = "urn:x-crosswalk:"

  /// Creates an exporter.
  public init() {}

  /// Metadata, a header and one row for each claim.
  public func export(_ set: MappingSet) -> [UInt8] {
    let set = set.withoutAlternatives
    var text = Self.metadata(set)
    let rows = set.claims.map {
      SSSOMClaimRow($0, isStale: set.stale.contains($0.id), title: set.title)
    }
    // Columns without any value are left out.
    let columns = SSSOMClaimRow.columns.filter { column in
      SSSOMClaimRow.needed.contains(column) || rows.contains { $0[column] != nil }
    }
    text += columns.joined(separator: "\t") + "\n"
    for row in rows { text += columns.map { Self.cell(row[$0] ?? "") }.joined(separator: "\t") + "\n" }
    return Array(text.utf8)
  }

  private static func metadata(_ set: MappingSet) -> String {
    let frameworks = Set([set.from.framework, set.to.framework]).sorted()
    var lines = ["sssom_version: \"1.1\"", "curie_map:"]
    lines += frameworks.map { "  \($0): \(JSONText.string("\(namespace)framework:\($0):"))" }
    lines.append("  crosswalk: \(JSONText.string(namespace))")
    lines += [
      "mapping_set_id: \(JSONText.string("\(namespace)mapping:\(set.from.framework)--\(set.to.framework)"))",
      "mapping_set_title: \(JSONText.string("\(set.from.title) and \(set.to.title)"))",
      "comment: \(JSONText.string(set.notice))", "license: \"https://w3id.org/sssom/license/unspecified\"",
      "extension_definitions:",
    ]
    let isMarked = set.claims.contains { set.stale.contains($0.id) }
    for slot in SSSOMClaimRow.extensions where slot != SSSOMClaimRow.staleExtension || isMarked {
      lines.append("  - slot_name: crosswalk_\(slot)")
      lines.append("    property: crosswalk:\(slot)")
    }
    return lines.map { "#\($0)\n" }.joined()
  }

  /// A cell in quotes where it must be.
  private static func cell(_ text: String) -> String {
    let guarded = text.filter { $0 != "\0" }
    guard guarded.utf8.contains(where: { [0x09, 0x0A, 0x0D].contains($0) }) || guarded.first == "\"" else {
      return guarded
    }
    return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
