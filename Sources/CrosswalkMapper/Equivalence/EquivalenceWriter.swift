import CrosswalkModel

/// Puts pairs and groups into the entries that reports print.
struct EquivalenceWriter {
  private let closure: RelationshipClosure
  private let network: RelationNetwork
  private let writer: DerivationWriter

  init(closure: RelationshipClosure) {
    self.closure = closure
    network = closure.network
    writer = DerivationWriter(network: closure.network)
  }

  /// The nodes that a node stands for: itself, or the members of a union.
  func singles(of node: NodeIndex) -> [NodeIndex] {
    if case .union(let members, _) = network.nodes[Int(node)] { members } else { [node] }
  }

  /// The entry of a pair.
  func entry(_ pair: CrossPair, _ kind: EquivalenceReport.Kind) -> EquivalenceReport.Entry {
    let claims = writer.claims(of: closure.closed.unfold(state: pair.state, from: pair.source))
    return EquivalenceReport.Entry(
      kind: kind, source: network.names(of: pair.source), sourceTitle: network.title(of: pair.source),
      target: network.names(of: pair.target), targetTitle: network.title(of: pair.target),
      relations: pair.relations, grounds: [ground(pair, from: pair.source)],
      note: claims.count == 1 ? network.claims[claims[0]].note : nil)
  }

  /// The entry of a group: certainly equal, because each side covers the other.
  func entry(_ group: MutualCoverFinder.Group) -> EquivalenceReport.Entry {
    let (source, target) = (group.source.sorted(), group.target.sorted())
    var grounds: [EquivalenceReport.Ground] = []
    var seen: Set<[NodeIndex]> = []
    for node in target + source {
      guard let way = group.ways[node] else { continue }
      for pair in way.pairs {
        let from = group.source.contains(node) ? pair.target : pair.source
        if seen.insert([from, pair.source, pair.target]).inserted {
          grounds.append(ground(pair, from: from))
        }
      }
      for whole in way.declared where seen.insert([whole]).inserted { grounds.append(declaration(of: whole)) }
    }
    return EquivalenceReport.Entry(
      kind: .mutual, source: source.flatMap(network.names), sourceTitle: titles(source),
      target: target.flatMap(network.names), targetTitle: titles(target), relations: .equal,
      grounds: grounds, note: nil)
  }

  private func titles(_ nodes: [NodeIndex]) -> String {
    nodes.map(network.title).filter { !$0.isEmpty }.joined(separator: " | ")
  }

  private func ground(_ pair: CrossPair, from first: NodeIndex) -> EquivalenceReport.Ground {
    let isForward = first == pair.source
    let derivation = writer.derivation(closure.closed.unfold(state: pair.state, from: first))
    return EquivalenceReport.Ground(
      source: network.names(of: first), relations: isForward ? pair.relations : pair.relations.converse,
      target: network.names(of: isForward ? pair.target : pair.source), derivation: derivation)
  }

  /// That a node is the union of its parts, as its source declares.
  private func declaration(of whole: NodeIndex) -> EquivalenceReport.Ground {
    let parts = network.unions.first { $0.node == whole }?.members.flatMap(network.names) ?? []
    let location =
      network.unions.first { $0.node == whole }?.members.first
      .map { network.location(ofPart: $0, in: whole) } ?? SourceLocation(file: "", line: 1, column: 1)
    let step = DerivationStep(
      ground: .structure(location), source: parts, relations: .equal, target: network.names(of: whole))
    return EquivalenceReport.Ground(
      source: parts, relations: .equal, target: network.names(of: whole),
      derivation: Derivation(steps: [step], relations: .equal))
  }
}
