import CrosswalkModel

/// The report on evidence as Markdown with tables, as GitHub and GitLab render it.
public struct EvidenceMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// A section for each artefact, then one for each target.
  public func export(_ report: ArtefactReport) -> [UInt8] {
    let ends = report.sources.map { ("Source", $0) } + report.targets.map { ("Target", $0.end) }
    var text =
      """
      **\(report.reviewState)**

      # \(MarkdownText.inline(report.heading))

      \(report.notice.map { MarkdownText.inline($0) + "\n\n" } ?? "")\(MarkdownText.ends(ends))
      Day of the report: \(report.asOf).

      \(ArtefactReport.meaning)

      """
    if report.artefacts.isEmpty { text += "\nThe subject file names no evidence.\n" }
    for artefact in report.artefacts { text += Self.section(artefact, report) }
    let together = report.jointReaches
    if !together.isEmpty { text += "\n## Only together\n\n" + Self.table(of: together, namesArtefacts: true) }
    for target in report.targets { text += Self.section(target) }
    return Array((text + "\n\(Legend.caution)\n").utf8)
  }

  private static func section(_ artefact: ArtefactReport.Artefact, _ report: ArtefactReport) -> String {
    var text = "\n## \(MarkdownText.inline(artefact.item.title))\n\n\(MarkdownText.inline(artefact.facts))\n"
    if let note = artefact.item.note { text += "\n\(MarkdownText.inline(note))\n" }
    if artefact.direct.isEmpty {
      text += "\nThe subject file names no statement that it supports.\n"
    } else {
      text += "\n| supports, as the subject file says | title |\n|---|---|\n"
      for direct in artefact.direct {
        text += MarkdownText.row([
          MarkdownText.inline(direct.statement.description),
          direct.isKnown ? MarkdownText.inline(direct.title) : "*the store lacks this framework*",
        ])
      }
    }
    let reaches = report.reaches(of: artefact.item.id)
    return reaches.isEmpty ? text : text + "\n" + table(of: reaches, namesArtefacts: false)
  }

  private static func table(of reaches: [ArtefactReport.Reach], namesArtefacts: Bool) -> String {
    let head = namesArtefacts ? "| artefacts " : ""
    let rule = namesArtefacts ? "|---" : ""
    let rows = reaches.map { reach in
      let artefacts = namesArtefacts ? [MarkdownText.inline(reach.artefacts.joined(separator: ", "))] : []
      return MarkdownText.row(
        artefacts + [
          "**\(MarkdownText.inline(reach.target.description))**", MarkdownText.inline(reach.title),
          reach.extentWords, MarkdownText.inline(reach.via), MarkdownText.inline(reach.groundWords),
          MarkdownText.inline(reach.missingWords),
        ])
    }
    return head + "| bears on, through claims | title | how far | by | relation | still missing |\n"
      + rule + "|---|---|---|---|---|---|\n" + rows.joined()
  }

  private static func section(_ target: ArtefactReport.Target) -> String {
    let names = target.unreached.map { MarkdownText.inline($0.id.local) }.joined(separator: ", ")
    return "\n## Requirements of \(MarkdownText.inline(target.end.id.description))\n\n\(target.countWords)\n"
      + (names.isEmpty ? "" : "\nNo artefact for: \(names)\n")
  }
}
