import CrosswalkModel

/// The formats of a comparison of revisions, by the names that the command line takes.
public enum DiffFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// Markdown with tables, as GitHub and GitLab render it.
  case markdown
  /// One self-contained page.
  case html
  /// `crosswalk-diff/1`.
  case json

  /// The exporter of this format; `style` matters to the terminal table only.
  public func exporter(style: TerminalStyle) -> any Exporter<RevisionReport> {
    switch self {
    case .table: DiffTableExporter(style: style)
    case .markdown: DiffMarkdownExporter()
    case .html: DiffHTMLExporter()
    case .json: DiffJSONExporter()
    }
  }
}
