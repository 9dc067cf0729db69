import CrosswalkImporters
import CrosswalkModel
import FuzzSupport

/// Imports an OSCAL catalog in JSON: the event reader, the grammar, Markdown, and the importer behind them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let importer = OSCALCatalogImporter(identity: identity, known: KnownFrameworks(rules: []))
  run { graph throws(ImportError) in
    try importer.importJSONCatalog(input("input.json", start, count), limits: limits, into: &graph)
  }
  return 0
}
