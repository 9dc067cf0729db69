import CrosswalkModel
import Testing

@testable import CrosswalkReaders

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("a,b\n1,\n,\n", [["a", "b"], ["1", ""], ["", ""]]),
    ("\"a\"\"b\",\"c,d\"\n\"\",\"\"\"\"", [["a\"b", "c,d"], ["", "\""]]),
    ("\"a\nb\r\nc\rd\",e\n", [["a\nb\r\nc\rd", "e"]]), ("a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
    ("a,b\u{2028}c\n", [["a", "b\u{2028}c"]]), ("a,b,", [["a", "b", ""]]), ("é,\"ü,𝄞\"", [["é", "ü,𝄞"]]),
    ("=1,+2,\t3", [["=1", "+2", "\t3"]]), ("", []), ("\n\r\n\r", []), ("\u{FEFF}id,x\n", [["id", "x"]]),
    ("\u{FEFF}\"id\",x", [["id", "x"]]), ("a,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    (" a , b ", [[" a ", " b "]]),
  ])
  func readsRowsAndCells(text: String, rows: [[String]]) {
    for pieceSize in [1, 2, 3, 5, 256 << 10] {
      let outcome = readCSV(text, dialect: CSVDialect(delimiter: .comma, widths: .free), pieceSize: pieceSize)
      #expect(outcome == CSVOutcome(rows: rows))
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func knowsThePlaceOfEveryCell(lineEnd: String) {
    let source = MarkedSource(
      "⟦0⟧id,⟦1⟧tïtle,⟦2⟧⏎⏎⟦3⟧1,⟦4⟧\"two⏎lines, \"\"é\"\"\",⟦5⟧𝄞⏎⟦6⟧\"⏎\",⟦7⟧\"\",⟦8⟧x".replacing(
        "⏎", with: lineEnd))
    for pieceSize in [1, 3, 8, 256 << 10] {
      #expect(placesOfCells(source.text, pieceSize: pieceSize) == (0...8).map { source["\($0)"] })
    }
  }

  @Test(arguments: [
    ("a,b\n1,⟦!⟧\"x\ny,z\n", ReadingError.Reason.unclosedQuote), ("a,b\n1,x⟦!⟧\"y\"\n", .strayQuote),
    ("a,b\n\"1\"⟦!⟧x,2\n", .textAfterQuote), ("a,b\n\"1\"⟦!⟧ ,2\n", .textAfterQuote),
    ("a, ⟦!⟧\"b\"", .strayQuote),
    ("a,b\n1,2\n⟦!⟧1\n", .ragged(expected: 2, found: 1)),
    ("a,b\n\"1\n1\",2\n⟦!⟧1,2,3", .ragged(expected: 2, found: 3)),
    ("a,b\n\n1,é⟦!⟧\u{0}2\n", .nulByte),
  ])
  func refusesWhatIsNoTableWhereItStands(marked: String, reason: ReadingError.Reason) {
    let source = MarkedSource(marked)
    for pieceSize in [1, 2, 7, 256 << 10] {
      let outcome = readCSV(source.text, dialect: CSVDialect(delimiter: .comma), pieceSize: pieceSize)
      #expect(outcome.reason == reason)
      #expect(outcome.place == source["!"])
    }
  }

  @Test func anUnclosedQuoteIsFoundInLinearTime() {
    let row = Array("1,\"some text that is quoted\",3\n".utf8)
    var bytes = Array(repeatElement(row, count: 1_000_000).joined())
    bytes += Array("2,\"never closed\n".utf8) + [UInt8](repeating: 0x78, count: 9_000_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      var reader = CSVReader(limits: .standard.with(fileBytes: 1 << 30))
      reader.pieceSize = 4 << 10
      let error = #expect(throws: TableReadingError<Never>.self) {
        try reader.read(SourceFile(name: "t.csv", bytes: bytes)) { (_: CSVRow) throws(Never) in }
      }
      #expect(error?.fault.reason == .unclosedQuote)
      #expect(error?.fault.location == SourceLocation(file: "t.csv", line: 1_000_001, column: 3))
    }
    #expect(time < .seconds(20))
  }

  @Test func limitsCellsColumnsRowsAndTheFile() {
    var limits = ReadingLimits.standard
    limits.csvFieldBytes = 10
    limits.csvColumns = 3
    limits.csvRows = 2
    #expect(readCSV("a,\"0123456789\"", limits: limits).error == nil)
    for cell in ["01234567890", "\"01234567890\"", "\"01234567890", "\"0\n234567890"] {
      for pieceSize in [1, 5, 256 << 10] {
        let outcome = readCSV("a\nb,\(cell)", limits: limits, pieceSize: pieceSize)
        #expect(outcome.reason == .cellTooLong(limit: 10))
        #expect(outcome.place == "2:3")
      }
    }
    #expect(readCSV("1,2,3\n1,2,3\n", limits: limits).error == nil)
    #expect(readCSV("1,2,3\n1,2,3,4\n", limits: limits).reason == .tooManyColumns(limit: 3))
    #expect(readCSV("1,2,3,", limits: limits).reason == .tooManyColumns(limit: 3))
    #expect(readCSV("1\n2\n3\n", limits: limits).place == "3:1")
    #expect(readCSV("12345", limits: limits.with(fileBytes: 4)).reason == .tooLarge(limit: 4))
  }

  @Test func refusesAFieldOfFiftyMegabytesAndAMillionColumns() {
    let field = Array("a,b\n1,\"".utf8) + [UInt8](repeating: 0x78, count: 50_000_000) + Array("\"\n".utf8)
    #expect(readCSV(field).reason == .cellTooLong(limit: 10_000_000))
    #expect(readCSV(field).place == "2:3")
    let wide = String(repeating: ",", count: 999_999)
    #expect(readCSV(wide, dialect: CSVDialect(delimiter: .comma)).reason == .tooManyColumns(limit: 4_096))
  }

  @Test func handsOnWhatTheReceiverThrows() {
    struct Enough: Error {}
    var rows = 0
    let error = #expect(throws: TableReadingError<Enough>.self) {
      try CSVReader().read(SourceFile(name: "t", bytes: Array("a\nb\nc\n\"".utf8))) {
        (_: CSVRow) throws(Enough) in
        rows += 1
        if rows == 2 { throw Enough() }
      }
    }
    guard case .receiver = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(rows == 2)
  }
}
