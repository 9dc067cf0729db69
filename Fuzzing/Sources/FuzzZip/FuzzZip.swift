import CrosswalkImporters
import CrosswalkReaders
import FuzzSupport

/// Unpacks a container, and gathers the act that it may hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = input("input.zip", start, count)
  do {
    for member in try ZipContainer(file, limits: limits).files { _ = try member.bytes(limits: limits) }
  } catch {
    check(error)
    return 0
  }
  run(FormexImporter(identity: identity, known: KnownFrameworks(rules: [])), on: file)
  return 0
}
