import CrosswalkImporters
import FuzzSupport

/// Imports an act in Akoma Ntoso.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run(
    AkomaNtosoImporter(identity: identity, known: KnownFrameworks(rules: [])),
    on: input("input.xml", start, count))
  return 0
}
