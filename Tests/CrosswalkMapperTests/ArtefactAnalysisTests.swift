import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct ArtefactAnalysisTests {
  private func frameworks() throws -> TestGraph {
    var test = TestGraph()
    try test.add("src", "A\nB\n  B1\n  B2\nC\nD")
    try test.add("law", "1\n  1a\n  1b\n2\n  2a\n  2b\n  2c")
    return test
  }

  private func target(_ test: TestGraph, _ artefacts: (String, [String])...) throws -> ArtefactReport.Target {
    let artefacts = try artefacts.map { id, supports in
      ArtefactAnalysis.Artefact(id: id, supports: try supports.map(TestGraph.control))
    }
    return try ArtefactAnalysis().target(
      try #require(FrameworkID("law")), from: [try #require(FrameworkID("src"))], artefacts: artefacts,
      graph: test.graph)
  }

  private func lines(_ target: ArtefactReport.Target) -> [String] {
    target.reaches.map { reach in
      let via = reach.support.source.map(\.local).joined(separator: "+")
      return "\(reach.artefacts.joined(separator: "+")): \(via) > \(reach.target.local) \(reach.extent)"
    }
  }

  @Test func anArtefactShowsAllOrPartOfWhatItsStatementsBearOn() throws {
    var test = try frameworks()
    try test.claim("src/A", .supersetOf, "law/1a", note: "not said of a whole")
    try test.claim("src/A", .related, "law/1b", note: "The rest stays open.")
    try test.claim("src/A", [.subsetOf, .disjoint], "law/2a")
    try test.claim("src/A", .disjoint, "law/2b")
    try test.claim("src/C", .equal, "law/2c")
    let target = try target(test, ("report", ["src/A"]))
    #expect(lines(target) == ["report: A > 1a whole", "report: A > 1b part", "report: A > 2a unknown"])
    #expect(target.reaches.map(\.missing.note) == [nil, "The rest stays open.", nil])
    #expect(target.counts == .init(statements: 5, whole: 1, part: 1, unknown: 1, none: 2))
    #expect(target.requirements.filter(\.isUnreached).map(\.id.local) == ["2b", "2c"])
  }

  @Test func whatFollowsFromClaimsAndStructureIsReachedWithItsClaims() throws {
    var test = try frameworks()
    try test.add("hub", "H")
    let first = try test.claim("src/C", .supersetOf, "hub/H", reviewed: true)
    let second = try test.claim("hub/H", .equal, "law/1a")
    try test.claim("src/B1", .related, "law/2a")
    let target = try target(test, ("report", ["src/C"]), ("sheet", ["src/B"]))
    // What is about a part of B is about B, too.
    #expect(lines(target) == ["report: C > 1a whole", "sheet: B > 2a part"])
    #expect(target.reaches[0].support.origin == .derived)
    #expect(target.reaches[0].support.derivation.claims == [first, second])
    #expect(target.reaches[1].support.derivation.restsOnDraftsOnly)
    // Evidence for a part of B2 says nothing about B1.
    #expect(try lines(self.target(test, ("sheet", ["src/B2"]))) == [])
  }

  @Test func aUnionNeedsArtefactsForAllOfIt() throws {
    var test = try frameworks()
    try test.claim("src/A | src/C", .supersetOf, "law/1a")
    #expect(try lines(target(test, ("one", ["src/A"]))) == [])
    #expect(try lines(target(test, ("one", ["src/A", "src/C"]))) == ["one: A+C > 1a whole"])
    let both = try target(test, ("other", ["src/C"]), ("one", ["src/A"]), ("spare", ["src/A"]))
    #expect(lines(both) == ["other+one: A+C > 1a whole"])
    #expect(both.counts.whole == 1)
  }

  @Test func whatOneArtefactShowsAloneIsNotShownTogether() throws {
    var test = try frameworks()
    // What A alone has a part in follows for A and C together.
    try test.claim("src/A | src/C", .supersetOf, "law/2a")
    try test.claim("src/A", .related, "law/1a")
    try test.claim("src/A", .related, "law/2a")
    let found = try lines(target(test, ("one", ["src/A"]), ("two", ["src/C"])))
    #expect(found == ["one: A > 1a part", "one+two: A+C > 2a whole", "one: A > 2a part"])
  }

  @Test func aClaimOnTheWholeNamesThePartsThatNoArtefactReaches() throws {
    var test = try frameworks()
    try test.claim("src/A", .related, "law/2", note: "Only the plan.")
    try test.claim("src/C", .related, "law/2a")
    let target = try target(test, ("one", ["src/A"]), ("two", ["src/C", "law/2b"]))
    // 2 is reached by A, which a claim says; that C reaches it follows from 2a and is not repeated.
    #expect(lines(target) == ["one: A > 2 part", "two: C > 2a part"])
    #expect(
      target.reaches[0].missing == .init(note: "Only the plan.", parts: [try TestGraph.control("law/2c")]))
    #expect(target.requirements.map(\.direct) == [[], [], [], ["two"], []])
  }

  @Test func whatOnlyFollowsForAWholeIsSaidOfTheLowestOne() throws {
    var test = TestGraph()
    try test.add("src", "A\n  A1\nB")
    try test.add(
      "law", "ch [group]\n  1 [control]\n    1a\n      1a(i)\n      1a(ii)\n    1b\n  2 [control]\n    2a")
    // What is part of A shares something with 1a, wherever in it.
    try test.claim("src/A1", .supersetOf, "law/1a(i)")
    try test.claim("src/B", .related, "law/1a")
    #expect(try lines(target(test, ("one", ["src/A"]))) == ["one: A > 1a(i) whole"])
    #expect(try lines(target(test, ("two", ["src/B"]))) == ["two: B > 1a part"])
    try test.claim("src/B", .intersectsWith, "law/ch")
    let named = try lines(target(test, ("two", ["src/B"])))
    #expect(named == ["two: B > ch part", "two: B > 1a part"])
  }

  @Test func whatSupportsAWholeIsNamedForItsParts() throws {
    let target = try target(try frameworks(), ("one", ["law/1"]), ("two", ["law/1b", "law/1"]))
    #expect(target.requirements.map(\.direct) == [["one", "two"], ["one", "two"], [], [], []])
    #expect(target.counts.direct == 2)
  }

  @Test func conflictingClaimsGiveNothing() throws {
    var test = try frameworks()
    try test.claim("src/A", .equal, "law/1a")
    try test.claim("src/A", .disjoint, "law/1a")
    #expect(try lines(target(test, ("one", ["src/A"]))) == [])
  }

  @Test func theOrderOfClaimsAndCatalogsChangesNothing() throws {
    var test = try frameworks()
    try test.claim("src/A", .related, "law/1a")
    try test.claim("src/C", .supersetOf, "law/1a")
    try test.claim("src/B", .related, "law/2")
    let artefacts = [("one", ["src/A", "src/C"]), ("two", ["src/B"])]
    let before = try lines(target(test, artefacts[0], artefacts[1]))
    test.reorder { $0.reversed() }
    #expect(try lines(target(test, artefacts[0], artefacts[1])) == before)
    #expect(before == ["one: C > 1a whole", "one: A > 1a part", "two: B > 2 part"])
  }

  /// What the analysis says of one artefact is what the closure says of its statement, for every pair.
  @Test(arguments: 0..<40)
  func everyReachIsWhatTheClosureKnows(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var test = try frameworks()
    let sources = ["A", "B", "B1", "B2", "C", "D"]
    let targets = ["1", "1a", "1b", "2", "2a", "2b", "2c"]
    for _ in 0..<6 {
      let set = RelationshipSet(rawValue: UInt8.random(in: 1...31, using: &random))
      try test.claim(
        "src/\(sources.randomElement(using: &random) ?? "A")", set,
        "law/\(targets.randomElement(using: &random) ?? "1")")
    }
    for source in sources {
      let id = try TestGraph.control("src/\(source)")
      let closure = RelationshipClosure(test.graph, including: [id])
      let found = try target(test, ("one", ["src/\(source)"]))
      for requirement in found.requirements {
        let relations = closure.relations(from: id, to: requirement.id)
        // Where it is open whether anything is shared, only what a claim says of this very pair is shown.
        let isReached =
          relations.certainlyOverlaps
          || test.claims.contains { $0.source == .nodes([id]) && $0.target == .nodes([requirement.id]) }
            && relations != .all && !relations.isEmpty && relations != .disjoint
        // A relation may follow from more than the claim about the pair: then it is derived.
        let isOpen = isReached && !relations.certainlyOverlaps
        let expected = isReached ? 1 : 0
        #expect(
          requirement.reaches.count == expected || isOpen && requirement.reaches.isEmpty,
          "\(source) \(requirement.id) \(relations)")
        if let extent = requirement.extent { #expect(extent == ArtefactReport.Extent(relations)) }
      }
    }
  }
}
