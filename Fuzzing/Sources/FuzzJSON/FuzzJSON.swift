import CrosswalkImporters
import CrosswalkModel
import FuzzSupport

/// Imports an OSCAL catalog in JSON: the event reader, the grammar, Markdown, and the importer behind them.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run(
    OSCALCatalogImporter(identity: identity, known: KnownFrameworks(rules: [])),
    on: input("input.json", start, count))
  return 0
}
