import CrosswalkModel

/// Compares two revisions of one framework.
///
/// Nodes are the same whose names are, or differ only in spelling (`AC-02`, `AC-2`), or of which one is another name of
/// the other; a requirement that stands in the same words under one other name has been renumbered. Only texts of one
/// kind and one language are compared. Other spellings of a name, and what a catalog cites, are no changes.
public struct RevisionComparison: Sendable {
  private let from: Catalog
  private let to: Catalog

  /// Compares `from`, the older revision, with `to`, the newer one.
  public init(from: Catalog, to: Catalog) {
    self.from = from
    self.to = to
  }

  /// What differs.
  ///
  /// - Complexity: linear in nodes, facts and texts, and for each changed text in its words times the words that
  ///   differ.
  public func diff() -> CatalogDiff {
    let match = RevisionMatch(from: from, to: to)
    var diff = CatalogDiff(from: .init(from.metadata), to: .init(to.metadata))
    diff.metadata = MetadataComparison(from.metadata, to.metadata).parts
    collectPairs(match, into: &diff)
    for row in to.rows.indices where match.names.firstOfSecond[row] < 0 {
      diff.added.append(.init(.init(to[row]), marks: AmendmentMark.marks(of: to[row])))
    }
    for row in from.rows.indices
    where match.names.secondOfFirst[row] < 0 && !from.rows[row].isWithdrawn
      && !wentWithItsParent(row, match)
    {
      diff.removed.append(.init(.init(from[row])))
    }
    collectMoves(match, into: &diff)
    diff.staleRelevant = RequirementChanges(from: from, to: to, match: match).touched
    return diff
  }

  /// Whether the nearest node above that is still there was withdrawn: its publisher leaves out what was in it.
  private func wentWithItsParent(_ row: Int, _ match: RevisionMatch) -> Bool {
    var parent = Int(from.rows[row].parent)
    while parent >= 0 {
      let counterpart = Int(match.names.secondOfFirst[parent])
      if counterpart >= 0 { return to.rows[counterpart].isWithdrawn && !from.rows[parent].isWithdrawn }
      parent = Int(from.rows[parent].parent)
    }
    return false
  }

  /// What differs between nodes that both sides have, in the order of the newer one.
  private func collectPairs(_ match: RevisionMatch, into diff: inout CatalogDiff) {
    let comparison = NodeComparison(from: from, to: to)
    for row in to.rows.indices {
      let old = Int(match.names.firstOfSecond[row])
      guard old >= 0 else { continue }
      let isInOneSideOnly = from.rows[old].isWithdrawn != to.rows[row].isWithdrawn
      if isInOneSideOnly {
        let entry = CatalogDiff.Entry(.init(to[row]), marks: AmendmentMark.marks(of: to[row]))
        if to.rows[row].isWithdrawn { diff.withdrawn.append(entry) } else { diff.reinstated.append(entry) }
      }
      var result = comparison.compare(from[old], to[row])
      if isInOneSideOnly { result.keepWords() }
      if match.renumbered.contains(old) {
        diff.renumbered.append(
          .init(
            from: .init(from[old]), to: to[row].id, destination: .init(to[row]), ground: .sameText))
        // The mark before it is its number again.
        result.parts.removeAll { $0.field == .label }
      }
      if let reason = result.notCompared { diff.notCompared.append(.init(.init(to[row]), reason)) }
      guard !result.parts.isEmpty || !result.marks.isEmpty else { continue }
      diff.changed.append(
        .init(
          before: .init(from[old]), after: .init(to[row]), parts: result.parts, marks: result.marks))
    }
  }

  private func collectMoves(_ match: RevisionMatch, into diff: inout CatalogDiff) {
    // Few revisions withdraw anything: names are indexed where one does.
    var index: LocalIndex?
    for row in to.rows.indices {
      let old = Int(match.names.firstOfSecond[row])
      guard old >= 0 else { continue }
      if to.rows[row].isWithdrawn, !from.rows[old].isWithdrawn {
        let names = index ?? LocalIndex(to)
        index = names
        diff.moved += withdrawalMoves(from[old], to[row], names)
      } else if !match.renumbered.contains(old), let parent = match.otherParent(of: row, from: from, to: to) {
        // Of what has another name as well, the new name says where it went.
        diff.moved.append(
          .init(
            from: .init(from[old]), to: parent.id, destination: .init(parent), ground: .otherParent))
      }
    }
  }

  /// Where a withdrawn node went, as its links say.
  private func withdrawalMoves(_ old: CatalogNode, _ new: CatalogNode, _ index: LocalIndex)
    -> [CatalogDiff.Move]
  {
    new.links.compactMap { link in
      guard let ground = CatalogDiff.Move.Ground(rawValue: link.name.lowercased()),
        ground == .movedTo || ground == .incorporatedInto
      else { return nil }
      let name = link.value.hasPrefix("#") ? String(link.value.dropFirst()) : link.value
      var destination: CatalogNode?
      if case .one(let row) = index.match(name) { destination = to[row] }
      return .init(
        from: .init(old), to: destination?.id ?? ControlID(framework: to.framework, local: name),
        destination: destination.map { .init($0) }, ground: ground)
    }
  }
}

extension AmendmentMark {
  /// What the node says about the acts that changed it, in the order of its source.
  static func marks(of node: CatalogNode) -> [AmendmentMark] {
    node.properties.compactMap(AmendmentMark.init)
  }
}
