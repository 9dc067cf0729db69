import CrosswalkModel

extension TextPage {
  /// Appends the ends of a report, each under its name.
  mutating func ends(_ ends: [(name: String, end: GapReport.End)], nameWidth: Int = 8) {
    for (name, end) in ends {
      entry(name, end.words.onOneLine, nameWidth: nameWidth)
      if let selection = end.selection {
        entry("", "A selection: \(selection.onOneLine)", nameWidth: nameWidth)
      }
    }
  }
}

extension MarkdownText {
  /// A table of the ends of a report.
  static func ends(_ ends: [(name: String, end: GapReport.End)]) -> String {
    let rows = ends.map { name, end in
      row([
        name, inline(end.title), inline(end.id.description), end.asOf?.description ?? "",
        end.selection.map(inline) ?? "complete",
      ])
    }
    return "| | title | revision | as of | content |\n|---|---|---|---|---|\n" + rows.joined()
  }
}
