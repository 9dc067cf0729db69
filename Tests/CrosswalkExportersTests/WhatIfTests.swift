import CrosswalkExporters
import CrosswalkModel
import Testing

/// A report that is only supposed says so, and says first what would be different.
@Suite struct WhatIfTests {
  private let style = TerminalStyle(width: 100, color: false)

  private static func claim(_ number: Int, _ source: String, _ target: String, file: String = "patch.csv")
    -> MappingClaim
  {
    MappingClaim(
      id: Sample.uuid(number), source: .nodes([Sample.control(source, in: Sample.nist)]),
      target: .nodes([Sample.control(target)]), relations: .related, token: "related", confidence: 0.7,
      author: "A. Analyst", origin: SourceLocation(file: file, line: number, column: 1))
  }

  private static let added = claim(2, "GOVERN 2.2", "4a(2)")
  /// Names come from files: nothing of them may become markup or a formula.
  private static let hostile = claim(3, "=1+1", "9(2)(a)", file: "<b>.csv")

  private static let report: WhatIfReport = {
    var before = Sample.gapReport
    before.findings.removeLast()
    let old = before.findings[1]
    var new = old
    new.verdict = .partial
    new.extent = .open
    return WhatIfReport(
      patch: .init(files: ["patch.csv", "<b>.csv"], amendments: [], added: [added], removed: [hostile]),
      before: .init(before), after: Sample.gapReport,
      conflicts: [
        .init(
          source: [Sample.control("GOVERN 2.2", in: Sample.nist)], target: [Sample.control("9(2)(a)")],
          claims: [added])
      ],
      changes: [
        .init(
          target: old.target, title: "A | title", before: .init(old), after: .init(new),
          causes: [.init(.added, added), .init(.removed, hostile)]),
        .init(
          target: Sample.control("99"), title: "Gone", before: .init(old), after: nil,
          causes: [.init(.dangling, hostile)]),
      ], affected: [.init(.dangling, hostile)])
  }()

  @Test func theTableAndMarkdownPutTheChangesBeforeTheReport() throws {
    let report = Self.report
    let table = try WhatIfTableExporter(style: style).export(report)
    let markdown = try WhatIfMarkdownExporter().export(report)
    let plainTable = GapTableExporter(style: style).export(report.after)
    let plainMarkdown = GapMarkdownExporter().export(report.after)
    #expect(table.suffix(plainTable.count) == plainTable[...])
    #expect(markdown.suffix(plainMarkdown.count) == plainMarkdown[...])
    try Golden.expect(Array(table.dropLast(plainTable.count)), equals: "whatif.txt")
    try Golden.expect(Array(markdown.dropLast(plainMarkdown.count)), equals: "whatif.md")
  }

  @Test func nothingOfAFileBecomesMarkup() throws {
    let page = try text(WhatIfHTMLExporter(), Self.report)
    #expect(page.contains("What if: not in the store"))
    #expect(page.contains("&lt;b&gt;.csv") && !page.contains("<b>.csv"))
    let plain = try text(GapHTMLExporter(), Self.report.after)
    #expect(!plain.contains("not in the store"))
  }

  @Test func everyRowOfTheCSVSaysThatItIsOnlySupposed() throws {
    let rows = try text(WhatIfCSVExporter(), Self.report).split(separator: "\r\n")
    #expect(rows.count == 1 + Self.report.after.findings.count + 1)
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("What if: not in the store,") })
    #expect(rows[1].hasPrefix("What if: not in the store,1,,not judged,"))
    #expect(rows[2].contains("no longer counted") && rows[2].contains("eu-ai-act/99"))
    #expect(rows[3].hasPrefix("What if: not in the store,0,"))
    let conflict = rows.first {
      $0.contains("eu-ai-act/9(2)(a),") && $0.contains(",0,nist-ai-rmf-1.0/GOVERN 2.2,")
    }
    #expect(conflict != nil)
  }

  @Test func nothingSupposedIsSaidToBeNothing() throws {
    let gap = Sample.gapReport
    let report = WhatIfReport(
      patch: .init(), before: .init(gap), after: gap, conflicts: [], changes: [], affected: [])
    let table = try text(WhatIfTableExporter(style: style), report)
    #expect(table.contains("Nothing is supposed.") && table.contains("Nothing would be said differently."))
    #expect(try text(WhatIfHTMLExporter(), report).contains("Nothing would be said differently."))
  }
}
