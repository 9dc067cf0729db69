import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct UnionTests {
  private func relations(_ test: TestGraph, _ source: String, _ target: String) throws -> RelationshipSet {
    let closure = RelationshipClosure(test.graph)
    return closure.relations(from: try TestGraph.control(source), to: try TestGraph.control(target))
  }

  @Test func aUnionThatCoversSaysNothingAboutOneMember() throws {
    var test = TestGraph()
    try test.claim("a/1 | a/2", .supersetOf, "b/1")
    #expect(try relations(test, "a/1", "b/1") == .all)
  }

  @Test func whatCoversAUnionCoversEachMember() throws {
    var test = TestGraph()
    try test.claim("a/1", .supersetOf, "b/1 | b/2")
    #expect(try relations(test, "a/1", "b/1") == .supersetOf)
    #expect(try relations(test, "a/1", "b/2") == .supersetOf)
  }

  @Test func whatOverlapsAUnionMayMissAMember() throws {
    var test = TestGraph()
    try test.claim("a/1", .intersectsWith, "b/1 | b/2")
    #expect(try relations(test, "a/1", "b/1").contains(.disjoint))
  }

  @Test func aUnionOfDisjointMembersIsDisjoint() throws {
    var test = TestGraph()
    // The union covers b/9, which is disjoint from b/1 only because both members are.
    try test.claim("a/1 | a/2", .supersetOf, "c/1")
    try test.claim("a/1", .disjoint, "b/1")
    try test.claim("a/2", .disjoint, "b/1")
    #expect(try relations(test, "c/1", "b/1") == .disjoint)
  }

  @Test func aUnionOfMembersWithinANodeIsWithinIt() throws {
    var test = TestGraph()
    try test.claim("a/1 | a/2", .supersetOf, "c/1")
    try test.claim("a/1", .subsetOf, "b/1")
    try test.claim("a/2", .subsetOf, "b/1")
    #expect(try relations(test, "c/1", "b/1") == .subsetOf)
  }

  @Test func oneUnknownMemberLeavesTheUnionOpen() throws {
    var test = TestGraph()
    try test.claim("a/1 | a/2", .supersetOf, "c/1")
    try test.claim("a/1", .disjoint, "b/1")
    #expect(try relations(test, "c/1", "b/1") == .all)
  }

  @Test func partsOfADeclaredUnionSpeakForIt() throws {
    for (mark, expected) in [("[union]", RelationshipSet.disjoint), ("", .all)] {
      var test = TestGraph()
      try test.add("a", "1 \(mark)\n  1.a\n  1.b")
      try test.claim("a/1.a", .disjoint, "b/1")
      try test.claim("a/1.b", .disjoint, "b/1")
      let relations = try relations(test, "a/1", "b/1")
      #expect(mark.isEmpty ? relations.contains(.intersectsWith) : relations == expected)
    }
  }

  @Test(arguments: 0..<40)
  func noCounterpartSaysTheSameAsDisjointFromEveryNode(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let sources = ["G", "S1", "S2", "S3"]
    var whole = TestGraph()
    try whole.add("src", "G [group]\n  S1 [control]\n  S2 [control]\n  S3 [control]")
    try whole.add("law", "1\n  1(a)\n2\n  2(a)")
    var spelledOut = whole
    try whole.claim("src", .disjoint, "law/1")
    for source in sources { try spelledOut.claim("src/\(source)", .disjoint, "law/1") }
    for _ in 0..<3 {
      let source = try #require(sources.randomElement(using: &generator))
      let target = try #require(["2", "2(a)"].randomElement(using: &generator))
      let relations = RelationshipSet(rawValue: .random(in: 1...15, using: &generator))
      try whole.claim("src/\(source)", relations, "law/\(target)")
      try spelledOut.claim("src/\(source)", relations, "law/\(target)")
    }
    guard spelledOut.graph.contradictions().isEmpty else { return }
    let names = sources.map { "src/\($0)" } + ["law/1", "law/1(a)", "law/2", "law/2(a)"]
    for first in names {
      for second in names {
        let relations = try relations(whole, first, second)
        #expect(try relations == self.relations(spelledOut, first, second), "\(first) ? \(second)")
      }
    }
  }

  @Test func theDerivationOfAUnionNamesEveryMember() throws {
    var test = TestGraph()
    try test.claim("a/1 | a/2", .supersetOf, "c/1")
    try test.claim("a/1", .disjoint, "b/1")
    try test.claim("a/2", .disjoint, "b/1")
    let explanation = try RelationExplainer().explain(
      graph: test.graph, from: TestGraph.control("c/1"), to: TestGraph.control("b/1"))
    #expect(
      Set(explanation.derivations.flatMap(\.claims)) == [ClaimID("001"), ClaimID("002"), ClaimID("003")])
  }

  /// Random claims with unions over true regions: the truth is never excluded, whatever the members.
  @Test(arguments: 0..<60)
  func neverExcludesTheTruthOfUnions(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<8).map { _ in Int.random(in: 1...63, using: &generator) }
    var test = TestGraph()
    for _ in 0..<14 {
      let size = Int.random(in: 1...3, using: &generator)
      let left = (0..<size).map { _ in Int.random(in: 0..<4, using: &generator) }
      let right = Int.random(in: 4..<8, using: &generator)
      let union = left.reduce(0) { $0 | truth[$1] }
      let noise = RelationshipSet(
        rawValue: .random(in: 0...31, using: &generator) & .random(in: 0...31, using: &generator))
      let source = left.map { "a/\($0)" }.joined(separator: " | ")
      try test.claim(source, relationship(union, truth[right]).union(noise), "b/\(right)")
    }
    let closure = RelationshipClosure(test.graph)
    #expect(closure.contradictions().isEmpty)
    for i in 0..<8 {
      for j in 0..<8 where i != j {
        let source = try TestGraph.control(i < 4 ? "a/\(i)" : "b/\(i)")
        let target = try TestGraph.control(j < 4 ? "a/\(j)" : "b/\(j)")
        #expect(closure.relations(from: source, to: target).isSuperset(of: relationship(truth[i], truth[j])))
      }
    }
  }
}
