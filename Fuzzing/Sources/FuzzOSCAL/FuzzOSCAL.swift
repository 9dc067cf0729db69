import CrosswalkImporters
import FuzzSupport

/// Imports an OSCAL catalog in XML.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run(
    OSCALCatalogImporter(identity: identity, known: KnownFrameworks(rules: [])),
    on: input("input.xml", start, count))
  return 0
}
