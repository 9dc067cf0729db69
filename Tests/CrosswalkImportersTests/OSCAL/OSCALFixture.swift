import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

/// What came out of one import.
struct Imported {
  let catalog: Catalog
  let notUsed: [NotUsed]

  /// The node with this name, spelled exactly.
  func node(_ local: String) throws -> CatalogNode {
    try #require(catalog.nodes.first { $0.local == local }, "no node \(local)")
  }

  /// The one node that a user's spelling finds.
  func find(_ spelling: String) throws -> CatalogNode {
    guard case .one(let index) = LocalIndex(catalog).match(spelling) else {
      throw NotFound(spelling: spelling)
    }
    return catalog[index]
  }

  struct NotFound: Error { let spelling: String }
}

/// Imports OSCAL in tests.
enum OSCALFixture {
  static let testFramework = FrameworkID("test")

  static func read(
    _ file: SourceFile, identity: ImportIdentity = ImportIdentity(framework: testFramework),
    known: KnownFrameworks = KnownFrameworks(rules: []), limits: ReadingLimits = .standard
  ) throws(ImportError) -> Imported {
    var graph = CrosswalkGraphBuilder()
    try OSCALCatalogImporter(identity: identity, known: known).importCatalog(
      file, limits: limits, into: &graph)
    return Imported(catalog: graph.catalogs[0], notUsed: graph.notUsed)
  }

  static let importer = OSCALCatalogImporter(
    identity: ImportIdentity(framework: testFramework), known: KnownFrameworks(rules: []))

  /// Imports a catalog that is there as a tree.
  static func read(_ root: OSCALElement) throws(ImportError) -> Imported {
    var graph = CrosswalkGraphBuilder()
    try importer.importCatalog(root, name: "tree", limits: .standard, into: &graph)
    return Imported(catalog: graph.catalogs[0], notUsed: graph.notUsed)
  }

  /// A catalog around `content`.
  static func source(_ content: String, metadata: String = standardMetadata) -> MarkedSource {
    MarkedSource(
      "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"u\"><metadata>\(metadata)</metadata>\n"
        + "\(content)\n</catalog>")
  }

  static let standardMetadata =
    "<title>Test</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>1</version>"
    + "<oscal-version>1.1.3</oscal-version>"

  /// Imports a catalog around `content`.
  static func read(_ content: String) throws(ImportError) -> Imported { try read(source(content).file) }

  /// The error that importing `source` ends with.
  static func error(of source: MarkedSource, known: KnownFrameworks = KnownFrameworks(rules: [])) throws
    -> ImportError
  {
    try #require(throws: ImportError.self) { try read(source.file, known: known) }
  }

  /// A control that says `text`, with its parameters before it.
  static func control(_ text: String, parameters: String = "") -> String {
    "<control id='c-1'><title>T</title>\(parameters)<prop name='label' value='C-1'/>"
      + "<part id='c-1_smt' name='statement'>\(text)</part></control>"
  }
}
