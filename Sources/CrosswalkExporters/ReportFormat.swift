import CrosswalkModel

/// The formats of a gap report, by the names that the command line takes.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case table
  /// Markdown with tables, as GitHub and GitLab render it.
  case markdown
  /// One self-contained page.
  case html
  /// RFC 4180, one row for each finding.
  case csv
  /// `crosswalk-gap-report/1`.
  case json
  /// A workbook with typed cells.
  case xlsx

  /// Whether the document is no text, so that a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }

  /// The exporter of this format; `style` matters to the terminal table only.
  public func exporter(style: TerminalStyle) -> any Exporter<GapReport> {
    switch self {
    case .table: GapTableExporter(style: style)
    case .markdown: GapMarkdownExporter()
    case .html: GapHTMLExporter()
    case .csv: GapCSVExporter()
    case .json: GapJSONExporter()
    case .xlsx: GapXLSXExporter()
    }
  }

  /// The exporter of this format for a report that is only supposed.
  public func whatIfExporter(style: TerminalStyle) -> any Exporter<WhatIfReport> {
    switch self {
    case .table: WhatIfTableExporter(style: style)
    case .markdown: WhatIfMarkdownExporter()
    case .html: WhatIfHTMLExporter()
    case .csv: WhatIfCSVExporter()
    case .json: WhatIfJSONExporter()
    case .xlsx: WhatIfXLSXExporter()
    }
  }
}

extension ReportFormat {
  /// The exporter of an equivalence report in this format.
  public func equivalenceExporter(style: TerminalStyle) -> any Exporter<EquivalenceReport> {
    switch self {
    case .table: EquivalenceTableExporter(style: style)
    case .markdown: EquivalenceMarkdownExporter()
    case .html: EquivalenceHTMLExporter()
    case .csv: EquivalenceCSVExporter()
    case .json: EquivalenceJSONExporter()
    case .xlsx: EquivalenceXLSXExporter()
    }
  }
}
