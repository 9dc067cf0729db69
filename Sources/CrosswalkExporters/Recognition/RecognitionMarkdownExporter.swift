import CrosswalkModel

/// The report on recognition as Markdown with tables, as GitHub and GitLab render it.
///
/// Text of the report is escaped so that it cannot become markup, HTML or a link.
public struct RecognitionMarkdownExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The report under headings by article.
  public func export(_ report: RecognitionReport) -> [UInt8] {
    var text =
      Self.head(report) + Self.facts(report) + Self.gate(report) + Self.summary(report)
      + Self.blockers(report)
    text += Self.contents(report)
    let marks = report.blockerMarks
    for article in report.articles {
      let title = article.title == article.group ? "" : " \(article.title)"
      text += "\n## \(MarkdownText.inline(article.group + title))\n\n"
      text += "| requirement | state | why | what the claims say | applies |\n|---|---|---|---|---|\n"
      text += article.requirements.map { row($0, marks) }.joined()
    }
    return Array((text + "\n\(RecognitionReport.caution)\n").utf8)
  }

  private static func head(_ report: RecognitionReport) -> String {
    let notice = report.system.notice.map { "\n**\(MarkdownText.inline($0))**\n" } ?? ""
    let entries = [
      ("Pathway", report.pathwayWords), ("System", report.systemWords),
      ("Purpose", report.system.intendedPurpose.text), ("Market", report.target.words),
      ("Work", report.source.words), ("Day", report.asOf.description),
      ("Claims", ([report.basis.reviewState] + report.basis.details).joined(separator: ", ")),
    ]
    let rows = entries.map { MarkdownText.row([$0, MarkdownText.inline($1)]) }.joined()
    return """
      **\(MarkdownText.inline(report.legalBasisSentence))** \
      \(MarkdownText.inline(report.direction.legalBasis.says)) \
      Source: \(MarkdownText.inline(report.direction.legalBasis.source)).
      \(notice)
      # Recognition pathway: \(MarkdownText.inline(report.directionWords))

      | | |
      |---|---|
      \(rows)
      """
  }

  /// Every fact with its origin, in the order of the questions.
  private static func facts(_ report: RecognitionReport) -> String {
    let rows = report.pathway.questions.compactMap { question -> String? in
      guard let answer = report.system.facts[question.fact.rawValue] else { return nil }
      return MarkdownText.row(
        [
          question.fact.rawValue, answer.is?.joined(separator: ", ") ?? "unknown", answer.from,
          question.provision,
        ].map(MarkdownText.inline))
    }
    return "\n## Facts\n\n| fact | answer | from | asked by |\n|---|---|---|---|\n" + rows.joined()
  }

  private static func gate(_ report: RecognitionReport) -> String {
    let rows = report.gate.map { step in
      let says = step.decided.map { "\($0.says) (\($0.provision))" }
      let asks = step.open.map { "\($0.fact.rawValue): \($0.asks) (\($0.provision))" }
      return MarkdownText.row(
        [
          step.stage.title, report.outcome(of: step),
          ([says].compactMap { $0 } + asks).joined(separator: " "), report.facts(of: step),
        ].map(MarkdownText.inline))
    }
    return "\n## Gate\n\n| stage | outcome | why, or what to answer | facts |\n|---|---|---|---|\n"
      + rows.joined()
  }

  private static func summary(_ report: RecognitionReport) -> String {
    let rows = RecognitionReport.State.allCases.map { state in
      MarkdownText.row([state.words, String(report.count(of: state)), state.meaning])
    }
    let dangling = report.dangling.map {
      "\nThe pathway names \(MarkdownText.inline($0)), which the target does not have.\n"
    }
    return "\n## Requirements: \(report.requirements.count)\n\n\(report.extentSentence)\n\n"
      + "| state | requirements | meaning |\n|---|---:|---|\n" + rows.joined() + dangling.joined()
  }

  private static func blockers(_ report: RecognitionReport) -> String {
    let blockers = report.blockers
    guard !blockers.isEmpty else { return "" }
    let rows = blockers.enumerated().map { index, blocker in
      MarkdownText.row([
        "B\(index + 1)", MarkdownText.inline(blocker.condition.says), String(blocker.requirements),
        MarkdownText.inline(blocker.why), MarkdownText.inline(blocker.condition.provision),
      ])
    }
    return "\n## Blockers: the shortest list that, if met, would lift each block\n\n"
      + "| | condition | blocks | today | where |\n|---|---|---:|---|---|\n" + rows.joined()
  }

  /// The nine contents of an annex, side by side.
  private static func contents(_ report: RecognitionReport) -> String {
    let sides = report.pathway.parties
    let rows = report.pathway.contents.map { content in
      MarkdownText.row(
        [MarkdownText.inline(content.title)]
          + sides.map { side in
            content.parts[side.id].map {
              MarkdownText.inline("\($0.state.rawValue): \($0.says) (\($0.source))")
            }
              ?? ""
          })
    }
    let names = sides.map { MarkdownText.inline($0.name) }
    return "\n## What an annex would contain\n\n" + MarkdownText.row(["content"] + names)
      + "|---|---|---|\n" + rows.joined()
  }

  private func row(_ requirement: RecognitionReport.Requirement, _ marks: [String: String]) -> String {
    let blockers = requirement.blockers.compactMap { marks[$0.condition] }.joined(separator: " ")
    let why =
      [requirement.reason] + requirement.open.map { "Not judged: \($0.condition): \($0.why)" }
      + requirement.evidence.map { "With evidence: \($0)" }
    return MarkdownText.row([
      "**\(MarkdownText.inline(requirement.finding.target.local))** \(MarkdownText.inline(requirement.finding.title))",
      requirement.state.words + (blockers.isEmpty ? "" : " by \(blockers)"),
      why.map(MarkdownText.inline).joined(separator: "<br>"), requirement.subjectMatterWords,
      MarkdownText.inline(requirement.finding.applicability.words),
    ])
  }
}
