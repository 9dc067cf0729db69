import CrosswalkModel

/// The formats of an evidence plan, by the names that the command line takes.
public enum PlanFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// Markdown with tables, as GitHub and GitLab render it.
  case markdown
  /// RFC 4180, one row for each statement that a piece of evidence reaches, or that none does.
  case csv
  /// `crosswalk-evidence-plan/1`.
  case json
  /// A workbook with typed cells.
  case xlsx

  /// Whether the document is no text, so that a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }

  /// The exporter of this format; `style` matters to the terminal table only.
  public func exporter(style: TerminalStyle) -> any Exporter<EvidencePlan> {
    switch self {
    case .table: PlanTableExporter(style: style)
    case .markdown: PlanMarkdownExporter()
    case .csv: PlanCSVExporter()
    case .json: PlanJSONExporter()
    case .xlsx: PlanXLSXExporter()
    }
  }
}
