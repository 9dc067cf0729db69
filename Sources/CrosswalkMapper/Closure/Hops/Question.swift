import CrosswalkModel

/// What a closure will be asked about.
public enum Question: Hashable, Sendable {
  /// Any two nodes: claims are always followed without limit.
  case everything
  /// Nodes of two frameworks, which may be one.
  case frameworks(FrameworkID, FrameworkID)
  /// One node, and any other of another framework.
  case node(ControlID)
}

extension RelationNetwork {
  /// The most claims that chains may have for `question`; `nil` for no limit.
  func longestChain(for question: Question, _ options: ReasoningOptions) -> Int? {
    guard options.inference == .closure, question != .everything else { return nil }
    switch options.reach {
    case .unlimited: return nil
    case .chains(let longest): return max(1, longest)
    case .automatic: return isLarge ? ReasoningOptions.Reach.defaultChain : nil
    }
  }

  /// Whether the closure of all claims would take more than about two seconds.
  ///
  /// Measured on made-up graphs (`Benchmarks/README.md`): it takes about 0.7 µs for each claim times the square
  /// of the mean number of claims at a node.
  var isLarge: Bool {
    var claimed = 0
    var isClaimed = [Bool](repeating: false, count: nodes.count)
    for fact in facts {
      guard case .claim = fact.ground else { continue }
      claimed += 1
      isClaimed[Int(fact.first)] = true
      isClaimed[Int(fact.second)] = true
    }
    guard claimed >= 20_000 else { return false }
    let degree = Double(2 * claimed) / Double(isClaimed.count { $0 })
    return Double(claimed) * degree * degree > 3_000_000
  }

  /// The claims that lie on a chain of at most `longestChain` claims between the two sides of `question`, if the
  /// chain says anything; and all claims that connect the two sides directly.
  ///
  /// By their place in ``claims``. What follows from these alone is sound, as from any part of the claims.
  ///
  /// - Complexity: O(*k* · *f*) for *k* = `longestChain` and *f* facts.
  func claims(bearingOn question: Question, longestChain: Int) -> Set<Int> {
    let (from, to) = sides(of: question)
    var structure: [LabelledEdge] = []
    var edges: [LabelledEdge] = []
    var claimOfEdge: [Int] = []
    for fact in facts {
      let edge = LabelledEdge(fact.first, fact.relations, fact.second)
      switch fact.ground {
      case .structure: structure.append(edge)
      case .claim(let claim):
        edges.append(edge)
        claimOfEdge.append(claim)
      }
    }
    let search = HopSearch(nodes: nodes.count, claims: edges, structure: structure)
    let onChains = search.claimsOnChains(from: from, to: to, longestChain: longestChain)
    return Set(onChains.map { claimOfEdge[$0] }).union(direct(from, to))
  }

  private func sides(of question: Question) -> (from: [NodeIndex], to: [NodeIndex]) {
    let all = nodes.indices.map(NodeIndex.init)
    switch question {
    case .everything: return (all, all)
    case .frameworks(let first, let second):
      return (all.filter { frameworks[Int($0)] == first }, all.filter { frameworks[Int($0)] == second })
    case .node(let control):
      return (
        all.filter { singleNames[Int($0)] == control },
        all.filter { frameworks[Int($0)] != control.framework }
      )
    }
  }

  /// The claims between the two sides; such as exclude each other are no step of any chain, and still have to
  /// be seen.
  private func direct(_ from: [NodeIndex], _ to: [NodeIndex]) -> Set<Int> {
    let (from, to) = (Set(from), Set(to))
    var direct: Set<Int> = []
    for fact in facts {
      guard case .claim(let claim) = fact.ground else { continue }
      let connects =
        from.contains(fact.first) && to.contains(fact.second)
        || from.contains(fact.second) && to.contains(fact.first)
      if connects { direct.insert(claim) }
    }
    return direct
  }
}
