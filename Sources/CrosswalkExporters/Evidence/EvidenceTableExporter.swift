import CrosswalkModel

/// The report on evidence for a terminal.
public struct EvidenceTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// Artefact by artefact what it supports and bears on, then each target with what has no artefact.
  public func export(_ report: ArtefactReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(report.reviewState, ink: .strong)
    page.heading(report.heading)
    if let notice = report.notice { page.paragraph(notice.onOneLine, ink: .yellow, indent: 2) }
    page.ends(report.sources.map { ("Source", $0) } + report.targets.map { ("Target", $0.end) })
    page.entry("Day", report.asOf.description, nameWidth: 8)
    page.blank()
    page.paragraph(ArtefactReport.meaning, ink: .faint)
    if report.artefacts.isEmpty { page.paragraph("The subject file names no evidence.") }
    for artefact in report.artefacts { write(artefact, report, to: &page) }
    writeTogether(report, to: &page)
    for target in report.targets { write(target, to: &page) }
    page.blank()
    page.paragraph(Legend.caution)
    return page.bytes
  }

  private func write(_ artefact: ArtefactReport.Artefact, _ report: ArtefactReport, to page: inout TextPage) {
    page.heading(artefact.item.title.onOneLine)
    page.paragraph(artefact.facts, ink: .faint, indent: 2, hanging: 2)
    if let note = artefact.item.note { page.paragraph(note.onOneLine, indent: 2, hanging: 2) }
    if artefact.direct.isEmpty {
      page.paragraph("The subject file names no statement that it supports.", indent: 2)
    } else {
      page.paragraph("Supports, as the subject file says", indent: 2)
    }
    for direct in artefact.direct {
      let absent = direct.isKnown ? "" : " (the store lacks this framework)"
      page.paragraph(
        "\(direct.statement.description.unbreakable)  \(direct.title.onOneLine)\(absent)", indent: 4,
        hanging: 4)
    }
    let reaches = report.reaches(of: artefact.item.id)
    if !reaches.isEmpty { page.paragraph("Bears on, through claims", indent: 2) }
    for reach in reaches { write(reach, to: &page) }
  }

  private func write(_ reach: ArtefactReport.Reach, to page: inout TextPage) {
    page.paragraph(
      "\(reach.target.description.unbreakable)  \(reach.title.onOneLine)", indent: 4, hanging: 4)
    page.paragraph("\(reach.extentWords), by \(reach.via)", indent: 6, hanging: 2)
    page.paragraph(reach.groundWords, ink: .faint, indent: 6, hanging: 2)
    let missing = reach.missingWords
    if !missing.isEmpty { page.paragraph("still missing: \(missing)", indent: 6, hanging: 2) }
  }

  private func writeTogether(_ report: ArtefactReport, to page: inout TextPage) {
    let reaches = report.jointReaches
    guard !reaches.isEmpty else { return }
    page.heading("Only together")
    for reach in reaches {
      page.paragraph(reach.artefacts.map(\.onOneLine).joined(separator: " and "), indent: 2, hanging: 2)
      write(reach, to: &page)
    }
  }

  private func write(_ target: ArtefactReport.Target, to page: inout TextPage) {
    page.heading("Requirements of \(target.end.id)")
    page.paragraph(target.countWords, indent: 2, hanging: 2)
    let unreached = target.unreached
    guard !unreached.isEmpty else { return }
    let names = unreached.map(\.id.local.unbreakable).joined(separator: ", ")
    page.paragraph("No artefact for: \(names)", indent: 2, hanging: 2)
  }
}
