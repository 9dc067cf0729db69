import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct WitnessTests {
  private func test() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "G [group]\n  1 [control]\n    1.x\n    1.y\n  2 [control]")
    try test.add("law", "1 [duty]\n  1(a) [duty]\n  1(b) [duty]\n  1(c) [definition]\n2 [duty]")
    return test
  }

  /// The claims without witnesses, with the local names of the parts.
  private func unwitnessed(_ test: TestGraph) throws -> [String: [String]] {
    let day = try #require(CalendarDate("2026-11-23"))
    let report = ConsistencyCheck(.init(asOf: day)).report(graph: test.graph)
    return Dictionary(
      uniqueKeysWithValues: report.unwitnessed.map { ($0.claim.id.rawValue, $0.parts.map(\.local)) })
  }

  @Test func namesThePartsThatNoOtherClaimCovers() throws {
    var test = try test()
    try test.claim("src/2", .supersetOf, "law/1")
    #expect(try unwitnessed(test) == ["001": ["1(a)", "1(b)"]])
    try test.claim("src/2", .covering, "law/1(a)")
    #expect(try unwitnessed(test) == ["001": ["1(b)"]])
    // An overlap is no witness; nor is a claim of something else, or one of the same pair.
    try test.claim("src/2", .intersectsWith, "law/1(b)")
    try test.claim("src/1.x", .supersetOf, "law/1(b)")
    #expect(try unwitnessed(test) == ["001": ["1(b)"]])
    try test.claim("law/1(b)", .subsetOf, "src/2")
    #expect(try unwitnessed(test) == [:])
  }

  @Test func theMirrorIsReadFromTheOtherEnd() throws {
    var test = try test()
    try test.claim("law/1", .subsetOf, "src/2")
    #expect(try unwitnessed(test) == ["001": ["1(a)", "1(b)"]])
  }

  @Test func whatHasPartsIsBorneOutByThem() throws {
    var test = try test()
    try test.claim("src/1", .supersetOf, "law/2")
    #expect(try unwitnessed(test) == ["001": ["2"]])
    // Of something that has parts itself.
    try test.claim("src/G", .supersetOf, "law/2")
    #expect(try unwitnessed(test) == ["001": ["2"], "002": ["2"]])
    try test.claim("src/1.y", .equal, "law/2")
    #expect(try unwitnessed(test) == [:])
  }

  @Test func equalNeedsWitnessesAtBothEnds() throws {
    var test = try test()
    try test.claim("src/1", .equal, "law/1")
    #expect(try unwitnessed(test) == ["001": ["1(a)", "1(b)", "1.x", "1.y"]])
  }

  @Test func aUnionBearsOutWhatItIsPartOf() throws {
    var test = try test()
    try test.claim("src/1", .supersetOf, "law/1")
    try test.claim("src/1.x | src/1.y", .supersetOf, "law/1(a) | law/1(b)")
    #expect(try unwitnessed(test) == [:])
  }

  @Test func leavesAndOverlapsNeedNone() throws {
    var test = try test()
    try test.claim("src/2", .supersetOf, "law/2")
    try test.claim("src/1", .related, "law/1")
    try test.claim("src/1", .supersetOf, "law/1", status: .rejected)
    #expect(try unwitnessed(test) == [:])
  }
}
