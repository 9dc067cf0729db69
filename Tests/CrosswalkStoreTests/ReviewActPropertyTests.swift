import CrosswalkModel
import GRDB
import Testing

@testable import CrosswalkStore

/// What holds for any sequence of acts, by sequences drawn at random (the seed is the argument).
@Suite struct ReviewActPropertyTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Acts of different times on the claims of ``ReviewActTests`` and on those that the acts make; each may follow those of
  /// earlier times.
  private static func sequence(_ random: inout Random) -> [ReviewAct] {
    var acts: [ReviewAct] = []
    var open = ReviewActTests.claims().map(\.id.rawValue)
    var rejected: [String] = []
    for second in 0..<Int64.random(in: 1...12, using: &random) {
      guard let claim = open.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: acts.append(act(.accept, claim, at: second))
      case 1:
        acts.append(act(.reject, claim, at: second))
        open.removeAll { $0 == claim }
        rejected.append(claim)
      case 2:
        let amendment = act(.amend, claim, at: second, result: ReviewActTests.amended())
        acts.append(amendment)
        open.removeAll { $0 == claim }
        open += [amendment.result?.id.rawValue].compactMap(\.self)
      case 3: acts.append(act(.carry, claim, at: second, givenFor: [revision("a", "2")]))
      default:
        guard let mistaken = rejected.popLast() else { continue }
        acts.append(act(.accept, mistaken, at: second))
        open.append(mistaken)
      }
    }
    return acts
  }

  /// The rows of claims as they stand in the file.
  private func rows(_ path: String) throws -> [String] {
    try dump(path).filter { $0.hasPrefix("claim ") || $0.hasPrefix("claim_end ") }
  }

  /// Claims without the place of those that acts made, which is the number of the act in its store.
  private func effective(_ store: CrosswalkStore) throws -> [MappingClaim] {
    try store.claims().map { claim in
      var claim = claim
      if claim.origin.file == ReviewAct.file {
        claim.origin = SourceLocation(file: ReviewAct.file, line: 1, column: 1)
      }
      return claim
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func noActChangesARowOfAClaim(seed: UInt64) throws {
    var random = Random(state: seed)
    let bench = try Workbench()
    let store = try ReviewActTests.store(bench)
    let before = try rows(bench.storePath)
    for act in Self.sequence(&random) { try store.record([act], asOf: ReviewActTests.today) }
    #expect(try rows(bench.storePath) == before)
    #expect(try store.integrityProblems() == [])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func whatCountsFollowsFromTheOrderOfTimeOnly(seed: UInt64) throws {
    var random = Random(state: seed)
    let acts = Self.sequence(&random)
    let claims = ReviewActTests.claims()
    let expected = EffectiveClaims(claims, acts: acts).claims
    for _ in 0..<5 {
      #expect(EffectiveClaims(claims, acts: acts.shuffled(using: &random)).claims == expected)
      #expect(EffectiveClaims.fault(in: acts.shuffled(using: &random), known: Set(claims.map(\.id))) == nil)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func actingAndImportingAgainCommute(seed: UInt64) throws {
    var random = Random(state: seed)
    let acts = Self.sequence(&random)
    var renewed = ReviewActTests.claims()
    for index in renewed.indices {
      renewed[index].status = [.draft, .complete, .rejected][Int.random(in: 0..<3, using: &random)]
      renewed[index].reviewer = Bool.random(using: &random) ? "Somebody" : nil
    }
    let again = graph(claims: renewed)
    let (first, second) = (try Workbench(), try Workbench())
    let (actsFirst, importFirst) = (try ReviewActTests.store(first), try ReviewActTests.store(second))
    try actsFirst.record(acts, asOf: ReviewActTests.today)
    try actsFirst.save(again, origin: origin("again.csv"))
    try importFirst.save(again, origin: origin("again.csv"))
    try importFirst.record(acts, asOf: ReviewActTests.today)
    #expect(try effective(actsFirst) == effective(importFirst))
    #expect(try rows(first.storePath) == rows(second.storePath))
    // A release that brings the claims again undoes nothing either.
    try actsFirst.saveBundled(
      [StoreImport(graph: graph(claims: ReviewActTests.claims()), origin: origin())], version: "1")
    #expect(try effective(actsFirst) == effective(importFirst))
  }
}
