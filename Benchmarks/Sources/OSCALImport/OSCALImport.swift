import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// Imports an OSCAL catalog and says how much came out: XML to graph, without a store.
@main
struct OSCALImport {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { return print("usage: OSCALImport FILE") }
    let importer = OSCALCatalogImporter(
      identity: ImportIdentity(framework: FrameworkID("benchmark")), known: KnownFrameworks(rules: []))
    var graph = CrosswalkGraphBuilder()
    try importer.importCatalog(SourceFile(path: CommandLine.arguments[1]), limits: .standard, into: &graph)
    let catalog = graph.catalogs[0]
    print("\(catalog.rows.count) nodes, \(catalog.facts.count) facts, \(graph.notUsed.count) not used")
  }
}
