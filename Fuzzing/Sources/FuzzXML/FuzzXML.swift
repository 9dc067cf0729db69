import CrosswalkReaders
import FuzzSupport

/// Takes every event and asks for everything that can be asked, as an importer does.
private struct Everything: XMLEventHandler {
  static let vocabulary = ["a", "id"]
  static let namespaces = ["urn:a"]
  var sum = 0

  mutating func startElement(_ element: XMLElement) {
    sum &+= element.line &+ element.column &+ element.namespaceIndex
    for attribute in element.attributes { sum &+= attribute.value.utf8.count &+ attribute.name }
    sum &+= element.string(1)?.utf8.count ?? 0
  }
  mutating func endElement(_ element: XMLElementEnd) { sum &+= element.line &+ element.column }
  mutating func characters(_ bytes: UnsafeRawBufferPointer) {
    sum &+= String(decoding: bytes, as: UTF8.self).utf8.count
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var handler = Everything()
  do {
    try XMLEventReader(limits: limits).read(input("input.xml", start, count), into: &handler)
  } catch {
    check(error.fault)
  }
  return 0
}
