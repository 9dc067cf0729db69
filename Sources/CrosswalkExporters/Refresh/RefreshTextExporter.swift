import CrosswalkModel

/// What a refresh did, for a terminal: one line a source, then what somebody has to look at.
public struct RefreshTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The table first; a section only where there is something to say.
  public func export(_ report: RefreshReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph((report.isDryRun ? "For show, nothing written: " : "") + report.counts, ink: .strong)
    page.blank()
    writeTable(report, to: &page)
    RefreshSections(report, names: 12, changes: nil).write(to: &page)
    return page.bytes
  }

  private func writeTable(_ report: RefreshReport, to page: inout TextPage) {
    var table = TextTable([
      .init(name: "source"), .init(name: "outcome"), .init(name: "revision"), .init(name: "last success"),
    ])
    for source in report.sources {
      let ink = RefreshRecord.Outcome.byUrgency.first { $0.outcome == source.record.outcome }?.ink ?? .plain
      table.append([
        .init(source.record.id.unbreakable), .init(report.words(source.record.outcome).unbreakable, ink),
        .init(source.revisions),
        .init(source.age.lastSuccess?.description ?? "never", source.age.isOld ? .yellow : .plain),
      ])
    }
    table.write(to: &page)
  }
}
