import CrosswalkModel

@testable import CrosswalkStore

func framework(_ name: String) -> FrameworkID {
  FrameworkID(name) ?? { preconditionFailure("bad name \(name)") }()
}

func revision(_ framework: String, _ name: String) -> FrameworkRevisionID {
  guard let id = FrameworkID(framework), let revision = RevisionID(name) else {
    preconditionFailure("bad name")
  }
  return FrameworkRevisionID(framework: id, revision: revision)
}

/// A node written down: what its parts are follows in braces.
struct Sketch {
  var local: String
  var kind = NodeKind.statement
  var text = ""
  var summary = ""
  var modality: Modality?
  var isWithdrawn = false
  var parts: [Sketch] = []
}

/// The catalog of sketched nodes.
func catalog(
  _ id: FrameworkRevisionID, title: String = "Sample", asOf: String? = nil, file: String = "sample.xml",
  _ nodes: [Sketch]
) throws -> Catalog {
  var metadata = CatalogMetadata(id: id, title: title)
  metadata.asOf = asOf.flatMap { CalendarDate($0) }
  var builder = CatalogBuilder(metadata: metadata, file: file)
  func append(_ nodes: [Sketch], under parent: Int32) {
    for node in nodes {
      var row = NodeRow(kind: node.kind, parent: parent, line: UInt32(builder.rows.count + 1), column: 3)
      row.local = builder.store(node.local)
      row.text = builder.store(node.text)
      row.summary = builder.store(node.summary)
      row.modality = node.modality
      row.isWithdrawn = node.isWithdrawn
      append(node.parts, under: builder.append(row))
    }
  }
  append(nodes, under: -1)
  return try builder.finished()
}

/// A catalog that uses every field there is, in three files of which one has no node.
func catalogWithEverything() throws -> Catalog {
  let metadata = CatalogMetadata(
    id: revision("sample-1.0", "2026-01-02"), title: "Ein „Titel“ 🙂", publisher: "P", language: "de",
    asOf: CalendarDate("2026-01-02"), licence: "CC0", source: "https://example.org/x?a=b'c",
    selection: "only a part",
    properties: [Property(name: "oscal-version", value: "1.1.3"), Property(name: "empty", value: "")])
  var builder = CatalogBuilder(metadata: metadata, file: "a.xml")
  for (index, kind) in NodeKind.allCases.enumerated() {
    if index == 2 { builder.begin(file: "empty.xml") }
    if index == 2 { builder.begin(file: "b.xml!inner.xml") }
    var row = NodeRow(kind: kind, parent: Int32(index) - 1, line: UInt32(1_000_000 + index), column: 70_000)
    row.local = builder.store("N'\(index)\"; DROP TABLE node; --")
    row.label = builder.store("(\(index)\u{A0})")
    row.title = index == 1 ? .empty : builder.store("Title \(index)\nsecond line")
    row.text = builder.store("Text with a NUL \u{0} inside, and ü🙂")
    row.summary = index == 3 ? .empty : builder.store("Summary \(index)")
    row.appliesFrom = builder.store("2027-12-02")
    row.appliesNote = builder.store("unless")
    row.modality = index == 0 ? nil : Modality.allCases[index]
    row.roles = RoleSet(rawValue: UInt16(1 << index) | 1 << 10)
    row.isWithdrawn = index == 4
    row.assessable = [nil, true, false][index % 3]
    row.isUnionOfParts = index == 1
    let node = builder.append(row)
    for kind in NodeFact.Kind.allCases {
      builder.append(kind, name: kind == .alias ? "" : "name \(index)", value: "value of \(kind)", to: node)
    }
    builder.append(.link, name: "related", value: "", to: node)
  }
  builder.resources = [
    Resource(id: "r1", title: "T", citation: nil, links: ["one", "two"]),
    Resource(id: "r2", citation: "C", links: []),
  ]
  return try builder.finished()
}

let someday = "2026-11-23T01:21:00Z"

func origin(_ file: String = "sample.xml", notUsed: [NotUsed] = []) -> ImportOrigin {
  ImportOrigin(file: file, digest: "00ff", format: "csv", importedAt: someday, notUsed: notUsed)
}

func graph(_ catalogs: Catalog..., claims: [MappingClaim] = []) -> CrosswalkGraph {
  CrosswalkGraph(catalogs: catalogs, claims: claims)
}

/// A claim of "related" between two references such as `a/1` and `b/2`; a bare framework stands for all of it.
func claim(_ id: String, _ source: String, _ target: String, from: String? = nil, to: String? = nil)
  -> MappingClaim
{
  func end(_ text: String) -> ClaimEnd {
    guard let reference = Reference(text) else { preconditionFailure("bad reference \(text)") }
    guard let local = reference.local else { return .framework(reference.framework) }
    return .nodes([ControlID(framework: reference.framework, local: local)])
  }
  return MappingClaim(
    id: ClaimID(id), source: end(source), target: end(target), relations: .related, token: "related",
    sourceRevision: from.flatMap { RevisionID($0) }, targetRevision: to.flatMap { RevisionID($0) },
    origin: SourceLocation(file: "claims.csv", line: 2, column: 1))
}

/// Everything that a catalog says, as values that can be compared.
struct CatalogImage: Equatable {
  struct Node: Equatable {
    var local, label, title, text, summary, appliesNote: String
    var appliesFrom: CalendarDate?
    var kind: NodeKind
    var modality: Modality?
    var roles: RoleSet
    var isWithdrawn, isUnionOfParts: Bool
    var assessable: Bool?
    var parent: Int32
    var location: SourceLocation
    var aliases: [String]
    var properties, links, notes: [Property]
  }

  var metadata: CatalogMetadata
  var files: [String]
  var firstRows: [Int]
  var resources: [Resource]
  var nodes: [Node]

  init(_ catalog: Catalog) {
    metadata = catalog.metadata
    files = catalog.files
    firstRows = catalog.firstRowsOfFiles
    resources = catalog.resources
    nodes = zip(catalog.nodes, catalog.rows).map { node, row in
      Node(
        local: node.local, label: node.label, title: node.title, text: node.text, summary: node.summary,
        appliesNote: node.appliesNote, appliesFrom: node.appliesFrom, kind: node.kind,
        modality: node.modality,
        roles: node.roles, isWithdrawn: node.isWithdrawn, isUnionOfParts: node.isUnionOfParts,
        assessable: row.assessable, parent: row.parent, location: node.location, aliases: node.aliases,
        properties: node.properties, links: node.links, notes: node.notes)
    }
  }
}
