import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct StructureTests {
  /// A random tree over regions in which every part is within its whole.
  private struct Forest {
    var outline = ""
    var names: [String] = []
    var regions: [Int] = []

    init(_ prefix: String, using generator: inout SeededGenerator) {
      for top in 0..<3 {
        grow("\(prefix)\(top)", within: .random(in: 32...255, using: &generator), depth: 0, &generator)
      }
    }

    private mutating func grow(_ name: String, within: Int, depth: Int, _ generator: inout SeededGenerator) {
      outline += String(repeating: " ", count: depth * 2) + name + (depth == 0 ? " [group]" : "") + "\n"
      names.append(name)
      regions.append(within)
      guard depth < 3 else { return }
      for child in 0..<Int.random(in: 0...3, using: &generator) {
        let region = within & Int.random(in: 1...255, using: &generator)
        grow("\(name).\(child)", within: region == 0 ? within : region, depth: depth + 1, &generator)
      }
    }
  }

  @Test(arguments: 0..<60)
  func leavingOutNodesThatNoClaimNamesLosesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let (left, right) = (Forest("a", using: &generator), Forest("b", using: &generator))
    var test = TestGraph()
    try test.add("left", left.outline)
    try test.add("right", right.outline)
    for _ in 0..<8 {
      let first = Int.random(in: 0..<left.names.count, using: &generator)
      let second = Int.random(in: 0..<right.names.count, using: &generator)
      let noise = RelationshipSet(
        rawValue: .random(in: 0...31, using: &generator) & .random(in: 0...31, using: &generator))
      try test.claim(
        "left/\(left.names[first])", relationship(left.regions[first], right.regions[second]).union(noise),
        "right/\(right.names[second])")
    }
    let all = try (left.names.map { "left/\($0)" } + right.names.map { "right/\($0)" }).map(TestGraph.control)
    let truth = left.regions + right.regions
    let pruned = RelationshipClosure(test.graph)
    let full = RelationshipClosure(test.graph, including: all)
    #expect(pruned.network.nodes.count <= full.network.nodes.count)
    for (i, first) in all.enumerated() {
      for (j, second) in all.enumerated() {
        let relations = pruned.relations(from: first, to: second)
        #expect(relations == full.relations(from: first, to: second), "\(first) ? \(second)")
        #expect(relations.isSuperset(of: relationship(truth[i], truth[j])))
      }
    }
  }

  @Test func aPartOfAnExceptionIsPartOfTheArticle() throws {
    var test = TestGraph()
    try test.add("law", "1\n  1(1) [exception]\n    1(1)(a) [duty]")
    let closure = RelationshipClosure(test.graph)
    #expect(
      try closure.relations(from: TestGraph.control("law/1(1)(a)"), to: TestGraph.control("law/1")) == .within
    )
  }

  @Test func anEnhancementIsNoPartOfItsBaseControl() throws {
    var test = TestGraph()
    try test.add("nist", "AC-2\n  AC-2(1) [enhancement]")
    let closure = RelationshipClosure(test.graph)
    #expect(
      try closure.relations(from: TestGraph.control("nist/AC-2(1)"), to: TestGraph.control("nist/AC-2"))
        == .all)
  }

  @Test func namesInOtherSpellingsAreFound() throws {
    var test = TestGraph()
    try test.add("nist", "AC-2")
    try test.add("law", "9")
    try test.claim("nist/ac-02", .supersetOf, "law/Article 9")
    let closure = RelationshipClosure(test.graph)
    #expect(closure.danglingClaims.isEmpty)
    #expect(
      try closure.relations(from: TestGraph.control("nist/AC-2"), to: TestGraph.control("law/9"))
        == .supersetOf)
  }

  @Test func aClaimAboutANodeThatIsNotThereDanglesAndTakesNoPart() throws {
    var test = TestGraph()
    try test.add("a", "1")
    try test.add("b", "1")
    try test.claim("a/1", .supersetOf, "b/1 | b/7")
    let closure = RelationshipClosure(test.graph)
    #expect(closure.danglingClaims.map(\.claim.id) == [ClaimID("001")])
    #expect(closure.danglingClaims.first?.missing == [try TestGraph.control("b/7")])
    #expect(try closure.relations(from: TestGraph.control("a/1"), to: TestGraph.control("b/1")) == .all)
  }

  @Test func aClaimAboutAWithdrawnNodeHasNoEffect() throws {
    var test = TestGraph()
    try test.add("a", "1 [withdrawn]")
    try test.add("b", "1")
    try test.claim("a/1", .equal, "b/1")
    let closure = RelationshipClosure(test.graph)
    #expect(closure.claimsWithoutEffect.map(\.id) == [ClaimID("001")])
    #expect(closure.danglingClaims.isEmpty)
  }

  @Test func aUnionWithAWithdrawnMemberMayHoldMoreThanTheOthers() throws {
    var test = TestGraph()
    try test.add("a", "1")
    try test.add("b", "1\n2 [withdrawn]")
    try test.claim("a/1", .subsetOf, "b/1 | b/2")
    let closure = RelationshipClosure(test.graph)
    #expect(try closure.relations(from: TestGraph.control("a/1"), to: TestGraph.control("b/1")) == .all)
  }
}
