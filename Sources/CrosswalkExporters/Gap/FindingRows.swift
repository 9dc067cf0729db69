import CrosswalkModel

/// The rows of a terminal's gap table: one line for each statement where the terminal is wide enough.
///
/// Widths are those of the whole report, so that the rows of all articles stand under each other.
struct FindingRows {
  private let style: TerminalStyle
  /// Widths of the columns; `nil` where the terminal is too narrow for columns.
  private let layout: Layout?

  private struct Layout {
    var columns: [TextTable.Column]
    var widths: [Int]
    var hasExtract: Bool
  }

  init(report: GapReport, style: TerminalStyle) {
    self.style = style
    layout = Self.layout(for: report, room: style.width - 4)
  }

  /// Appends the names of the columns, where there are columns.
  func writeHeader(to page: inout TextPage, indent: Int) {
    guard let layout else { return }
    let cells = layout.columns.map { TextTable.Cell($0.name, .faint) }
    TextTable.write(cells, layout.columns, layout.widths, to: &page, indent: indent)
  }

  /// Appends the rows of one article.
  ///
  /// What its heading says (when it applies) or the row above (its note) is not said again.
  func write(_ article: ReportOutline.Article, to page: inout TextPage, indent: Int) {
    let said = article.isItsOwnFinding ? Applicability.applies.words : article.usualApplication
    var lastNote: String?
    let titles = Dictionary(article.findings.map { ($0.title, 1) }, uniquingKeysWith: +)
    for finding in article.findings {
      // A title that several share is that of the node above them: their own text says more.
      let isOwnTitle =
        !finding.title.isEmpty && titles[finding.title] == 1 && finding.title != article.group.title
      write(
        finding, extract: isOwnTitle || finding.text.isEmpty ? finding.title : finding.text, to: &page,
        indent: indent)
      var notes = Self.notes(of: finding)
      if let first = notes.first, first == lastNote { notes[0] = "as above" } else { lastNote = notes.first }
      // What the ends are stands at every finding: nobody may take guidance for the discharge of a duty.
      if let ends = finding.by.first?.ends(towards: finding.modality) {
        notes = notes.isEmpty ? [ends] : ["\(ends): \(notes[0])"] + notes.dropFirst()
      }
      if finding.weight != 1 { notes.append("weight \(Share.plain(finding.weight))") }
      if finding.applicationWords != said { notes.append(finding.applicationWords.onOneLine) }
      notes += article.furtherAlternatives(of: finding).map(\.words.onOneLine)
      for note in notes { page.paragraph(note, ink: .faint, indent: indent + 2, hanging: 2) }
    }
  }

  private func write(_ finding: GapReport.Finding, extract: String, to page: inout TextPage, indent: Int) {
    let cells = Self.cells(of: finding)
    if let layout {
      var row = cells
      if layout.hasExtract {
        row.insert(.init(extract.onOneLine.shortened(to: layout.widths[1])), at: 1)
      }
      TextTable.write(row, layout.columns, layout.widths, to: &page, indent: indent)
    } else {
      page.paragraph(
        "\(cells[0].text)  \(cells[1].text)", ink: finding.verdict.ink, indent: indent - 2, hanging: 2)
      let facts = cells[2...].map(\.text).filter { !$0.isEmpty }
      if !facts.isEmpty { page.paragraph(facts.joined(separator: ", "), indent: indent, hanging: 2) }
    }
  }

  private static let names = ["statement", "verdict", "best source", "relation", "marks"]
  /// The most columns that each gets: enough for nearly every cell, for common ones, and for 80 columns in
  /// all.
  private static let generous = [24, 26, 30, 32, 26]
  private static let modest = [14, 26, 18, 16, 20]
  private static let tight = [12, 18, 12, 15, 11]
  /// The least width of the extract that is worth its room, and the most that helps reading.
  private static let extract = 24...72

  /// What fits `room`: with an extract of the text, else without, else nothing.
  private static func layout(for report: GapReport, room: Int) -> Layout? {
    var natural = names.map(\.columns)
    for finding in report.findings {
      for (column, cell) in cells(of: finding).enumerated() {
        natural[column] = max(natural[column], cell.text.columns)
      }
    }
    let columns = names.map { TextTable.Column(name: $0) }
    for (limits, withExtract) in [
      (generous, true), (modest, true), (generous, false), (modest, false), (tight, false),
    ] {
      let widths = zip(natural, limits).map { min($0, $1) }
      let left = room - widths.reduce(2 * (widths.count - 1), +)
      if withExtract, left - 2 >= extract.lowerBound {
        return Layout(
          columns: [columns[0], .init(name: "what it asks")] + columns[1...],
          widths: [widths[0], min(extract.upperBound, left - 2)] + widths[1...], hasExtract: true)
      }
      if !withExtract, left >= 0 { return Layout(columns: columns, widths: widths, hasExtract: false) }
    }
    return nil
  }

  /// Statement, verdict, best source, relation, marks.
  private static func cells(of finding: GapReport.Finding) -> [TextTable.Cell] {
    let best = finding.by.first
    let source = best.map { ReferenceText.local($0.source) }
    var marks = finding.marks
    if finding.by.count > 1 { marks.append("+\(finding.by.count - 1) more") }
    return [
      .init(finding.target.local.unbreakable),
      .init("\(finding.verdict.mark) \(finding.verdict.words)", finding.verdict.ink),
      .init(source ?? ""), .init(best?.relations.words ?? ""), .init(marks.joined(separator: ", "), .faint),
    ]
  }

  /// What the best claim says is shared and left, and what stays open.
  private static func notes(of finding: GapReport.Finding) -> [String] {
    var notes: [String] = []
    if let note = finding.by.first?.note, !note.isEmpty { notes.append(note.onOneLine) }
    if let open = finding.residualBesideNotes { notes.append("Open: \(open.onOneLine)") }
    return notes
  }
}
