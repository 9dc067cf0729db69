import CrosswalkModel

/// Tells which relations two nodes may still have, and why no others.
public struct RelationExplainer: Sendable {
  /// Which claims to trust, and how far to think them through.
  public var options: ReasoningOptions

  /// Creates an explainer that trusts the claims of `options`.
  public init(_ options: ReasoningOptions = .init()) { self.options = options }

  /// Explains `source` ? `target`: what is not excluded, and the shortest and the most trusted proof that the rest is.
  ///
  /// For a contradiction no relation is left, and the proof is a minimal set of conflicting claims. A pair about
  /// which nothing is known, or with an end that requires nothing (a withdrawn control, a definition), has no
  /// derivation.
  ///
  /// - Throws: ``MapperError`` where the graph has no such framework or control; a control of a framework that
  ///   only claims know is known by them.
  /// - Complexity: one closure, and a bounded effort to prove that nothing is shorter.
  public func explain(
    graph: CrosswalkGraph, from source: ControlID, to target: ControlID
  ) throws(MapperError) -> Explanation {
    let closure = RelationshipClosure(
      graph, options: options, including: [source, target],
      about: .frameworks(source.framework, target.framework))
    let first = try end(source, closure)
    let second = try end(target, closure)
    let reasons = reasons(first.node, second.node, closure)
    return Explanation(
      source: first.id, sourceTitle: first.title, target: second.id, targetTitle: second.title,
      relations: reasons.relations, shortest: reasons.shortest, mostTrusted: reasons.mostTrusted,
      claims: reasons.claims.map { closure.network.claims[$0] }, longestChain: closure.longestChain)
  }

  private struct End {
    let id: ControlID
    let title: String
    /// `nil` for a node that requires nothing.
    let node: NodeIndex?
  }

  private func end(_ control: ControlID, _ closure: RelationshipClosure) throws(MapperError) -> End {
    let network = closure.network
    guard let catalog = network.catalogIndex(of: control.framework) else {
      guard let node = network.nodeOfForeign[control], isClaimed(control, network) else {
        throw .unknownFramework(control.framework)
      }
      return End(id: control, title: "", node: node)
    }
    var structure = network.structures[catalog]
    guard let row = structure.row(named: control.local) else { throw .unknownControl(control) }
    let node = network.nodeOfRow[catalog][row]
    return End(
      id: structure.catalog[row].id, title: structure.catalog[row].title, node: node >= 0 ? node : nil)
  }

  /// Whether a claim, and not only the question, names a control without a catalog; one that was not followed, too.
  private func isClaimed(_ control: ControlID, _ network: RelationNetwork) -> Bool {
    network.claims.contains { claim in
      [claim.source, claim.target].contains { end in
        if case .nodes(let controls) = end { controls.contains(control) } else { false }
      }
    }
  }

  private struct Reasons {
    var relations: RelationshipSet
    var shortest = Explanation.Proof.none
    var mostTrusted = Explanation.Proof.none
    var claims: [Int] = []
  }

  private func reasons(
    _ first: NodeIndex?, _ second: NodeIndex?, _ closure: RelationshipClosure
  ) -> Reasons {
    guard let first, let second else { return Reasons(relations: .all) }
    guard first != second else { return Reasons(relations: .equal) }
    let pair = Pair(first, second)
    if let empty = closure.emptyPairs.first(where: { $0.pair == pair }) { return conflict(empty, closure) }
    let relations = closure.closed.relations(first, second)
    guard relations.isInformative else { return Reasons(relations: .all) }
    let proofs = ProofFinder(closure, pair).proofs()
    let writer = ProofWriter(closure)
    let written = { (proof: Proof) in
      let lines = writer.lines(of: proof.claims, from: first, to: second, giving: relations)
      return Explanation.Proof(
        derivations: lines.map(DerivationWriter(network: closure.network).derivation),
        isProven: proof.isProven)
    }
    let shortest = written(proofs.shortest)
    return Reasons(
      relations: relations, shortest: shortest,
      mostTrusted: proofs.mostTrusted == proofs.shortest ? shortest : written(proofs.mostTrusted),
      claims: Set(proofs.shortest.claims + proofs.mostTrusted.claims).sorted())
  }

  private func conflict(_ empty: EmptyPair, _ closure: RelationshipClosure) -> Reasons {
    let core = ConflictMinimizer(network: closure.network, inference: options.inference).minimized(empty)
    let writer = DerivationWriter(network: closure.network)
    let proof = Explanation.Proof(derivations: core.lines.map { writer.derivation($0) }, isProven: false)
    return Reasons(relations: [], shortest: proof, mostTrusted: proof, claims: core.claims)
  }
}
