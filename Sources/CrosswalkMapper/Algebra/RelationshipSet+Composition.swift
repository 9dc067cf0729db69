import CrosswalkModel

extension RelationshipSet {
  /// What may hold from A to C when `self` may hold from A to B and `next` from B to C.
  ///
  /// The RCC-5 composition, extended to sets by union; composing with the empty set gives the empty set.
  /// Cost: one table look-up.
  public func composed(with next: Self) -> Self {
    Self(rawValue: CompositionTable.shared[rawValue, next.rawValue])
  }

  /// Whether the relations left say anything at all.
  var isInformative: Bool { self != .all }

  /// Whether all that the target requires is certainly required by the source.
  var certainlyCovers: Bool { !isEmpty && isSubset(of: .covering) }

  /// Whether source and target certainly share something.
  var certainlyOverlaps: Bool { !isEmpty && !contains(.disjoint) }

  /// Whether source and target certainly share nothing.
  var certainlyDisjoint: Bool { self == .disjoint }
}

/// Composition of any two of the 32 relation sets, worked out once from the 25 base entries.
struct CompositionTable: Sendable {
  static let shared = CompositionTable()

  /// Entry `first * 32 + second`.
  let entries: [UInt8]

  subscript(first: UInt8, second: UInt8) -> UInt8 { entries[Int(first & 31) << 5 | Int(second & 31)] }

  private init() {
    var entries = [UInt8](repeating: 0, count: 32 * 32)
    for first in 0..<32 {
      for second in 0..<32 {
        var possible: RelationshipSet = []
        for left in RelationshipSet(rawValue: UInt8(first)).relationships {
          for right in RelationshipSet(rawValue: UInt8(second)).relationships {
            possible.formUnion(Self.base(left, right))
          }
        }
        entries[first << 5 | second] = possible.rawValue
      }
    }
    self.entries = entries
  }

  /// The RCC-5 table: rows A to B, columns B to C.
  private static func base(_ left: Relationship, _ right: Relationship) -> RelationshipSet {
    switch (left, right) {
    case (.equal, _): RelationshipSet(right)
    case (_, .equal): RelationshipSet(left)

    case (.subsetOf, .subsetOf): .subsetOf
    case (.subsetOf, .supersetOf): .all
    case (.subsetOf, .intersectsWith): [.disjoint, .intersectsWith, .subsetOf]
    case (.subsetOf, .disjoint): .disjoint

    case (.supersetOf, .subsetOf): .related
    case (.supersetOf, .supersetOf): .supersetOf
    case (.supersetOf, .intersectsWith): [.intersectsWith, .supersetOf]
    case (.supersetOf, .disjoint): [.disjoint, .intersectsWith, .supersetOf]

    case (.intersectsWith, .subsetOf): [.intersectsWith, .subsetOf]
    case (.intersectsWith, .supersetOf): [.disjoint, .intersectsWith, .supersetOf]
    case (.intersectsWith, .intersectsWith): .all
    case (.intersectsWith, .disjoint): [.disjoint, .intersectsWith, .supersetOf]

    case (.disjoint, .subsetOf): [.disjoint, .intersectsWith, .subsetOf]
    case (.disjoint, .supersetOf): .disjoint
    case (.disjoint, .intersectsWith): [.disjoint, .intersectsWith, .subsetOf]
    case (.disjoint, .disjoint): .all
    }
  }
}
