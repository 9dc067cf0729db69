import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// The matrix against the engine with reasons, on whole networks.
@Suite struct MatrixNetworkTests {
  private static let law = [
    "law/1", "law/1(a)", "law/1(b)", "law/1(b)(i)", "law/2", "law/2(a)(i)", "law/3", "law/3(a)", "law/3(b)",
  ]
  private static let other = [
    "std/G", "std/S1", "std/S1.a", "std/S1.b", "std/S2", "std/S3", "own/1", "own/2", "own/3",
  ]

  /// Random claims over two catalogs and nodes without one: unions, no counterparts and contradictions among them.
  private func graph(seed: UInt64) throws -> CrosswalkGraph {
    var generator = SeededGenerator(state: seed)
    var test = TestGraph()
    try test.add(
      "law",
      "1 [union]\n  1(a)\n  1(b)\n    1(b)(i)\n2\n  2(a) [exception]\n    2(a)(i)\n3 [union]\n  3(a)\n  3(b)")
    try test.add(
      "std", "G [group]\n  S1 [control] [union]\n    S1.a\n    S1.b\n  S2 [control]\n  S3 [control]")
    for _ in 0..<Int.random(in: 3...24, using: &generator) {
      let source = Self.other.shuffled(using: &generator).prefix(.random(in: 1...3, using: &generator))
      let target = Self.law.shuffled(using: &generator).prefix(.random(in: 1...2, using: &generator))
      let framework = String(source[0].prefix(3))
      let relations = RelationshipSet(rawValue: .random(in: 1...30, using: &generator))
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: try test.claim(framework, .disjoint, target[0])
      case 1: try test.claim(source[0], .disjoint, "law")
      case 2: try test.claim(Self.law[0], relations, target[0])
      default:
        let together = source.filter { $0.hasPrefix(framework) }.joined(separator: " | ")
        try test.claim(together, relations, target.joined(separator: " | "))
      }
    }
    return test.graph
  }

  /// The first pairs on which the two differ.
  private func differences(_ matrix: MatrixClosure, _ closed: PathConsistency) -> [String] {
    var differences: [String] = []
    for first in closed.network.nodes.indices {
      for second in closed.network.nodes.indices {
        let expected = closed.relations(NodeIndex(first), NodeIndex(second))
        let given = matrix.relations[first, second]
        if given != expected { differences.append("\(first) ? \(second): \(given), not \(expected)") }
      }
    }
    return Array(differences.prefix(3))
  }

  @Test(arguments: 0..<400)
  func givesWhatTheEngineWithReasonsGives(seed: UInt64) throws {
    let closure = RelationshipClosure(try graph(seed: seed))
    var conflicting = MatrixClosure(closure.network)
    #expect(conflicting.close().isEmpty == closure.emptyPairs.isEmpty)
    var matrix = MatrixClosure(closure.network, withdrawn: Set(closure.emptyPairs.map(\.pair)))
    #expect(matrix.close().isEmpty)
    #expect(differences(matrix, closure.closed) == [])
  }

  @Test(arguments: 400..<500)
  func givesTheSameForSomeOfTheFactsInBatches(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let network = RelationshipClosure(try graph(seed: seed)).network
    let isStructure = { (fact: Int32) in
      if case .structure = network.facts[Int(fact)].ground { true } else { false }
    }
    let facts = network.facts.indices.map(Int32.init)
      .filter { isStructure($0) || Bool.random(using: &generator) }
    let (closed, empty) = RelationshipClosure.close(network, .closure, facts: facts)
    let withdrawn = Set(empty.map(\.pair))
    var matrix = MatrixClosure(network, facts: facts.filter(isStructure), withdrawn: withdrawn)
    for fact in facts.filter({ !isStructure($0) }).shuffled(using: &generator) {
      matrix.constrain(network.facts[Int(fact)])
      if Bool.random(using: &generator) { #expect(matrix.close().isEmpty) }
    }
    #expect(matrix.close().isEmpty)
    #expect(differences(matrix, closed) == [])
  }

  @Test func whatIsWithdrawnIsNarrowedByStructureOnly() throws {
    var test = TestGraph()
    try test.add("law", "1\n  1(a)")
    try test.claim("law/1", .disjoint, "law/1(a)")
    try test.claim("law/1", .subsetOf, "own/1")
    let closure = RelationshipClosure(test.graph)
    let pair = try #require(closure.emptyPairs.first?.pair)
    var matrix = MatrixClosure(closure.network, withdrawn: [pair])
    #expect(matrix.close().isEmpty)
    #expect(matrix.relations[Int(pair.low), Int(pair.high)] == .covering)
    let own = try #require(closure.network.nodeOfForeign[try TestGraph.control("own/1")])
    #expect(matrix.relations[Int(pair.high), Int(own)] == .subsetOf)
  }
}
