import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// The next best question: ranked as answering each way with a whole gap report would rank it.
@Suite struct QuestionTests {
  private static let source = FrameworkID("src").unsafelyUnwrapped
  private static let target = FrameworkID("law").unsafelyUnwrapped

  private func options() throws -> GapAnalysis.Options {
    GapAnalysis.Options(asOf: try #require(CalendarDate("2026-11-01")))
  }

  private func questions(_ graph: CrosswalkGraph, top: Int) throws -> ReviewQuestions {
    try QuestionFinder(options()).questions(graph: graph, from: Self.source, to: Self.target, top: top)
  }

  private func report(_ graph: CrosswalkGraph) throws -> GapReport {
    try GapAnalysis(options()).report(graph: graph, from: Self.source, to: Self.target)
  }

  /// What the report counts as open, in requirements.
  private func open(_ report: GapReport) -> Int {
    Int((report.summary.coverage.open * Double(report.summary.statements)).rounded())
  }

  /// The graph as the answer leaves it: recorded as the answer's own claim says.
  private func answered(
    _ graph: CrosswalkGraph, _ question: ReviewQuestions.Question, _ answer: ReviewQuestions.Answer
  ) -> CrosswalkGraph {
    guard var record = answer.record else { return graph }
    if answer.meaning == .rejected { return graph.with(without: [record.id]) }
    if record.id.rawValue.isEmpty { record.id = ClaimID("answer") }
    return graph.with([record], without: [record.id])
  }

  @Test(arguments: 1...200)
  func theExpectedLoweringIsThatOfAnsweringEachWay(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let claims = Int.random(in: 1...7, using: &generator)
    let graph = try RandomQuestion(claims: claims, using: &generator).test.graph
    guard graph.contradictions().isEmpty else { return }
    let before = open(try report(graph))
    for question in try questions(graph, top: 1000).questions {
      var expected = 0.0
      for answer in question.answers {
        let after = answered(graph, question, answer)
        guard let settled = answer.settled else {
          #expect(!after.contradictions().isEmpty, "\(question.source.nodes) \(answer.meaning)")
          #expect(answer.probability == 0)
          continue
        }
        #expect(after.contradictions().isEmpty)
        #expect(
          settled == before - open(try report(after)),
          "\(question.kind) \(question.source.nodes) \(question.target.nodes) \(answer.meaning)")
        expected += answer.probability * Double(settled)
      }
      #expect(abs(question.expectedLowering - expected) < 1e-9)
      #expect(abs(question.answers.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    }
  }

  @Test(arguments: 1...50)
  func theBestFewAreTheFirstOfAll(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let claims = Int.random(in: 2...8, using: &generator)
    let stale = Int.random(in: 0...2, using: &generator)
    let graph = try RandomQuestion(claims: claims, stale: stale, using: &generator).test.graph
    let all = try questions(graph, top: 1000)
    let few = try questions(graph, top: 3)
    #expect(few.candidates == all.candidates)
    #expect(few.questions.map(\.key) == all.questions.prefix(3).map(\.key))
    #expect(
      zip(all.questions, all.questions.dropFirst()).allSatisfy { $0.expectedLowering >= $1.expectedLowering })
  }

  @Test func aConflictIsAskedAboutByItsClaims() throws {
    var test = TestGraph()
    try test.add("src", "a\nb")
    try test.add("law", "1\n2")
    let wrong = try test.claim("src/a", .disjoint, "law/1", confidence: 0.2)
    try test.claim("src/a", .related, "law/1", confidence: 0.9, reviewed: true)
    let best = try #require(try questions(test.graph, top: 1).questions.first)
    #expect(best.kind == .conflictingClaim)
    #expect(best.claim?.id == wrong, "the less trusted one is the more probable to be wrong")
    let rejection = try #require(best.answers.first { $0.meaning == .rejected })
    #expect(rejection.settled == 1, "1 is then partly addressed")
    #expect(abs(rejection.probability - 0.8) < 1e-9)
    #expect(abs(best.expectedLowering - 0.8) < 1e-9)
    #expect(rejection.record?.status == .rejected && rejection.record?.id == wrong)
  }

  @Test func aStaleClaimIsAskedAboutAgain() throws {
    var test = TestGraph()
    try test.add("src", "a")
    try test.add("law", "1\n2")
    let stale = try test.claim("src/a", .intersectsWith, "law/1", confidence: 0.9, reviewed: true)
    test.stale = [stale]
    let best = try #require(try questions(test.graph, top: 1).questions.first)
    #expect(best.kind == .staleClaim && best.claim?.id == stale)
    #expect(best.answers.map(\.settled) == [1, 0])
    // A claim about the present text, not the old one brought up to date.
    #expect(best.answers[0].record?.id.rawValue.isEmpty == true)
    #expect(best.answers[0].record?.targetRevision?.rawValue == "1")
  }

  @Test func aReviewedDraftGapIsSettledAndARejectedOneIsNot() throws {
    var test = TestGraph()
    try test.add("src", "a")
    try test.add("law", "1\n  1.1\n  1.2\n2")
    let draft = try test.claim("src", .disjoint, "law/1", confidence: 0.7)
    let best = try #require(try questions(test.graph, top: 1).questions.first)
    #expect(best.claim?.id == draft)
    #expect(best.answers.map(\.meaning) == [.noCounterpart, .rejected])
    #expect(best.answers.map(\.settled) == [2, 0], "both parts of 1")
    #expect(abs(best.expectedLowering - 1.4) < 1e-9)
    #expect(best.answers[0].record?.isReviewed == true)
    #expect(best.answers[0].record?.id == draft)
  }

  @Test(arguments: 1...40)
  func theOrderOfClaimsDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var test = try RandomQuestion(claims: 6, stale: 1, using: &generator).test
    let first = try questions(test.graph, top: 10)
    test.reorder { $0.shuffled(using: &generator) }
    let second = try questions(test.graph, top: 10)
    #expect(first.questions.map(\.key) == second.questions.map(\.key))
    #expect(first.questions.map(\.expectedLowering) == second.questions.map(\.expectedLowering))
  }
}

extension ReviewQuestions.Question {
  fileprivate var key: String {
    "\(kind.rawValue) \(source.nodes) \(target.nodes) \(claim?.id.rawValue ?? "")"
  }
}
