import CrosswalkModel

/// What composition with one relation set asks of the second pair, plane by plane.
///
/// If A ? B is one of a set *s*, then a relation *r* is possible for A ? C just where B ? C may be one of the relations that compose
/// with *s* to something with *r* in it. These are the premises of *r*: five sets for each *s*, read off the composition
/// table. In bit-planes: plane *r* of the composed row is the OR of those planes of B's row that are premises of *r*.
struct Premises: Sendable {
  let ofEqual: RelationshipSet
  let ofSubset: RelationshipSet
  let ofSuperset: RelationshipSet
  let ofIntersection: RelationshipSet
  let ofDisjoint: RelationshipSet

  /// The premises for every set of A ? B, by its bits.
  static let ofSets: [Premises] = (0..<32).map { Premises(composing: RelationshipSet(rawValue: $0)) }

  private init(composing first: RelationshipSet) {
    func premises(of conclusion: RelationshipSet) -> RelationshipSet {
      Relationship.allCases.map { RelationshipSet($0) }
        .filter { first.composed(with: $0).isSuperset(of: conclusion) }
        .reduce([]) { $0.union($1) }
    }
    ofEqual = premises(of: .equal)
    ofSubset = premises(of: .subsetOf)
    ofSuperset = premises(of: .supersetOf)
    ofIntersection = premises(of: .intersectsWith)
    ofDisjoint = premises(of: .disjoint)
  }
}
