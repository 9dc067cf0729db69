import CrosswalkModel

/// Finds what of a target the artefacts bear on through claims from one source.
struct ArtefactReachFinder {
  /// The artefacts, one or several together, that support a node of the network.
  private struct Holder {
    var artefacts: [String]
    var nodes: Set<NodeIndex>
  }

  private let closure: RelationshipClosure
  private let finder: BearingFinder
  private let writer: SupportWriter
  /// Each artefact with the nodes that it supports by itself.
  private let single: [Holder]
  /// Unions that only several artefacts support together.
  private let together: [Holder]

  init(_ closure: RelationshipClosure, source: FrameworkID, artefacts: [ArtefactAnalysis.Artefact]) {
    self.closure = closure
    finder = BearingFinder(closure, source: source, scopes: [])
    writer = SupportWriter(closure: closure)
    let single = artefacts.map { artefact in
      let named = artefact.supports.filter { $0.framework == source }.compactMap { closure.place(of: $0) }
      return Holder(
        artefacts: [artefact.id], nodes: Set(named.filter(\.isAnchor).compactMap(\.anchor)))
    }
    self.single = single.map { holder in
      let unions = closure.network.unions.filter { union in
        !closure.network.isSingle(union.node) && union.members.allSatisfy(holder.nodes.contains)
      }
      return Holder(artefacts: holder.artefacts, nodes: holder.nodes.union(unions.map(\.node)))
    }
    let alone = Set(self.single.flatMap(\.nodes))
    together = closure.network.unions.compactMap { union in
      guard !closure.network.isSingle(union.node), !alone.contains(union.node) else { return nil }
      // Of several artefacts that support one member, the first is enough.
      let holders = union.members.compactMap { member in single.first { $0.nodes.contains(member) } }
      guard holders.count == union.members.count else { return nil }
      let needed = Set(holders.flatMap(\.artefacts))
      let ids = artefacts.map(\.id).filter(needed.contains)
      return Holder(artefacts: ids, nodes: [union.node])
    }
  }

  /// What is reached, by the rows of `outline`: of what stands above the counted rows only what a claim names, and
  /// the lowest node where nothing below it is reached.
  func reaches(in outline: TargetOutline) -> [Int: [ArtefactReport.Reach]] {
    guard let catalog = closure.network.catalogIndex(of: outline.catalog.framework) else { return [:] }
    var found: [Int: [ArtefactReport.Reach]] = [:]
    /// For each row, the artefacts that certainly reach something below it.
    var reachedBelow: [Int: Set<[String]>] = [:]
    // From the end, so that what stands below a row comes before it.
    for row in (outline.counted + outline.parents).sorted(by: >) {
      let isAbove = !outline.counted(below: row).allSatisfy { $0 == row }
      let reaches = reaches(of: row, in: outline.catalog, index: catalog).filter { reach in
        !isAbove || reach.support.origin == .asserted
          || reachedBelow[row]?.contains(reach.artefacts) != true
      }
      if !reaches.isEmpty { found[row] = reaches }
      var below = reachedBelow[row] ?? []
      for reach in reaches where reach.extent != .unknown { below.insert(reach.artefacts) }
      let parent = Int(outline.catalog.rows[row].parent)
      if parent >= 0, !below.isEmpty { reachedBelow[parent, default: []].formUnion(below) }
    }
    return found
  }

  private func reaches(of row: Int, in catalog: Catalog, index: Int) -> [ArtefactReport.Reach] {
    guard let place = closure.place(catalog: index, row: row) else { return [] }
    let bearings = finder.bearings(on: place).filter { !$0.relations.certainlyDisjoint }
    guard !bearings.isEmpty else { return [] }
    func reaches(_ holder: Holder) -> [ArtefactReport.Reach] {
      finder.notable(bearings.filter { holder.nodes.contains($0.node) }).compactMap { bearing in
        let support = writer.support(bearing, on: place)
        let extent = ArtefactReport.Extent(bearing.relations)
        // What only follows, and leaves open whether anything is shared, says next to nothing of very many nodes.
        guard extent != .unknown || support.origin == .asserted else { return nil }
        return ArtefactReport.Reach(
          artefacts: holder.artefacts,
          target: ControlID(framework: catalog.framework, local: catalog.string(catalog.rows[row].local)),
          title: catalog.shownTitle(of: row),
          modality: catalog.rows[row].modality ?? catalog.metadata.modality, extent: extent,
          support: support,
          missing: .init(note: extent == .whole ? nil : support.note))
      }
    }
    let alone = single.flatMap(reaches)
    // What one of several artefacts shows by itself as well, they need not show together.
    let joint = together.flatMap(reaches).filter { reach in
      !alone.contains { reach.artefacts.contains($0.artefacts[0]) && $0.extent >= reach.extent }
    }
    return alone + joint
  }
}

extension ArtefactReport.Extent {
  /// How much of the target is shown by what stands in one of `relations` to it.
  init(_ relations: RelationshipSet) {
    self = relations.certainlyCovers ? .whole : relations.certainlyOverlaps ? .part : .unknown
  }
}
