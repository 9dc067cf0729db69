import CrosswalkModel
import Testing

/// A node of a catalog written down, with what is in it.
struct RevisionSketch: Sendable {
  var local: String
  var kind = NodeKind.statement
  var label = ""
  var title = ""
  var text = ""
  var summary = ""
  var modality: Modality?
  var roles: RoleSet = []
  var appliesFrom = ""
  var isWithdrawn = false
  var facts: [(NodeFact.Kind, String, String)] = []
  var parts: [RevisionSketch] = []

  /// The catalog of these nodes.
  static func catalog(
    _ revision: String, language: String? = nil, _ nodes: [RevisionSketch]
  ) throws -> Catalog {
    let id = FrameworkRevisionID(
      framework: try #require(FrameworkID("law")), revision: try #require(RevisionID(revision)))
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(id: id, title: "Law", language: language), file: "law.xml")
    for node in nodes { node.append(to: &builder, under: -1) }
    return try builder.finished()
  }

  private func append(to builder: inout CatalogBuilder, under parent: Int32) {
    var row = NodeRow(kind: kind, parent: parent, line: UInt32(builder.rows.count + 1), column: 1)
    row.local = builder.store(local)
    row.label = builder.store(label)
    row.title = builder.store(title)
    row.text = builder.store(text)
    row.summary = builder.store(summary)
    row.appliesFrom = builder.store(appliesFrom)
    row.modality = modality
    row.roles = roles
    row.isWithdrawn = isWithdrawn
    let index = builder.append(row)
    for (kind, name, value) in facts { builder.append(kind, name: name, value: value, to: index) }
    for part in parts { part.append(to: &builder, under: index) }
  }
}

/// What differs between two lists of nodes.
func revisionDiff(_ before: [RevisionSketch], _ after: [RevisionSketch]) throws -> CatalogDiff {
  RevisionComparisonFixture.diff(
    try RevisionSketch.catalog("1", before), try RevisionSketch.catalog("2", after))
}
