import CrosswalkModel

/// Everything that follows from the claims of a graph about pairs of its nodes, with the reasons.
///
/// Sound: a relation that is possible is never excluded. Being path consistency it may keep more than strictly
/// possible, so what it gives means "not excluded". Pairs that the claims leave without any relation are withdrawn:
/// nothing is concluded from them, and whatever rested on them is concluded anew from the rest, so that one
/// contradiction does not spread.
///
/// - Complexity: time and memory follow the pairs of which something is known and the neighbours of their nodes;
///   nodes that no claim names, nor holds a named one, cost nothing.
/// - Note: Relationship names follow NIST IR 8477; inference is RCC-5 composition, structure and unions.
public struct RelationshipClosure: Sendable {
  let options: ReasoningOptions
  let network: RelationNetwork
  let closed: PathConsistency
  /// In the order of their pairs.
  let emptyPairs: [EmptyPair]
  /// For each node that has any, its empty pairs.
  let emptyPairsOfNode: [NodeIndex: [Int]]
  /// The most claims on a chain between the two sides of the question, where only claims on such chains were used;
  /// `nil` where all of them were.
  public let longestChain: Int?

  /// Closes the claims of `graph`, all of them or those that bear on `question`, as the reach of `options` says.
  ///
  /// - Parameters:
  ///   - including: Nodes that take part even where no claim names them; look-ups about others
  ///     compose with their place in the structure, which gives the same.
  ///   - question: What will be asked; about anything else less may be known where the reach is limited.
  public init(
    _ graph: CrosswalkGraph, options: ReasoningOptions = .init(), including: [ControlID] = [],
    about question: Question = .everything
  ) {
    var network = RelationNetworkBuilder.network(of: graph, options: options, including: including)
    let longestChain = network.longestChain(for: question, options)
    if let longestChain {
      let bearing = network.claims(bearingOn: question, longestChain: longestChain)
      network = RelationNetworkBuilder.network(
        of: graph, options: options, including: including, claims: bearing)
    }
    self.init(network, options: options, longestChain: longestChain)
  }

  /// Closes a network.
  ///
  /// - Parameter longestChain: The most claims on a chain, where the network holds only such as lie on one.
  init(_ network: RelationNetwork, options: ReasoningOptions, longestChain: Int? = nil) {
    self.longestChain = longestChain
    self.options = options
    self.network = network
    (closed, emptyPairs) = Self.close(network, options.inference, facts: nil)
    var ofNode: [NodeIndex: [Int]] = [:]
    for (index, empty) in emptyPairs.enumerated() {
      ofNode[empty.pair.low, default: []].append(index)
      ofNode[empty.pair.high, default: []].append(index)
    }
    emptyPairsOfNode = ofNode
  }

  /// Closes a network, withdrawing empty pairs until none is left.
  static func close(
    _ network: RelationNetwork, _ inference: ReasoningOptions.Inference, facts: [Int32]?
  ) -> (PathConsistency, [EmptyPair]) {
    var empty: [EmptyPair] = []
    var withdrawn: Set<Pair> = []
    while true {
      var run = PathConsistency(network, inference: inference, facts: facts, withdrawn: withdrawn)
      let found = run.run()
      // A pair that is empty in several ways is reported once, in the way found first.
      empty += found.filter { withdrawn.insert($0.pair).inserted }
      if found.isEmpty { return (run, empty.sorted { $0.pair < $1.pair }) }
    }
  }

  /// Every relation still possible from `source` to `target`; the empty set where the claims contradict each other.
  ///
  /// All five where nothing is known, or where an end requires nothing. Cost: O(depth in the catalog).
  public func relations(from source: ControlID, to target: ControlID) -> RelationshipSet {
    guard let source = place(of: source), let target = place(of: target) else { return .all }
    return relations(from: source, to: target)
  }

  /// Claims that name nodes which the catalog of their framework does not have; they take no part.
  public var danglingClaims: [DanglingClaim] {
    network.dangling.map { DanglingClaim(claim: network.claims[$0.claim], missing: $0.missing) }
  }

  /// Claims about nodes that require nothing, such as withdrawn ones; they take no part.
  public var claimsWithoutEffect: [MappingClaim] { network.withoutEffect.map { network.claims[$0] } }
}

/// A claim with an end that is not there.
public struct DanglingClaim: Hashable, Sendable {
  /// The claim as its source has it.
  public let claim: MappingClaim
  /// The names that no node of their catalog answers to.
  public let missing: [ControlID]
}

extension RelationshipClosure {
  /// Where a node stands towards the network: itself in it, or below a node of it, or neither.
  struct Place: Equatable {
    /// The node of the network that is, or holds, it; `nil` where there is none.
    let anchor: NodeIndex?
    /// Whether it is the anchor itself.
    let isAnchor: Bool
    /// Its row, where it has one.
    let catalog: Int?
    let row: Int?
  }

  /// The place of a row; `nil` where it requires nothing.
  func place(catalog: Int, row: Int) -> Place? {
    guard network.structures[catalog].requiresSomething(row) else { return nil }
    var current: Int? = row
    while let step = current {
      let node = network.nodeOfRow[catalog][step]
      if node >= 0 { return Place(anchor: node, isAnchor: step == row, catalog: catalog, row: row) }
      current = network.structures[catalog].whole(of: step)
    }
    return Place(anchor: nil, isAnchor: false, catalog: catalog, row: row)
  }

  /// The place of a control; `nil` where its catalog has none such or it requires nothing.
  func place(of control: ControlID) -> Place? {
    guard let catalog = network.catalogIndex(of: control.framework) else {
      return network.nodeOfForeign[control].map {
        Place(anchor: $0, isAnchor: true, catalog: nil, row: nil)
      }
    }
    var structure = network.structures[catalog]
    return structure.row(named: control.local).flatMap { place(catalog: catalog, row: $0) }
  }

  /// What is known about two places: for a node outside the network, what follows from the one that holds it.
  func relations(from source: Place, to target: Place) -> RelationshipSet {
    let structural = structuralRelations(from: source, to: target)
    guard let first = source.anchor, let second = target.anchor else { return structural ?? .all }
    if source.isAnchor && target.isAnchor {
      return relations(first, second).intersection(structural ?? .all)
    }
    guard first != second, options.inference == .closure else { return structural ?? .all }
    var relations = closed.relations(first, second)
    if !source.isAnchor { relations = RelationshipSet.within.composed(with: relations) }
    if !target.isAnchor { relations = relations.composed(with: .covering) }
    return relations
  }

  /// What is known about two nodes of the network; empty for a pair in contradiction.
  func relations(_ first: NodeIndex, _ second: NodeIndex) -> RelationshipSet {
    let pair = Pair(first, second)
    if emptyPairsOfNode[first]?.contains(where: { emptyPairs[$0].pair == pair }) == true { return [] }
    return closed.relations(first, second)
  }

  /// What the structure says about two nodes of one catalog; `nil` where it says nothing.
  private func structuralRelations(from source: Place, to target: Place) -> RelationshipSet? {
    guard let catalog = source.catalog, catalog == target.catalog, let first = source.row,
      let second = target.row
    else { return nil }
    if first == second { return .equal }
    let structure = network.structures[catalog]
    if structure.wholes(of: first).contains(second) { return .within }
    if structure.wholes(of: second).contains(first) { return .covering }
    return nil
  }
}
