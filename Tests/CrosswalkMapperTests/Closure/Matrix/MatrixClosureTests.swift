import CrosswalkModel
import Testing

@testable import CrosswalkMapper

@Suite struct MatrixClosureTests {
  @Test(arguments: 0..<200)
  func equalsPlainPathConsistencyOnRandomNetworks(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 2...12, using: &generator)
    let network = RandomNetwork(
      nodes: nodes, claims: .random(in: 1...nodes * 2, using: &generator), using: &generator)
    var closure = MatrixClosure(network)
    let reference = network.referenceClosure()
    #expect(closure.close().isEmpty == (reference != nil))
    if let reference { #expect(closure.relations.sets == reference) }
  }

  @Test(arguments: 0..<60)
  func neverExcludesWhatFourNodesCanShow(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(
      nodes: 4, claims: .random(in: 2...6, using: &generator), using: &generator)
    let shown = network.shownByRegions().joined()
    var closure = MatrixClosure(network)
    guard closure.close().isEmpty else {
      #expect(!shown.contains { !$0.isEmpty })
      return
    }
    #expect(zip(closure.relations.sets.joined(), shown).allSatisfy { $0.isSuperset(of: $1) })
  }

  @Test(arguments: 0..<120)
  func isExactForThreeNodes(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 3, claims: 4, using: &generator)
    let shown = network.shownByRegions()
    var closure = MatrixClosure(network)
    let isConsistent = closure.close().isEmpty
    #expect(isConsistent == shown.joined().contains { !$0.isEmpty })
    if isConsistent { #expect(closure.relations.sets == shown) }
  }

  /// Sizes around the width of a word and of a block, so that rows end in every way.
  @Test(arguments: [1, 2, 63, 64, 65, 130, 255, 256, 257, 300])
  func closesAChainFromEndToEnd(nodes: Int) {
    var closure = MatrixClosure(nodes: nodes)
    for node in 0..<(nodes - 1) { closure.constrain(node, node + 1, to: .subsetOf) }
    #expect(closure.close().isEmpty)
    for first in 0..<nodes {
      for second in 0..<nodes {
        let expected: RelationshipSet =
          first == second ? .equal : first < second ? .subsetOf : .supersetOf
        #expect(closure.relations[first, second] == expected)
      }
    }
  }

