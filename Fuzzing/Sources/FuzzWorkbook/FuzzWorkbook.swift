import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import FuzzSupport

/// Reads the sheets of a workbook, one part of which is the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = workbook(of: String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
  do {
    let workbook = try Workbook(file, limits: limits)
    for sheet in workbook.sheets { _ = try workbook.mergedAreas(of: sheet) }
  } catch {
    check(error)
  }
  run { graph throws(ImportError) in
    try ClaimsCSVImporter().importClaims(file, limits: limits, into: &graph)
  }
  return 0
}
