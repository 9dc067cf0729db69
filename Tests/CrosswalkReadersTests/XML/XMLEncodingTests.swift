import CrosswalkModel
import Testing

@testable import CrosswalkReaders

@Suite struct XMLEncodingTests {
  private func document(_ encoding: String?, _ content: [UInt8]) -> [UInt8] {
    let declaration = encoding.map { "<?xml version='1.0' encoding=\"\($0)\"?>\n" } ?? ""
    return Array("\(declaration)<a>".utf8) + content + Array("</a>".utf8)
  }

  @Test(arguments: ["UTF-7", "IBM037", "x-foo", "UTF-32", "Shift_JIS", "EBCDIC-CP-US", "utf8"])
  func refusesEncodingsByName(name: String) {
    let outcome = readXML(document(name, Array("x".utf8)))
    #expect(outcome.reason == .encodingNotAllowed(name))
    #expect(outcome.place == "1:31")
  }

  @Test(
    arguments: [
      ([0x4C, 0x6F, 0xA7, 0x94, 0x93], "EBCDIC"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], "UTF-32"),
      ([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "UTF-32"), ([0x3C, 0, 0, 0, 0x61, 0, 0, 0], "UTF-32"),
      ([0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], "UTF-16 without a byte order mark"),
    ] as [([UInt8], String)])
  func refusesEncodingsByTheirFirstBytes(bytes: [UInt8], name: String) {
    #expect(readXML(bytes).reason == .encodingNotAllowed(name))
  }

  @Test func refusesADeclarationThatContradictsTheBytes() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(
      readXML(document("UTF-16", [])).reason == .encodingConflict(declared: "UTF-16", found: "UTF-8"))
    #expect(
      readXML(mark + document("ISO-8859-1", [])).reason
        == .encodingConflict(declared: "ISO-8859-1", found: "UTF-8"))
    let wide = "<?xml version='1.0' encoding='UTF-8'?><a/>".encoded("UTF-16LE")
    #expect(readXML(wide).reason == .encodingConflict(declared: "UTF-8", found: "UTF-16LE"))
    let other = "<?xml version='1.0' encoding='UTF-16BE'?><a/>".encoded("UTF-16LE")
    #expect(readXML(other).reason == .encodingConflict(declared: "UTF-16BE", found: "UTF-16LE"))
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func readsUTF16WithItsMark(encoding: String) {
    for declared in ["UTF-16", encoding, nil] as [String?] {
      let text = String(decoding: document(declared, Array("é𝄞\r\n<b/>".utf8)), as: UTF8.self)
      for pieceSize in [1, 3, 64 << 10] {
        #expect(readXML(text.encoded(encoding), pieceSize: pieceSize).events.contains("\"é𝄞\n\""))
      }
    }
  }

  @Test func readsLatin1AndWindows1252AsDeclared() {
    let bytes: [UInt8] = [0x93, 0xE9, 0x80, 0x3C, 0x62, 0x2F, 0x3E]
    #expect(readXML(document("ISO-8859-1", bytes)).events[1] == "\"\u{93}é\u{80}\"")
    let windows = readXML(document("windows-1252", bytes))
    // Columns count bytes of the decoded text: three characters of 3, 2 and 3 bytes stand before <b/>.
    #expect(windows.events == ["<a 2:1", "\"“é€\"", "<b 2:12", "/b 2:12", "/a 2:16"])
    #expect(
      readXML(document("Windows-1252", [0x81])).reason == .invalidText(encoding: "Windows-1252", offset: 49))
    #expect(readXML(document("US-ASCII", [0xE9])).reason == .invalidText(encoding: "US-ASCII", offset: 45))
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xFF], [0xFE], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
      [0xC3],
      [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80],
    ] as [[UInt8]])
  func refusesInvalidUTF8WhereItStands(bytes: [UInt8]) {
    for pieceSize in [1, 2, 5, 64 << 10] {
      let outcome = readXML(document(nil, Array("é\n ".utf8) + bytes), pieceSize: pieceSize)
      #expect(outcome.reason == .invalidText(encoding: "UTF-8", offset: 7))
      #expect(outcome.place == "2:2")
      let atEnd = readXML(Array("<a>é".utf8) + bytes, pieceSize: pieceSize)
      #expect(atEnd.reason == .invalidText(encoding: "UTF-8", offset: 5))
    }
  }

  @Test func refusesNULWhereItStands() {
    #expect(readXML(document(nil, [0x78, 0x0A, 0x20, 0])).place == "2:2")
    #expect(readXML(document(nil, [0x78, 0])).reason == .nulByte)
    #expect(readXML("<a>\u{0}</a>".encoded("UTF-16BE")).reason == .nulByte)
  }

  @Test func refusesHalfASurrogatePair() {
    let whole = "<a>𝄞</a>".encoded("UTF-16LE")
    #expect(readXML(whole).error == nil)
    var broken = whole
    broken.removeSubrange(10..<12)
    #expect(readXML(broken).reason == .invalidText(encoding: "UTF-16LE", offset: 8))
    #expect(readXML(whole.dropLast(1)).error != nil)
  }

  @Test func reportsTheEarlierOfTwoFaults() {
    #expect(readXML(Array("<a>\n<b></c>\n".utf8) + [0xFF]).place == "2:4")
    #expect(readXML(Array("<a>\n".utf8) + [0xFF] + Array("<b></c>".utf8)).place == "2:1")
    #expect(readXML("<a></b><!DOCTYPE c>").place == "1:4")
  }

  private func readXML(_ bytes: ArraySlice<UInt8>) -> XMLOutcome {
    CrosswalkReadersTests.readXML(Array(bytes))
  }
  private func readXML(_ bytes: [UInt8], pieceSize: Int = 64 << 10) -> XMLOutcome {
    CrosswalkReadersTests.readXML(bytes, pieceSize: pieceSize)
  }
  private func readXML(_ text: String) -> XMLOutcome { CrosswalkReadersTests.readXML(text) }
}
