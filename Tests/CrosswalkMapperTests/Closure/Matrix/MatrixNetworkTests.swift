import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// The matrix against the engine with reasons, on whole networks.
@Suite struct MatrixNetworkTests {
  /// Random claims over two catalogs and nodes without one: unions, no counterparts and contradictions among them.
  private func graph(seed: UInt64) throws -> CrosswalkGraph {
    var generator = SeededGenerator(state: seed)
    var test = TestGraph()
    try test.add(
      "law",
      "1 [union]\n  1(a)\n  1(b)\n    1(b)(i)\n2\n  2(a) [exception]\n    2(a)(i)\n3 [union]\n  3(a)\n  3(b)")
    try test.add(
      "std", "G [group]\n  S1 [control] [union]\n    S1.a\n    S1.b\n  S2 [control]\n  S3 [control]")
    let law = [
      "law/1", "law/1(a)", "law/1(b)", "law/1(b)(i)", "law/2", "law/2(a)(i)", "law/3", "law/3(a)", "law/3(b)",
    ]
    let other = ["std/G", "std/S1", "std/S1.a", "std/S1.b", "std/S2", "std/S3", "own/1", "own/2", "own/3"]
    for _ in 0..<Int.random(in: 3...24, using: &generator) {
      let source = other.shuffled(using: &generator).prefix(.random(in: 1...3, using: &generator))
      let target = law.shuffled(using: &generator).prefix(.random(in: 1...2, using: &generator))
      let framework = source[0].prefix(3)
      let relations = RelationshipSet(rawValue: .random(in: 1...30, using: &generator))
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: try test.claim(String(framework), .disjoint, target[0])
      case 1: try test.claim(source[0], .disjoint, "law")
      case 2: try test.claim(law[0], relations, target[0])
      default:
        try test.claim(
          source.filter { $0.hasPrefix(framework) }.joined(separator: " | "), relations,
          target.joined(separator: " | "))
      }
    }
    return test.graph
  }

  @Test(arguments: 0..<400)
  func givesWhatTheEngineWithReasonsGives(seed: UInt64) throws {
    let closure = RelationshipClosure(try graph(seed: seed))
    let empty = Set(closure.emptyPairs.map(\.pair))
    var matrix = MatrixClosure(closure.network, withdrawn: empty)
    let found = matrix.close()
    #expect(found.isEmpty, "\(empty.count) withdrawn")
    var different: [String] = []
    for first in closure.network.nodes.indices {
      for second in closure.network.nodes.indices {
        let expected = closure.closed.relations(NodeIndex(first), NodeIndex(second))
        let given = matrix.relations[first, second]
        if given != expected { different.append("\(first) ? \(second): \(given), not \(expected)") }
      }
    }
    #expect(different.count == 0, "\(empty.count) withdrawn \(different.first ?? "")")
  }

  @Test(arguments: 0..<400)
  func findsAContradictionJustWhereTheEngineWithReasonsDoes(seed: UInt64) throws {
    let closure = RelationshipClosure(try graph(seed: seed))
    var matrix = MatrixClosure(closure.network)
    #expect(matrix.close().isEmpty == closure.emptyPairs.isEmpty)
  }
}
