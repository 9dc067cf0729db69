import CrosswalkModel

/// Judges requirements by what is known about pairs alone, without derivations: thousands of times a second.
///
/// The verdicts are those of ``TargetAssessor`` on the same network. They are read off the row of the requirement:
/// something of the source covers it where the row, restricted to the source, has a cell within {equal, subset of},
/// seen from the requirement.
struct MatrixVerdicts {
  private let closure: RelationshipClosure
  private let catalog: Int
  private let structure: CatalogStructure
  /// The cells of the source: single nodes and unions, without the node that stands for the whole framework.
  private let sources: [CellBlock.Plane]
  /// The node that stands for all of the source.
  let everything: Int?
  /// The nodes of the source that nothing of it holds; `nil` where the network lacks one.
  let roots: [Int]?
  /// Nodes about which claims conflict.
  private let conflicting: Set<NodeIndex>

  /// - Parameter sourceScopes: What of the source may bear on the target: their intersection.
  init(
    _ closure: RelationshipClosure, source: FrameworkID, target: FrameworkID,
    sourceScopes: [GapAnalysis.Scope] = []
  ) {
    let network = closure.network
    let finder = BearingFinder(closure, source: source, scopes: sourceScopes)
    self.closure = closure
    catalog = network.catalogIndex(of: target) ?? 0
    structure = network.structures[catalog]
    everything = network.nodeOfEverything[source].map { Int($0) }
    roots = finder.roots?.map { Int($0) }
    var planes = Array(
      repeating: CellBlock.Plane.zero, count: (network.nodes.count + CellBlock.width - 1) / CellBlock.width)
    for node in network.nodes.indices
    where network.frameworks[node] == source && !network.isEverything(NodeIndex(node))
      && finder.isInScope(NodeIndex(node))
    {
      planes[node / CellBlock.width].set(node % CellBlock.width, to: true)
    }
    sources = planes
    conflicting = Self.conflicting(closure, finder)
  }

  /// The node that stands for a row, and whether it is the row itself; `nil` where nothing is known about it.
  func place(of row: Int) -> (node: Int, isAnchor: Bool)? {
    guard let place = closure.place(catalog: catalog, row: row), let anchor = place.anchor else { return nil }
    return (Int(anchor), place.isAnchor)
  }

  /// The verdict on a row, before it is asked whether a gap rests on drafts alone.
  ///
  /// Cost: a few instructions for 256 nodes; for a declared union, those of its parts.
  func verdict(_ row: Int, in matrix: RelationMatrix) -> Verdict {
    guard let place = place(of: row) else { return .unknown }
    if place.isAnchor, conflicting.contains(NodeIndex(place.node)) { return .contradicted }
    let (covers, overlaps) = bearing(on: place.node, in: matrix)
    if covers || isCoveredByParts(row, in: matrix) { return .covered }
    // What overlaps the whole need not overlap a part that no claim names.
    if overlaps && place.isAnchor { return .partial }
    return grounds(ofGap: place.node, in: matrix) == nil ? .unknown : .gap
  }

  private func bearing(on node: Int, in matrix: RelationMatrix) -> (covers: Bool, overlaps: Bool) {
    var overlaps = false
    for (block, source) in sources.enumerated() {
      let cells = matrix.blocks[node * matrix.blocksPerRow + block]
      let related = cells.nonEmpty & ~cells.disjoint & source
      guard related.isAnySet else { continue }
      if (related & ~cells.supersetOf & ~cells.intersectsWith).isAnySet { return (true, true) }
      overlaps = true
    }
    return (false, overlaps)
  }

  private func isCoveredByParts(_ row: Int, in matrix: RelationMatrix) -> Bool {
    guard structure.catalog.rows[row].isUnionOfParts else { return false }
    let parts = structure.parts(of: row)
    return !parts.isEmpty && parts.allSatisfy { verdict($0, in: matrix) == .covered }
  }

  /// The nodes whose being disjoint from `node` makes the source disjoint from it; `nil` where it is not.
  func grounds(ofGap node: Int, in matrix: RelationMatrix) -> [Int]? {
    if let everything, matrix[everything, node] == .disjoint { return [everything] }
    guard let roots, roots.allSatisfy({ matrix[$0, node] == .disjoint }) else { return nil }
    return roots
  }

  /// The verdict depends on nothing but the row of the node that stands for `row`, unless it may follow from parts.
  func dependsOnParts(_ row: Int) -> Bool { structure.catalog.rows[row].isUnionOfParts }

  private static func conflicting(_ closure: RelationshipClosure, _ finder: BearingFinder) -> Set<NodeIndex> {
    let network = closure.network
    var nodes: Set<NodeIndex> = []
    for empty in closure.emptyPairs {
      let (low, high) = (empty.pair.low, empty.pair.high)
      for (node, other) in [(low, high), (high, low)] where !network.isEverything(other) {
        let isStructural = network.structureFacts[Int(node)].contains { index in
          let fact = network.facts[Int(index)]
          return fact.first == other || fact.second == other
        }
        let isOfSource = network.frameworks[Int(other)] == finder.source && finder.isInScope(other)
        if isOfSource || isStructural { nodes.insert(node) }
      }
    }
    return nodes
  }
}
