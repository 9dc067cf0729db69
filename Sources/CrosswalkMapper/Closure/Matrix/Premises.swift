import CrosswalkModel

/// What composition with one relation set asks of the second pair, plane by plane.
///
/// If A ? B is one of a set *s*, a relation *r* is possible for A ? C just where B ? C may be one of the relations that
/// compose with *s* to something with *r* in it: the premises of *r*. So a set *s* has five sets of premises, read off
/// the composition table; and in bit-planes, plane *r* of the composed row is the OR of those planes of B's row that
/// are premises of *r*.
struct Premises: Sendable {
  // Each the bits of a set: they are offsets into a table of planes.
  let ofEqual: Int
  let ofSubset: Int
  let ofSuperset: Int
  let ofOverlap: Int
  let ofDisjoint: Int

  /// The premises for every set of A ? B, by its bits.
  static let ofSets = (0..<32).map { Premises(composing: RelationshipSet(rawValue: $0)) }

  private init(composing first: RelationshipSet) {
    func premises(of conclusion: RelationshipSet) -> Int {
      let premises = Relationship.allCases.map { RelationshipSet($0) }
        .filter { first.composed(with: $0).isSuperset(of: conclusion) }
      return Int(premises.reduce(RelationshipSet()) { $0.union($1) }.rawValue)
    }
    ofEqual = premises(of: .equal)
    ofSubset = premises(of: .subsetOf)
    ofSuperset = premises(of: .supersetOf)
    ofOverlap = premises(of: .intersectsWith)
    ofDisjoint = premises(of: .disjoint)
  }
}
