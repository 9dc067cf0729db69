import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Where tests find the content that ships, and how they import tables.
enum TableFixtures {
  /// The root of the package.
  static let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }

  static func profiles() throws -> ProfileLibrary {
    try ProfileLibrary(folder: root + "/Crosswalks/Profiles")
  }

  static func profile(_ name: String) throws -> ColumnProfile {
    try profiles().profile(named: name, for: SourceFile(name: "test", bytes: []))
  }

  static func profile(json: String) throws -> ColumnProfile {
    try ColumnProfile(SourceFile(name: "profile.json", bytes: Array(json.utf8)))
  }

  static func file(_ text: String, name: String = "table.csv") -> SourceFile {
    SourceFile(name: name, bytes: Array(text.utf8))
  }

  static func marked(_ text: String) -> MarkedSource { MarkedSource(text, name: "table.csv") }

  /// Imports `file` as framework `test` unless the profile knows better.
  static func catalog(
    _ file: SourceFile, _ profile: ColumnProfile, framework: String? = "test", revision: String? = "1"
  ) throws -> (catalog: Catalog, notUsed: [NotUsed]) {
    var graph = CrosswalkGraphBuilder()
    let identity = ImportIdentity(
      framework: framework.flatMap { FrameworkID($0) }, revision: revision.flatMap { RevisionID($0) })
    try CSVCatalogImporter(profile: profile, identity: identity)
      .importCatalog(file, limits: .standard, into: &graph)
    return (try #require(graph.catalogs.first), graph.notUsed)
  }

  static func catalog(_ text: String, _ profile: String) throws -> (catalog: Catalog, notUsed: [NotUsed]) {
    try catalog(file(text), self.profile(profile))
  }
}

extension Catalog {
  func node(_ local: String) throws -> CatalogNode { try #require(nodes.first { $0.local == local }) }
}
