import CrosswalkModel

extension RelationshipSet {
  /// How many steps from one relation to its neighbour lead from one of this set to the nearest of `other`, 0 where
  /// they share one; `nil` where either is empty.
  ///
  /// Neighbours are relations between which a small change of one end can lead: "superset" and "intersects", say, the
  /// typical confusion of reviewers. "Intersects" is next to all others, "disjoint" to it alone; "subset" and "superset"
  /// are next to "equal", not to each other. (The conceptual neighbourhood of RCC-5.)
  func steps(to other: Self) -> Int? {
    guard !isEmpty, !other.isEmpty else { return nil }
    if !isDisjoint(with: other) { return 0 }
    return neighbours.isDisjoint(with: other) ? 2 : 1
  }

  /// Those of this set that the fewest steps from `claimed` lead to.
  func nearest(to claimed: Self) -> Self {
    guard let steps = claimed.steps(to: self) else { return [] }
    switch steps {
    case 0: return intersection(claimed)
    case 1: return intersection(claimed.neighbours)
    default: return self
    }
  }

  private var neighbours: Self {
    relationships.reduce(into: []) { found, relationship in
      switch relationship {
      case .equal: found.formUnion([.subsetOf, .supersetOf, .intersectsWith])
      case .subsetOf, .supersetOf: found.formUnion([.equal, .intersectsWith])
      case .intersectsWith: found.formUnion([.equal, .subsetOf, .supersetOf, .disjoint])
      case .disjoint: found.formUnion(.intersectsWith)
      }
    }
  }
}
