import CrosswalkModel

/// The next best questions as JSON, schema `crosswalk-review-questions/1`.
public struct QuestionsJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; questions best first.
  public func export(_ questions: ReviewQuestions) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: QuestionsDocument(questions))
  }
}

private struct QuestionsDocument: Encodable {
  struct End: Encodable {
    var reference, title, text: String

    init(_ end: ReviewQuestions.Question.End) {
      reference = end.reference
      title = end.title
      text = end.text
    }
  }

  struct Answer: Encodable {
    var answer: String
    var probability: Double
    @Nullable var settled: Int?
    var contradicts: Bool
    @Nullable var record: String?

    init(_ answer: ReviewQuestions.Answer) {
      self.answer = answer.name
      probability = Share.rounded(answer.probability)
      settled = answer.settled
      contradicts = answer.settled == nil
      record = answer.record.map(ClaimsCSVExporter.line)
    }
  }

  struct Lowering: Encodable {
    var statements, share: Double
  }

  struct Question: Encodable {
    var kind: String
    var source, target: End
    @Nullable var claim: String?
    @Nullable var confidence: Double?
    @Nullable var from: String?
    var answers: [Answer]
    var expectedLowering: Lowering

    init(_ question: ReviewQuestions.Question, all: Int) {
      kind = question.kind.rawValue
      source = End(question.source)
      target = End(question.target)
      claim = question.claim?.id.rawValue
      confidence = question.claim?.confidence.map(Share.rounded)
      from = question.claim?.origin.description
      answers = question.answers.map(Answer.init)
      expectedLowering = Lowering(
        statements: Share.rounded(question.expectedLowering),
        // One statement of thousands is less than a thousandth.
        share: all == 0 ? 0 : (question.expectedLowering / Double(all) * 1_000_000).rounded() / 1_000_000)
    }
  }

  struct Basis: Encodable {
    var claims, reviewed, draft: Int
  }

  var schema = "crosswalk-review-questions/1"
  var source, target: String
  var asOf: String
  @Nullable var scope: String?
  var basis: Basis
  var summary: CountsDocument
  var candidates: Int
  var recordHeader: String
  var questions: [Question]

  init(_ questions: ReviewQuestions) {
    let report = questions.report
    source = report.source.id.description
    target = report.target.id.description
    asOf = report.asOf.description
    scope = report.scope
    basis = Basis(claims: report.basis.claims, reviewed: report.basis.reviewed, draft: report.basis.draft)
    summary = CountsDocument(report.summary)
    candidates = questions.candidates
    recordHeader = ClaimsCSVExporter.header.joined(separator: ",")
    self.questions = questions.questions.map { Question($0, all: report.summary.statements) }
  }
}
