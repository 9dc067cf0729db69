import CrosswalkModel

/// Reports what of two frameworks is equal or covers each other, and what may turn out to be.
///
/// Equal is only what the algebra gives as equal. Several nodes are listed together where each side certainly covers
/// the other, through unions that claims name or decompositions that a source declares. Pairs that only follow by
/// structure from another, such as a group's from its control's, are left out unless they are equal.
public struct EquivalenceAnalysis: Sendable {
  /// The day of the report.
  public var asOf: CalendarDate
  /// Which claims to trust, and how far to think them through.
  public var reasoning: ReasoningOptions

  /// Creates an analysis.
  public init(asOf: CalendarDate, reasoning: ReasoningOptions = .init()) {
    self.asOf = asOf
    self.reasoning = reasoning
  }

  /// The report on two frameworks.
  ///
  /// - Throws: ``MapperError`` where the graph lacks one of the frameworks, or both are the same.
  /// - Complexity: one closure, then linear in the pairs of which something is known.
  public func report(
    graph: CrosswalkGraph, from source: FrameworkID, to target: FrameworkID
  ) throws(MapperError) -> EquivalenceReport {
    guard source != target else { throw .sameFramework(source) }
    guard let from = graph.catalog(source) else { throw .unknownFramework(source) }
    guard let to = graph.catalog(target) else { throw .unknownFramework(target) }
    let closure = RelationshipClosure(graph, options: reasoning, about: .frameworks(source, target))
    let reader = CrossPairReader(closure: closure, source: source, target: target)
    let pairs = reader.pairs()
    let writer = EquivalenceWriter(closure: closure)
    let entries = Self.entries(pairs, reader, writer)
    let used = Set(entries.flatMap(\.grounds).flatMap(\.derivation.claims))
    return EquivalenceReport(
      source: GapReport.End(from.metadata), target: GapReport.End(to.metadata), asOf: asOf,
      basis: BasisCounter(closure: closure, source: source, target: target).basis(
        using: used, claims: graph.claims),
      contradicted: reader.contradictedCount, entries: entries)
  }

  /// By kind; within a kind in the order of the nodes.
  private static func entries(
    _ pairs: [CrossPair], _ reader: CrossPairReader, _ writer: EquivalenceWriter
  ) -> [EquivalenceReport.Entry] {
    let network = reader.closure.network
    var ofKind: [EquivalenceReport.Kind: [EquivalenceReport.Entry]] = [:]
    var equalSides: Set<[Set<NodeIndex>]> = []
    for pair in pairs {
      guard let kind = kind(of: pair, network) else { continue }
      guard pair.relations == .equal || !reader.followsByStructure(pair) else { continue }
      ofKind[kind, default: []].append(writer.entry(pair, kind))
      if pair.relations == .equal {
        equalSides.insert([pair.source, pair.target].map { Set(writer.singles(of: $0)) })
      }
    }
    let finder = MutualCoverFinder(network, pairs, source: reader.source)
    for group in finder.groups() where !equalSides.contains([group.source, group.target]) {
      ofKind[.mutual, default: []].append(writer.entry(group))
    }
    return EquivalenceReport.Kind.allCases.flatMap { ofKind[$0] ?? [] }
  }

  /// `nil` for what is no candidate for equivalence, nor covers or is covered.
  private static func kind(of pair: CrossPair, _ network: RelationNetwork) -> EquivalenceReport.Kind? {
    let relations = pair.relations
    if relations == .equal {
      return network.isSingle(pair.source) && network.isSingle(pair.target) ? .equal : .mutual
    }
    if relations.certainlyCovers { return .sourceCovers }
    if relations.converse.certainlyCovers { return .targetCovers }
    return relations.certainlyOverlaps && relations.contains(.equal) ? .open : nil
  }
}
