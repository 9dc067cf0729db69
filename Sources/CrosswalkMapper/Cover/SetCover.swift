/// A choice of candidates that covers every element that can be covered, and how good it is known to be.
public struct SetCover: Hashable, Sendable {
  /// The chosen candidates by their number, ascending.
  public let chosen: [Int]
  /// What they cost together.
  public let cost: Int
  /// No choice costs less than this: proven, whether or not the search was finished.
  public let bound: Int
  /// The elements that no candidate covers, ascending: the choice leaves them open.
  public let uncoverable: [Int]
  /// How many nodes of the search tree were looked at.
  public let nodes: Int

  /// Whether no choice costs less.
  public var isOptimal: Bool { bound == cost }

  /// By how much of its cost the choice may at most be too dear, 0 through 1: 0 where it is proven best.
  public var gap: Double { cost == 0 ? 0 : Double(cost - bound) / Double(cost) }
}