  @Test(arguments: 0..<8)
  func isSoundClosedAndSymmetricOnLargerNetworks(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 50...290, using: &generator)
    let truth = (0..<nodes).map { _ in Int.random(in: 1...1023, using: &generator) }
    let network = RandomNetwork(
      regions: truth, claims: nodes * .random(in: 2...16, using: &generator), using: &generator)
    var closure = MatrixClosure(network)
    #expect(closure.close().isEmpty)
    let sets = closure.relations.sets
    for first in 0..<nodes {
      for second in 0..<nodes {
        let known = sets[first][second]
        guard known.isSuperset(of: relationship(truth[first], truth[second])),
          known.converse == sets[second][first]
        else {
          Issue.record("\(first) ? \(second): \(known)")
          continue
        }
        for third in (0..<12).map({ _ in Int.random(in: 0..<nodes, using: &generator) })
        where !sets[first][third].isSubset(of: known.composed(with: sets[second][third])) {
          Issue.record("\(first) ? \(third) is not closed over \(second)")
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func closingAgainChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let truth = (0..<30).map { _ in Int.random(in: 1...63, using: &generator) }
    var closure = MatrixClosure(RandomNetwork(regions: truth, claims: 90, using: &generator))
    #expect(closure.close().isEmpty)
    let once = closure.relations
    #expect(closure.close().isEmpty)
    #expect(closure.relations == once)
    var anew = MatrixClosure(nodes: 30)
    for first in 0..<30 { for second in 0..<30 { anew.constrain(first, second, to: once[first, second]) } }
    #expect(anew.close().isEmpty)
    #expect(anew.relations == once)
  }

  @Test(arguments: 0..<60)
  func doesNotDependOnTheOrderOfConstraints(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let network = RandomNetwork(nodes: 20, claims: 34, using: &generator)
    var closure = MatrixClosure(network)
    var other = MatrixClosure(nodes: 20)
    for claim in network.claims.shuffled(using: &generator) {
      if Bool.random(using: &generator) {
        other.constrain(claim.first, claim.second, to: claim.relations)
      } else {
        other.constrain(claim.second, claim.first, to: claim.relations.converse)
      }
    }
    let (found, otherwise) = (closure.close(), other.close())
    #expect(found.map(\.first) == otherwise.map(\.first) && found.map(\.second) == otherwise.map(\.second))
    #expect(closure.relations == other.relations)
  }

  @Test(arguments: 0..<120)
  func addingInBatchesGivesTheSameAsAtOnce(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let nodes = Int.random(in: 3...70, using: &generator)
    let claims = Int.random(in: 1...nodes * 3, using: &generator)
    let isConsistent = seed % 3 != 0
    let truth = (0..<nodes).map { _ in Int.random(in: 1...127, using: &generator) }
    let network =
      isConsistent
      ? RandomNetwork(regions: truth, claims: claims, using: &generator)
      : RandomNetwork(nodes: nodes, claims: claims, using: &generator)
    var atOnce = MatrixClosure(network)
    let found = atOnce.close()
    var inBatches = MatrixClosure(nodes: nodes)
    var conflicts = false
    for claim in network.claims.shuffled(using: &generator) {
      inBatches.constrain(claim.first, claim.second, to: claim.relations)
      if Int.random(in: 0..<3, using: &generator) == 0 { conflicts = !inBatches.close().isEmpty }
    }
    conflicts = !inBatches.close().isEmpty
    #expect(conflicts == !found.isEmpty)
    if isConsistent { #expect(!conflicts) }
    if !conflicts { #expect(inBatches.relations == atOnce.relations) }
  }

  @Test func twoNodesWithinAThirdMayHoldAnyRelation() {
    var closure = MatrixClosure(nodes: 3)
    closure.constrain(0, 2, to: .subsetOf)
    closure.constrain(1, 2, to: .subsetOf)
    #expect(closure.close().isEmpty)
    #expect(closure.relations[0, 1] == .all)
  }

  @Test func namesThePairsLeftWithoutARelationInOrder() throws {
    var closure = MatrixClosure(nodes: 300)
    closure.constrain(290, 5, to: .subsetOf)
    closure.constrain(5, 7, to: .subsetOf)
    #expect(closure.close().isEmpty)
    closure.constrain(7, 290, to: .disjoint)
    closure.constrain(1, 0, to: [])
    closure.constrain(3, 3, to: .related.subtracting(.equal))
    let found = closure.close()
    #expect(found.map(\.first) == [0, 3, 7] && found.map(\.second) == [1, 3, 290])
    #expect(closure.close().map(\.first) == [0, 3, 7])
  }

  @Test func aConflictThatNeedsCompositionIsFound() {
    var closure = MatrixClosure(nodes: 3)
    closure.constrain(0, 1, to: .subsetOf)
    closure.constrain(1, 2, to: .subsetOf)
    closure.constrain(0, 2, to: .disjoint)
    #expect(!closure.close().isEmpty)
  }

  @Test func aCopyGoesItsOwnWay() {
    var closure = MatrixClosure(nodes: 3)
    closure.constrain(0, 1, to: .subsetOf)
    #expect(closure.close().isEmpty)
    var copy = closure
    copy.constrain(1, 2, to: .disjoint)
    #expect(copy.close().isEmpty)
    #expect(copy.relations[0, 2] == .disjoint)
    #expect(closure.relations[0, 2] == .all)
  }

  @Test func premisesSayWhatTheCompositionTableSays() {
    for first in 0..<UInt8(32) {
      let premises = Premises.ofSets[Int(first)]
      for second in 0..<UInt8(32) {
        let isMet = { (set: Int) in set & Int(second) != 0 }
        var composed: RelationshipSet = []
        if isMet(premises.ofEqual) { composed.insert(.equal) }
        if isMet(premises.ofSubset) { composed.insert(.subsetOf) }
        if isMet(premises.ofSuperset) { composed.insert(.supersetOf) }
        if isMet(premises.ofOverlap) { composed.insert(.intersectsWith) }
        if isMet(premises.ofDisjoint) { composed.insert(.disjoint) }
        #expect(
          composed == RelationshipSet(rawValue: first).composed(with: RelationshipSet(rawValue: second)))
      }
    }
  }
}

extension MatrixClosure {
  init(_ network: RandomNetwork) {
    self.init(nodes: network.count)
    for claim in network.claims { constrain(claim.first, claim.second, to: claim.relations) }
  }
}

extension RelationMatrix {
  /// Row by row.
  var sets: [[RelationshipSet]] { (0..<count).map { first in (0..<count).map { self[first, $0] } } }
}
