/// An AI system as a question to the toolkit describes it: who it is, and the facts on which its place in the law
/// depends (`crosswalk-system/1`, `Schemas/system.schema.json`).
///
/// Every answer says where it comes from; a fact that is missing is unknown, and nothing is guessed in its place.
public struct SystemDescription: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-system/1"

  /// Who provides the system.
  public struct Provider: Codable, Hashable, Sendable {
    /// Name of the provider.
    public var name: String
    /// Where it is established.
    public var country: String?
  }

  /// A text, and where it comes from.
  public struct SourcedText: Codable, Hashable, Sendable {
    /// The text.
    public var text: String
    /// Where it comes from.
    public var from: String
  }

  /// A day, and where it comes from.
  public struct SourcedDay: Codable, Hashable, Sendable {
    /// The day.
    public var day: CalendarDate
    /// Where it comes from.
    public var from: String
  }

  /// What is known of one fact.
  public struct Answer: Codable, Hashable, Sendable {
    /// The answers that hold; missing where somebody looked and does not know.
    public var `is`: [String]?
    /// Where the answer comes from, or why there is none.
    public var from: String

    /// Creates an answer; `nil` for one that nobody knows.
    public init(is answers: [String]?, from: String) {
      self.is = answers
      self.from = from
    }
  }

  /// `crosswalk-system/1`.
  public var schema: String
  /// What a reader must know before everything else, such as that the facts are invented.
  public var notice: String?
  /// Name of the system.
  public var name: String
  /// Its version.
  public var version: String?
  /// Who provides it.
  public var provider: Provider
  /// What it is meant for.
  public var intendedPurpose: SourcedText
  /// The day on which it was or will be placed on the market or put into service.
  public var placedOn: SourcedDay?
  /// What is known of each fact, by the names of ``SystemFact``.
  public var facts: [String: Answer]

  /// What is known of `fact`; `nil` where it is unknown.
  public func answers(_ fact: SystemFact) -> [String]? { facts[fact.rawValue]?.is }
}
