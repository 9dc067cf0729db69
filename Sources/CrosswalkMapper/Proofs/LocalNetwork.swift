import CrosswalkModel

/// The part of a network in which some claims can matter, with nodes numbered anew.
///
/// It holds the ends of the claims and everything above them: nothing is lost by leaving out what is below them and
/// not named, as ``RelationNetworkBuilder`` shows.
struct LocalNetwork {
  /// What one claim, or the structure, says about one pair.
  struct Fact {
    let first: Int
    let second: Int
    /// From `first` to `second`.
    let relations: UInt8
  }

  /// A node that is exactly the union of others.
  struct Union {
    let node: Int
    let members: [Int]
  }

  let inference: ReasoningOptions.Inference
  /// Claims of the network, in the order given: what may be added to a closure, by its place here.
  let claims: [Int]
  /// The facts of each of them.
  let factsOfClaim: [[Fact]]
  /// The nodes of the network, in ascending order.
  let nodes: [NodeIndex]
  let structure: [Fact]
  let unions: [Union]
  /// For each node, the unions (of `unions`) that it is a member of.
  let unionsOfMember: [[Int]]
  /// Cells (row times number of nodes, plus column) about which only structure speaks.
  let withdrawn: Set<Int>
  private let placeOfNode: [NodeIndex: Int]

  /// Takes out the part around `claims`.
  ///
  /// - Parameters:
  ///   - anchors: Nodes that take part even where no claim names them.
  ///   - withdrawn: Pairs about which nothing is concluded.
  ///   - structure: The facts of structure that count; all by default.
  init(
    _ network: RelationNetwork, claims: [Int], anchors: [NodeIndex] = [], withdrawn: Set<Pair> = [],
    inference: ReasoningOptions.Inference, structure: Set<Int32>? = nil
  ) {
    let outline = Outline(network, claims: claims, anchors: anchors)
    let nodes = outline.nodes.sorted()
    let placeOfNode = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    self.inference = inference
    self.claims = claims
    self.nodes = nodes
    self.placeOfNode = placeOfNode
    let local = { (fact: Int32) -> Fact? in
      let fact = network.facts[Int(fact)]
      guard let first = placeOfNode[fact.first], let second = placeOfNode[fact.second] else { return nil }
      return Fact(first: first, second: second, relations: fact.relations.rawValue)
    }
    factsOfClaim = claims.map { network.factsOfClaim[$0].compactMap(local) }
    let closes = inference == .closure
    self.structure =
      closes ? outline.structure.filter { structure?.contains($0) ?? true }.compactMap(local) : []
    unions = closes ? Self.unions(of: network, placeOfNode, nodes) : []
    unionsOfMember = Self.unionsOfMember(unions, count: nodes.count)
    self.withdrawn = Set(
      withdrawn.flatMap { pair -> [Int] in
        guard let low = placeOfNode[pair.low], let high = placeOfNode[pair.high] else { return [] }
        return [low * nodes.count + high, high * nodes.count + low]
      })
  }

  private static func unionsOfMember(_ unions: [Union], count: Int) -> [[Int]] {
    var unionsOfMember = [[Int]](repeating: [], count: count)
    for (index, union) in unions.enumerated() {
      for member in union.members { unionsOfMember[member].append(index) }
    }
    return unionsOfMember
  }

  /// The number of a node here; `nil` where it takes no part.
  func place(of node: NodeIndex) -> Int? { placeOfNode[node] }

  /// The unions whose members all take part: of any other, a member is known by what holds it only.
  private static func unions(
    of network: RelationNetwork, _ placeOfNode: [NodeIndex: Int], _ nodes: [NodeIndex]
  ) -> [Union] {
    var seen: Set<Int32> = []
    var unions: [Union] = []
    for index in nodes.lazy.flatMap({ network.unionsOfMember[Int($0)] }) where seen.insert(index).inserted {
      let union = network.unions[Int(index)]
      let members = union.members.compactMap { placeOfNode[$0] }
      guard let node = placeOfNode[union.node], members.count == union.members.count else { continue }
      unions.append(Union(node: node, members: members))
    }
    return unions
  }
}

extension LocalNetwork {
  /// The facts of the network that stand for these claims and the structure around them, in ascending order.
  static func facts(of claims: [Int], anchors: [NodeIndex], in network: RelationNetwork) -> [Int32] {
    let outline = Outline(network, claims: claims, anchors: anchors)
    return (outline.structure + claims.flatMap { network.factsOfClaim[$0] }).sorted()
  }

  /// Collects nodes, the members of those that are unions, and all that hold them.
  fileprivate struct Outline {
    let network: RelationNetwork
    private(set) var nodes: Set<NodeIndex> = []
    /// The facts of structure between them.
    private(set) var structure: [Int32] = []

    init(_ network: RelationNetwork, claims: [Int], anchors: [NodeIndex]) {
      self.network = network
      add(anchors)
      for fact in claims.lazy.flatMap({ network.factsOfClaim[$0] }) {
        add([network.facts[Int(fact)].first, network.facts[Int(fact)].second])
      }
    }

    private mutating func add(_ ends: [NodeIndex]) {
      var pending = ends.filter { nodes.insert($0).inserted }
      while let node = pending.popLast() {
        if case .union(let members, _) = network.nodes[Int(node)] {
          pending += members.filter { nodes.insert($0).inserted }
        }
        for index in network.structureFacts[Int(node)] where network.facts[Int(index)].first == node {
          structure.append(index)
          let whole = network.facts[Int(index)].second
          if nodes.insert(whole).inserted { pending.append(whole) }
        }
      }
    }
  }
}
