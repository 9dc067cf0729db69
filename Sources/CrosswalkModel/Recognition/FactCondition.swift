/// A condition on the facts about a system, as pathways state it.
///
/// In JSON: a list of objects, of which one must hold; an object holds if each of its facts has one of the listed
/// answers: `[{"annex-iii": ["1"], "standards": ["part", "none"]}]`. The empty list always holds. Besides facts, the
/// outcome of an earlier stage may be asked for by the name of the stage.
public struct FactCondition: Codable, Hashable, Sendable {
  /// The alternatives; what must hold in each, by the name of the fact or stage.
  public var alternatives: [[String: [String]]]

  /// Creates a condition of which one alternative must hold; of none, it always holds.
  public init(_ alternatives: [[String: [String]]]) { self.alternatives = alternatives }

  /// Reads the list of alternatives.
  public init(from decoder: any Decoder) throws {
    alternatives = try decoder.singleValueContainer().decode([[String: [String]]].self)
  }

  /// Writes the list of alternatives.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(alternatives)
  }

  /// Whether it always holds.
  public var isAlways: Bool { alternatives.isEmpty }
}
