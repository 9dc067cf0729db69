/// The one relation that holds between what two statements require.
///
/// A control or statement stands for the non-empty set of things it requires; between two such sets
/// exactly one of these holds. Spelled as OSCAL's mapping model spells them; names follow NIST IR 8477,
/// the reasoning is that of RCC-5.
public enum Relationship: String, CaseIterable, Sendable {
  /// Both require the same things (RCC-5 EQ).
  case equal = "equal-to"
  /// The source requires only things that the target requires too, and not all of them (PP).
  case subsetOf = "subset-of"
  /// The source requires all that the target requires, and more (PPi).
  case supersetOf = "superset-of"
  /// Proper overlap: each requires something shared and something the other does not (PO).
  case intersectsWith = "intersects-with"
  /// Nothing is shared (DR).
  case disjoint = "no-relationship"
}
