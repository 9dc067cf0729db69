import Testing

@testable import CrosswalkReaders

@Suite struct CSVDelimiterTests {
  @Test(arguments: [
    ("id;title\n1;a, b\n", CSVDelimiter.semicolon), ("id\ttitle\n1\tx;y,z\n", .tab),
    ("id,title\n1,2\n", .comma),
    ("id\n1\n", .comma), ("", .comma), ("\"a;b;c\",d\n1,2\n", .comma),
    ("id;value\n1;3,14\n2;2,72\n", .semicolon),
    ("a, b, c;d\n1;2\n", .semicolon), ("id;\"x\ny,z,w\"\n1;2\n", .semicolon), ("sep=;\na,b;c\n", .semicolon),
    ("sep=\t\r\na,b\tc\n", .tab), ("\u{FEFF}sep=,\na;b,c\n", .comma),
  ])
  func findsTheDelimiterOfATable(text: String, delimiter: CSVDelimiter) {
    let stripped =
      text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst().map(Character.init)) : text
    let found = Array(stripped.utf8).withUnsafeBytes { CSVDelimiter.find(in: $0).delimiter }
    #expect(found == delimiter)
  }

  @Test func aFirstLineThatNamesTheDelimiterIsNoRow() {
    for text in ["sep=;\r\na;b\r\n1;2", "\u{FEFF}sep=;\na;b\n1;2", "sep=;\ra;b\r1;2"] {
      #expect(readCSV(text).rows == [["a", "b"], ["1", "2"]])
    }
    #expect(readCSV("sep=;\na;b\n1;x\"").place == "3:4")
    #expect(readCSV("sep=;").rows.isEmpty)
  }

  @Test func anExplicitDelimiterDecides() {
    #expect(readCSV("a,b;c\n", dialect: CSVDialect(delimiter: .semicolon)).rows == [["a,b", "c"]])
  }

  @Test func aMissingColumnNamesTheDelimiter() {
    var line: String?
    do {
      try CSVReader(dialect: CSVDialect(delimiter: .comma)).read(
        SourceFile(name: "t.csv", bytes: Array("id;title\n".utf8))
      ) { (row: CSVRow) throws(ReadingError) in
        _ = try CSVHeader(row).requiredColumn("id")
      }
    } catch {
      line = error.fault.diagnostic.line
    }
    #expect(
      line == "t.csv:1:1: error: no column called 'id' (cells were separated at ','; "
        + "another delimiter is named with --delimiter)")
  }
}
