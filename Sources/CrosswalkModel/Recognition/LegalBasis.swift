/// What recognition could rest on in law, as a pathway declares it.
public struct LegalBasis: Codable, Hashable, Sendable {
  /// How far it is.
  public enum Status: String, Codable, CaseIterable, Sendable {
    case none
    case underNegotiation = "under-negotiation"
    case provisionallyApplied = "provisionally-applied"
    case inForce = "in-force"
    case suspended
    case terminated

    /// The words people read.
    public var words: String {
      switch self {
      case .none: "no legal basis"
      case .underNegotiation: "under negotiation: no legal basis yet"
      case .provisionallyApplied: "provisionally applied, not in force"
      case .inForce: "in force"
      case .suspended: "suspended"
      case .terminated: "terminated"
      }
    }
  }

  /// How far it is.
  public var status: Status
  /// The day as of which that is so.
  public var asOf: CalendarDate
  /// Where that can be checked.
  public var source: String
  /// What there is and what is missing, in our words.
  public var says: String
  /// The instrument, where there is one.
  public var instrument: String?
  /// The day from which it is in force.
  public var from: CalendarDate?
  /// The last day on which it is in force.
  public var until: CalendarDate?
  /// The systems that it covers.
  public var covers: FactCondition?
  /// What it makes the parties accept.
  public var artefacts: [AssessmentProcedure.Artefact]?

  /// Whether it is declared in force on `day`; no other status counts.
  public func isInForce(on day: CalendarDate) -> Bool {
    guard status == .inForce, let from, from <= day else { return false }
    return until.map { day <= $0 } ?? true
  }
}
