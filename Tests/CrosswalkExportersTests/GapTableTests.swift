import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct GapTableTests {
  private func table(width: Int, color: Bool = false, _ report: GapReport = Sample.gapReport) -> String {
    String(decoding: GapTableExporter(style: .init(width: width, color: color)).export(report), as: UTF8.self)
  }

  @Test(arguments: [40, 80, 120, 200]) func looksAsReviewed(width: Int) throws {
    try Golden.expect(Array(table(width: width).utf8), equals: "gap-\(width).txt")
  }

  @Test(arguments: [40, 57, 64, 80, 99, 120, 200, 300]) func noLineIsWiderThanTheTerminal(width: Int) {
    for line in table(width: width).split(separator: "\n") {
      #expect(line.columns <= width, "\(line)")
      #expect(!line.hasSuffix(" "))
    }
  }

  @Test(arguments: [40, 80, 300]) func everyIdentifierStandsWhole(width: Int) {
    let words = Set(table(width: width).split { $0 == " " || $0 == "\n" }.map(String.init))
    for finding in Sample.gapReport.findings where !finding.target.local.contains(" ") {
      #expect(words.contains(finding.target.local))
    }
  }

  @Test func saysFirstHowManyClaimsWereReviewed() {
    #expect(table(width: 80).hasPrefix("0 of 214 claims reviewed\n"))
  }

  @Test func colourOnlyAddsEscapeSequences() {
    let plain = table(width: 100)
    let painted = table(width: 100, color: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(painted.contains("\u{1B}["))
    #expect(painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func textOfTheReportCannotControlTheTerminal() {
    let allowed = table(width: 80).unicodeScalars.filter { $0 != "\n" }
    #expect(!allowed.contains { $0.isUnsafeOnATerminal })
  }

  @Test func neverSaysThatADutyIsMet() {
    let words = table(width: 200).lowercased().split { !$0.isLetter }
    #expect(!words.contains("met"))
    #expect(!words.contains("compliant"))
  }

  @Test func aReportWithoutFindingsIsAReport() {
    let empty = table(width: 80, Sample.report([]))
    #expect(empty.contains("0% to 0%"))
  }

  @Test func aBarShowsEveryVerdictThatOccursInExactlyItsWidth() {
    for (covered, unknown) in [(1, 999), (999, 1), (1, 1), (0, 3), (500, 501)] {
      var counts = VerdictCounts()
      for _ in 0..<covered { counts.add(.covered, stale: false, suggestedGap: false) }
      for _ in 0..<unknown { counts.add(.unknown, stale: false, suggestedGap: false) }
      let cells = CoverageBar.shares(of: counts, in: 40)
      #expect(cells.reduce(0, +) == 40)
      #expect((cells[0] > 0) == (covered > 0) && (cells[3] > 0) == (unknown > 0))
    }
  }
}

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("abc", 3), ("e\u{301}", 1), ("漢字", 4), ("ｶ", 1), ("Ｅ", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("a\u{200B}b", 2),
    ("한글", 4), ("", 0),
  ]) func countsColumnsAsATerminalDoes(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: 1...30) func wrappingLosesNothing(width: Int) {
    let source = "one 漢字漢字漢字 averyveryverylongidentifier(2)(a) x"
    let lines = source.wrapped(to: width)
    #expect(lines.joined().filter { $0 != " " } == source.filter { $0 != " " })
    if width > 1 { #expect(lines.allSatisfy { $0.columns <= width }) }
  }

  @Test func identifiersStayTogetherAndComeOutWithPlainBlanks() {
    #expect("see \("MAP 5.1".unbreakable) now".wrapped(to: 9) == ["see", "MAP 5.1", "now"])
  }
}
