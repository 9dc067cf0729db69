import CrosswalkModel

/// The next best questions, for a terminal.
public struct QuestionsTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The questions, best first, and the lines that record their answers.
  public func export(_ questions: ReviewQuestions) -> [UInt8] {
    var page = TextPage(style: style)
    let report = questions.report
    page.paragraph(report.basis.reviewState, ink: .strong)
    page.paragraph(report.basis.details.joined(separator: ", "), ink: .faint)
    page.heading("Next best questions")
    page.entry("Target", report.target.words.onOneLine, nameWidth: 6)
    page.entry("Source", report.source.words.onOneLine, nameWidth: 6)
    if let scope = report.scope { page.entry("Scope", scope.onOneLine, nameWidth: 6) }
    page.paragraph(questions.openWords, indent: 2)
    for (index, question) in questions.questions.enumerated() {
      write(question, number: index + 1, in: report, to: &page)
    }
    if questions.questions.isEmpty {
      page.heading("There is nothing to ask: no claim is unreviewed, and nothing is left unjudged.")
    } else {
      writeClose(to: &page)
    }
    return page.bytes
  }

  private func write(
    _ question: ReviewQuestions.Question, number: Int, in report: GapReport, to page: inout TextPage
  ) {
    page.heading("\(number). \(question.pairWords.onOneLine)")
    page.paragraph(question.worth(of: report), indent: 3)
    var why = question.kindWords
    if let claim = question.claim {
      why += ": \(claim.words.onOneLine)"
      if let confidence = claim.confidence { why += ", confidence \(Share.confidence(confidence))" }
    }
    page.paragraph(why, ink: .faint, indent: 3, hanging: 2)
    if let claim = question.claim { page.paragraph("id \(claim.id)", ink: .faint, indent: 5) }
    for (name, end) in [("Source", question.source), ("Target", question.target)] {
      let parts = [end.title, end.nodes.isEmpty ? "(the whole framework)" : end.text]
      page.entry(
        name, parts.filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: ": "), nameWidth: 6, indent: 3)
    }
    var table = TextTable([
      .init(name: "answer"), .init(name: "probability", isNumber: true), .init(name: "settles"),
    ])
    for answer in question.answers {
      table.append([
        .init(answer.words), .init(Share.percent(answer.probability)), .init(answer.settledWords),
      ])
    }
    table.write(to: &page, indent: 5)
    guard let record = question.answers.first(where: { $0.record != nil })?.record else { return }
    page.paragraph("To record the first of these that is a claim:", ink: .faint, indent: 3)
    page.line("   " + ClaimsCSVExporter.line(record).onOneLine)
  }

  private func writeClose(to page: inout TextPage) {
    page.blank()
    page.rule()
    page.paragraph(
      "A claim is accepted, amended or rejected by its id: crosswalk review accept ID --author NAME.")
    page.paragraph(
      "To record other answers, put their lines below this header into a file, write your name for REVIEWER and what is "
        + "shared and what is left as the note, and import it. --format json has the line of every answer.")
    page.line(ClaimsCSVExporter.header.joined(separator: ","))
    page.paragraph(Legend.caution, ink: .faint)
  }
}
