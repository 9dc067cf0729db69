import CrosswalkModel

/// How many claims lie between two nodes and each claim: what is too far away is in no short proof.
///
/// All claims of a proof without spare ones lie on paths of its own claims and of structure between the two nodes:
/// whatever hangs on a single node says nothing about others. So a claim in a proof of *n* claims is at most *n* - 1
/// other claims away from both nodes together.
struct ClaimDistances {
  private let network: RelationNetwork
  private let fromFirst: [Int]
  private let fromSecond: [Int]

  /// Measures the way to every node.
  ///
  /// - Complexity: linear in nodes and facts.
  init(_ network: RelationNetwork, _ first: NodeIndex, _ second: NodeIndex) {
    self.network = network
    var factsOfNode = [[Int32]](repeating: [], count: network.nodes.count)
    for (index, fact) in network.facts.enumerated() {
      factsOfNode[Int(fact.first)].append(Int32(index))
      factsOfNode[Int(fact.second)].append(Int32(index))
    }
    fromFirst = Self.distances(from: first, network, factsOfNode)
    fromSecond = Self.distances(from: second, network, factsOfNode)
  }

  /// The claims that may be in a proof of at most `size` claims, in ascending order.
  func claims(inProofsUpTo size: Int) -> [Int] {
    network.claims.indices.filter { claim in
      network.factsOfClaim[claim].contains { index in
        let fact = network.facts[Int(index)]
        let (first, second) = (Int(fact.first), Int(fact.second))
        let ways = [(fromFirst[first], fromSecond[second]), (fromFirst[second], fromSecond[first])]
        return ways.contains { $0.0 < size && $0.1 < size && $0.0 + $0.1 < size }
      }
    }
  }

  /// Steps of structure are free, claims count one each.
  private static func distances(
    from start: NodeIndex, _ network: RelationNetwork, _ factsOfNode: [[Int32]]
  ) -> [Int] {
    var distances = [Int](repeating: .max, count: network.nodes.count)
    var near = [start]
    var distance = 0
    distances[Int(start)] = 0
    while !near.isEmpty {
      var further: [NodeIndex] = []
      while let node = near.popLast() {
        for index in factsOfNode[Int(node)] {
          let fact = network.facts[Int(index)]
          let other = fact.first == node ? fact.second : fact.first
          guard distances[Int(other)] > distance else { continue }
          guard case .structure = fact.ground else {
            further.append(other)
            continue
          }
          distances[Int(other)] = distance
          near.append(other)
        }
      }
      distance += 1
      near = further.filter { distances[Int($0)] > distance }
      for node in near { distances[Int(node)] = distance }
    }
    return distances
  }
}
