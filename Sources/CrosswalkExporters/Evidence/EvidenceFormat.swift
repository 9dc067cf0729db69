import CrosswalkModel

/// The formats of the report on evidence, by the names that the command line takes.
public enum EvidenceFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// Markdown with tables, as GitHub and GitLab render it.
  case markdown
  /// RFC 4180, one row for each statement that an artefact supports or bears on, or that none does.
  case csv
  /// `crosswalk-evidence/1`.
  case json

  /// The exporter of this format; `style` matters to the terminal table only.
  public func exporter(style: TerminalStyle) -> any Exporter<ArtefactReport> {
    switch self {
    case .table: EvidenceTableExporter(style: style)
    case .markdown: EvidenceMarkdownExporter()
    case .csv: EvidenceCSVExporter()
    case .json: EvidenceJSONExporter()
    }
  }
}
