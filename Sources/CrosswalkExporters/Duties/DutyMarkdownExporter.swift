import CrosswalkModel

/// The list of duties as Markdown with tables: those that concern the role and the route, under their chapters.
///
/// Text of the report is escaped so that it cannot become markup, HTML or a link.
public struct DutyMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The answer in figures first, then the duties; what concerns others is only counted.
  public func export(_ report: DutyReport) -> [UInt8] {
    let question = report.question.map { MarkdownText.row([$0.name, MarkdownText.inline($0.value)]) }.joined()
    var text = """
      **\(report.counts.sentence).**

      # Duties of \(MarkdownText.inline(report.framework.words))

      | | |
      |---|---|
      \(question)
      \(Legend.applicationCaution)

      """
    for chapter in report.chapters where chapter.counts.concerned > 0 {
      let name = [chapter.name, chapter.title].filter { !$0.isEmpty }
      text += "\n## \(MarkdownText.inline(name.joined(separator: ": ")))\n\n\(chapter.counts.sentence).\n\n"
      text += "| duty | what it asks | roles | applies | alternative routes |\n|---|---|---|---|---|\n"
      for duty in report.duties where duty.chapter == chapter.id && duty.applicability.isCounted {
        text += Self.row(duty)
      }
    }
    return Array(text.utf8)
  }

  private static func row(_ duty: DutyReport.Duty) -> String {
    MarkdownText.row([
      "**\(MarkdownText.inline(duty.id.local))**", MarkdownText.inline(duty.title),
      MarkdownText.inline(duty.roles.names.joined(separator: ", ")),
      MarkdownText.inline(duty.applicationWords),
      duty.alternatives.map { MarkdownText.inline($0.words(at: duty)) }.joined(separator: "<br>"),
    ])
  }
}

extension AlternativeRoute {
  /// The whole of it where it leads to this duty, its name and standing where it leads to a whole chapter or section.
  fileprivate func words(at duty: DutyReport.Duty) -> String {
    duty.isNamed(by: self) ? words : "\(name) (\(standing))"
  }
}

extension DutyReport.Duty {
  /// Whether `route` leads to this duty or its article, and not to a whole chapter or section.
  fileprivate func isNamed(by route: AlternativeRoute) -> Bool {
    let local = route.at.local
    return local == id.local || local == group || id.local.hasPrefix(local + "(")
  }
}
