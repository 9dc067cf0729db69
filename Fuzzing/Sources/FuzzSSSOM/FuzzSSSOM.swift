import CrosswalkImporters
import CrosswalkModel
import FuzzSupport

/// Imports a set of mappings in SSSOM.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let importer = SSSOMImporter(source: FrameworkID("left-1"), target: FrameworkID("right-1"), known: [])
  run { graph throws(ImportError) in
    try importer.importClaims(input("input.tsv", start, count), limits: limits, into: &graph)
  }
  return 0
}
