import CrosswalkModel

/// The report on recognition for a terminal: the legal basis first, then the gate, the blockers, the requirements.
public struct RecognitionTableExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The report, head first.
  public func export(_ report: RecognitionReport) -> [UInt8] {
    var page = TextPage(style: style)
    writeHead(of: report, to: &page)
    writeGate(of: report, to: &page)
    writeSummary(of: report, to: &page)
    writeBlockers(of: report, to: &page)
    writeRequirements(of: report, to: &page)
    page.blank()
    page.rule()
    page.paragraph(RecognitionReport.caution)
    page.paragraph(report.legalBasisSentence.onOneLine, ink: .strong)
    return page.bytes
  }

  private func writeHead(of report: RecognitionReport, to page: inout TextPage) {
    page.paragraph(report.legalBasisSentence.onOneLine, ink: .strong)
    page.paragraph(report.direction.legalBasis.says.onOneLine)
    page.paragraph("Source: \(report.direction.legalBasis.source)".onOneLine, ink: .faint)
    if let notice = report.system.notice { page.paragraph(notice.onOneLine, ink: .strong) }
    page.heading("Recognition pathway: \(report.directionWords)".onOneLine)
    let entries = [
      ("Pathway", report.pathwayWords), ("System", report.systemWords),
      ("Purpose", report.system.intendedPurpose.text), ("Market", report.target.words),
      ("Work", report.source.words), ("Day", report.asOf.description),
      ("Claims", ([report.basis.reviewState] + report.basis.details).joined(separator: ", ")),
    ]
    for (name, value) in entries { page.entry(name, value.onOneLine, nameWidth: 8) }
    if let selection = report.target.selection {
      page.entry("", "The market's framework is a selection: \(selection)".onOneLine, nameWidth: 8)
    }
  }

  private func writeGate(of report: RecognitionReport, to page: inout TextPage) {
    page.heading("Gate")
    for step in report.gate {
      page.paragraph(
        "\(step.stage.title) → \(report.outcome(of: step))".onOneLine, ink: .strong, indent: 2, hanging: 2)
      if let rule = step.decided {
        page.paragraph("\(rule.says) (\(rule.provision))".onOneLine, indent: 4)
      }
      if !step.facts.isEmpty { page.paragraph(report.facts(of: step).onOneLine, ink: .faint, indent: 4) }
      for question in step.open {
        page.paragraph(
          "? \(question.fact.rawValue): \(question.asks) (\(question.provision))".onOneLine, ink: .magenta,
          indent: 4, hanging: 2)
      }
    }
  }

  private func writeSummary(of report: RecognitionReport, to page: inout TextPage) {
    page.heading("Requirements: \(report.requirements.count)")
    page.paragraph(report.extentSentence, ink: .faint, indent: 2)
    for state in RecognitionReport.State.allCases where report.count(of: state) > 0 {
      let count = String(report.count(of: state)).rightAligned(to: 5) + "  "
      page.paragraph(
        "\(Self.fixed(count))\(state.words): \(state.meaning)", ink: state.ink, indent: 2, hanging: 7)
    }
    for name in report.dangling {
      page.paragraph(
        "The pathway names \(name), which \(report.target.id) does not have.".onOneLine, ink: .yellow,
        indent: 2)
    }
  }

  /// Blanks that wrapping leaves alone.
  private static func fixed(_ lead: String) -> String { String(lead.map { $0 == " " ? "\u{A0}" : $0 }) }

  private func writeBlockers(of report: RecognitionReport, to page: inout TextPage) {
    let blockers = report.blockers
    guard !blockers.isEmpty else { return }
    page.heading("Blockers: the shortest list that, if met, would lift each block")
    for (index, blocker) in blockers.enumerated() {
      let count = Counted.of(blocker.requirements, "requirement")
      page.paragraph(
        Self.fixed("B\(index + 1)  ") + blocker.condition.says.onOneLine, ink: .strong, indent: 2, hanging: 4)
      page.paragraph("blocks \(count); today: \(blocker.why)".onOneLine, indent: 6)
      page.paragraph(blocker.condition.provision.onOneLine, ink: .faint, indent: 6)
    }
  }

  private func writeRequirements(of report: RecognitionReport, to page: inout TextPage) {
    let marks = report.blockerMarks
    var last: RecognitionReport.Requirement?
    for article in report.articles {
      let title = article.title == article.group ? "" : "  \(article.title)"
      page.heading("\(article.group)\(title)".onOneLine)
      for (index, requirement) in article.requirements.enumerated() {
        let isLikeTheLast = last.map(requirement.isLike) == true
        if index == 0 || !isLikeTheLast { writeState(of: requirement, marks, to: &page) }
        if !isLikeTheLast { writeReasons(of: requirement, to: &page) }
        let applicability = requirement.finding.applicability
        if index == 0, last?.finding.applicability != applicability, applicability != .applies {
          page.paragraph(applicability.words.onOneLine, ink: .faint, indent: 4)
        }
        last = requirement
        page.entry(
          requirement.finding.target.local.unbreakable,
          "\(requirement.finding.title); claims: \(requirement.subjectMatterWords)".onOneLine, nameWidth: 16,
          indent: 4)
      }
    }
  }

  /// What holds for the requirements that follow.
  private func writeState(
    of requirement: RecognitionReport.Requirement, _ marks: [String: String], to page: inout TextPage
  ) {
    let blockers = requirement.blockers.compactMap { marks[$0.condition] }.joined(separator: " ")
    let words = requirement.state.words + (blockers.isEmpty ? "" : " by \(blockers)")
    page.paragraph(words, ink: requirement.state.ink, indent: 2)
  }

  /// Why, where it is not the same as above.
  private func writeReasons(of requirement: RecognitionReport.Requirement, to page: inout TextPage) {
    page.paragraph(requirement.reason.onOneLine, ink: .faint, indent: 4)
    for open in requirement.open {
      page.paragraph(
        "not judged: \(open.condition): \(open.why)".onOneLine, ink: .magenta, indent: 4, hanging: 2)
    }
    for evidence in requirement.evidence {
      page.paragraph("with evidence: \(evidence)".onOneLine, indent: 4, hanging: 2)
    }
  }
}
