/// What is known about a pair: the relations still possible, as five bits.
///
/// All five: nothing is known. Empty: the claims contradict each other. Several mean "one of these".
@frozen
public struct RelationshipSet: OptionSet, Hashable, Sendable {
  /// One bit for each relation.
  public let rawValue: UInt8

  /// Creates a set from its bits; bit *n* stands for the *n*th case of ``Relationship``.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Only "equal".
  @inlinable public static var equal: Self { Self(rawValue: 1 << 0) }
  /// Only "subset".
  @inlinable public static var subsetOf: Self { Self(rawValue: 1 << 1) }
  /// Only "superset".
  @inlinable public static var supersetOf: Self { Self(rawValue: 1 << 2) }
  /// Only "proper overlap".
  @inlinable public static var intersectsWith: Self { Self(rawValue: 1 << 3) }
  /// Only "nothing shared".
  @inlinable public static var disjoint: Self { Self(rawValue: 1 << 4) }

  /// Nothing is known.
  @inlinable public static var all: Self { Self(rawValue: 0b11111) }
  /// "Related": anything but disjoint.
  @inlinable public static var related: Self { Self(rawValue: 0b01111) }
  /// A part and the whole that holds it, seen from the part.
  @inlinable public static var within: Self { Self(rawValue: 0b00011) }
  /// All that the target requires is required by the source.
  @inlinable public static var covering: Self { Self(rawValue: 0b00101) }

  /// Creates the set of one relation.
  public init(_ relationship: Relationship) {
    self =
      switch relationship {
      case .equal: .equal
      case .subsetOf: .subsetOf
      case .supersetOf: .supersetOf
      case .intersectsWith: .intersectsWith
      case .disjoint: .disjoint
      }
  }

  /// What holds from B to A when this holds from A to B: subset and superset change places.
  @inlinable public var converse: Self {
    let fixed = rawValue & 0b11001
    return Self(rawValue: fixed | (rawValue & 0b00010) << 1 | (rawValue & 0b00100) >> 1)
  }

  /// The relations of the set, in the order of ``Relationship/allCases``.
  public var relationships: [Relationship] { Relationship.allCases.filter { contains(Self($0)) } }
}

extension RelationshipSet: CustomStringConvertible {
  /// The relations as OSCAL spells them, joined by ` or `; `none possible` for the empty set.
  public var description: String {
    isEmpty ? "none possible" : relationships.map(\.rawValue).joined(separator: " or ")
  }
}
