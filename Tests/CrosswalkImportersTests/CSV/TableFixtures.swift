import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Glibc
import Testing

/// Where tests find the content that ships and, where present, tables of publishers.
enum TableFixtures {
  /// The root of the package.
  static let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }

  static func shared(_ path: String) -> String {
    let folder = getenv("CROSSWALK_SHARED").map { String(cString: $0) } ?? root + "/../shared"
    return "\(folder)/\(path)"
  }

  /// Whether the tables of publishers are there; they are not part of the package.
  static var arePublishersTablesPresent: Bool { access(shared("data/nist-csv"), R_OK) == 0 }

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

/// A table whose text holds marks `⟦name⟧`; the marks are taken out and their places remembered.
struct MarkedTable {
  let text: String
  private let places: [String: CrosswalkModel.SourceLocation]

  init(_ marked: String, file: String = "table.csv") {
    var text = ""
    var places: [String: CrosswalkModel.SourceLocation] = [:]
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
      text += rest[..<open]
      // CR LF is one Character, and so is each line end that a test writes.
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      places[String(rest[rest.index(after: open)..<close])] = CrosswalkModel.SourceLocation(
        file: file, line: lines.count, column: (lines.last?.utf8.count ?? 0) + 1)
      rest = rest[rest.index(after: close)...]
    }
    self.text = text + rest
    self.places = places
  }

  subscript(name: String) -> CrosswalkModel.SourceLocation? { places[name] }
}

extension Catalog {
  func node(_ local: String) throws -> CatalogNode { try #require(nodes.first { $0.local == local }) }
}
