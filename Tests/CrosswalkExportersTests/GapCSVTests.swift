import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct GapCSVTests {
  @Test func looksAsReviewed() throws {
    try Golden.expect(GapCSVExporter().export(Sample.gapReport), equals: "gap.csv")
  }

  @Test func hasOneRowOfEqualLengthForEachFinding() throws {
    let rows = parse(try text(GapCSVExporter(), Sample.gapReport))
    #expect(rows.count == 1 + Sample.gapReport.findings.count)
    #expect(rows.allSatisfy { $0.count == GapCSVExporter.header.count })
    #expect(rows.dropFirst().map { $0[0] } == Sample.gapReport.findings.map(\.target.description))
  }

  @Test(arguments: [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1",
    "－1", "＠1",
    " =cmd", "\u{A0}=cmd", "\u{200B}=cmd", "\u{FEFF}=cmd", "=HYPERLINK(\"http://x\")", "=IMPORTXML(1)", "-",
    "+", "-5;=1", "-1e", "−1", "'=1", "''-5",
  ]) func aFormulaBecomesText(cell: String) {
    #expect(cell.guardedAgainstFormulas == "'" + cell)
  }

  @Test(arguments: ["-5", "1e4", "+5", "-1.5e-3", "0.7", "", "text", "9(2)(a)", "a=b", "(=1)", "éa", "'a"])
  func numbersAndTextStayAsTheyAre(cell: String) {
    #expect(cell.guardedAgainstFormulas == cell)
  }

  @Test func quotesWhatTheFormatNeedsQuoted() {
    var csv = CSVText()
    csv.append(["a,b", "say \"x\"", "two\nlines", "plain", "e\u{301}\"\u{301}"])
    #expect(csv.text == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain,\"e\u{301}\"\"\u{301}\"\r\n")
  }

  /// A reader of RFC 4180 as the RFC's grammar has it, over scalars.
  private func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          cell.unicodeScalars.append(scalars.removeFirst())
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\r": continue
      case "\n":
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
