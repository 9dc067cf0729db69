import Testing

@testable import CrosswalkReaders

@Suite struct CSVEncodingTests {
  private let rows = [["id", "tïtle"], ["1", "“é” 𝄞"]]
  private let text = "id,tïtle\r\n1,“é” 𝄞\r\n"

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func readsUTF16WithItsMark(encoding: String) {
    for pieceSize in [1, 3, 256 << 10] {
      #expect(readCSV(text.encoded(encoding), pieceSize: pieceSize) == CSVOutcome(rows: rows))
    }
  }

  @Test func refusesUTF16WithoutItsMark() {
    let bytes = Array("id,title".encoded("UTF-16LE").dropFirst(2))
    #expect(readCSV(bytes).reason == .encodingNotAllowed("UTF-16 without a byte order mark"))
  }

  @Test func readsWindows1252OnlyWhenItIsDeclared() {
    let bytes: [UInt8] = [0x69, 0x64, 0x2C, 0x93, 0xE9, 0x94, 0x0A]
    let undeclared = readCSV(bytes)
    #expect(undeclared.reason == .invalidText(encoding: "UTF-8", offset: 3))
    #expect(undeclared.place == "1:4")
    let declared = readCSV(bytes, dialect: CSVDialect(encoding: .windows1252))
    #expect(declared == CSVOutcome(rows: [["id", "“é”"]]))
  }

  @Test func aByteOrderMarkOverrulesTheDialect() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("é,b".utf8)
    #expect(readCSV(bytes, dialect: CSVDialect(encoding: .windows1252)).rows == [["é", "b"]])
  }

  @Test func refusesInvalidUTF8WithItsByteAndItsPlace() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a,b\n\"é\n".utf8) + [0xC3, 0x28, 0x22]
    for pieceSize in [1, 2, 256 << 10] {
      let outcome = readCSV(bytes, pieceSize: pieceSize)
      #expect(outcome.reason == .invalidText(encoding: "UTF-8", offset: 11))
      #expect(outcome.place == "3:1")
    }
  }

  @Test(arguments: [
    ([0x50, 0x4B, 3, 4, 20, 0], ReadingError.Reason.notCSV(.zip)), ([0x1F, 0x8B, 8], .notCSV(.gzip)),
    (Array("<!DOCTYPE html><html>".utf8), .notCSV(.html)),
  ])
  func saysWhatAFileIsThatIsNotCSV(bytes: [UInt8], reason: ReadingError.Reason) {
    #expect(readCSV(bytes).reason == reason)
  }
}
