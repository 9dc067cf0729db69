import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// A gate decides only what holds however the unknown facts turn out.
@Suite struct GateWalkTests {
  private static let facts: [(SystemFact, [String])] = [
    (.defenceUse, ["exclusive", "dual-use", "none"]), (.researchOnly, ["yes", "no"]),
    (.prohibitedPractice, ["yes", "no"]), (.annexIII, ["1", "7", "none"]),
    (.user, ["law-enforcement", "other"]),
  ]

  /// The end of the walk in a form that compares.
  private static func end(_ walk: GateWalk) -> String {
    switch walk.end {
    case .procedure(let procedure, _): "procedure \(procedure.id)"
    case .stopped(let state, _): state.rawValue
    }
  }

  private static func walk(_ choices: [Int?]) throws -> GateWalk {
    var answers: [String: [String]] = [:]
    for ((fact, allowed), choice) in zip(facts, choices) {
      if let choice { answers[fact.rawValue] = [allowed[choice]] }
    }
    let pathway = try PathwayFixture().pathway()
    return GateWalk(pathway.directions[0], try PathwayFixture.system(answers), asking: pathway.questions)
  }

  /// Every way to fill in what is unknown.
  private static func completions(of choices: [Int?]) -> [[Int?]] {
    guard let place = choices.firstIndex(of: nil) else { return [choices] }
    return facts[place].1.indices.flatMap { index in
      var filled = choices
      filled[place] = index
      return completions(of: filled)
    }
  }

  @Test(arguments: 1...60)
  func whatIsDecidedHoldsForEveryAnswerToTheRest(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed) &* 7919)
    let choices: [Int?] = Self.facts.map { fact in
      Bool.random(using: &random) ? Int.random(in: 0..<fact.1.count, using: &random) : nil
    }
    let walk = try Self.walk(choices)
    let ends = Set(try Self.completions(of: choices).map { Self.end(try Self.walk($0)) })
    if Self.end(walk) == RecognitionReport.State.notJudged.rawValue {
      #expect(!walk.steps.flatMap(\.open).isEmpty)
    } else {
      #expect(ends == [Self.end(walk)], "\(choices)")
    }
    #expect(!ends.contains(RecognitionReport.State.notJudged.rawValue), "all answered, and still not judged")
  }

  @Test func theSameQuestionGivesTheSameReport() throws {
    let fixture = PathwayFixture(
      basis: PathwayFixture.inForce(), claims: [("src/S", .init(.supersetOf), "law/1", true)])
    let first = try fixture.report(PathwayFixture.thirdParty)
    for _ in 0..<5 {
      let again = try fixture.report(PathwayFixture.thirdParty)
      #expect(again.gate.map(\.facts) == first.gate.map(\.facts))
      #expect(again.requirements.map(\.blockers) == first.requirements.map(\.blockers))
      #expect(again.requirements.map(\.open) == first.requirements.map(\.open))
    }
  }
}
