import CrosswalkModel

/// What a reviewer asks to record.
public struct ReviewActRequest: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    case accept
    case reject
    case amend(Amendment)
    /// Takes claims over to the current revisions; to other identifiers, as typed, where these are named.
    case carry(to: [String])
    /// Says that `framework` has no counterpart to `requirement`.
    case noCounterpart(requirement: Reference, framework: Reference, Amendment)
  }

  /// What a claim says instead; `nil` leaves what it said.
  public struct Amendment: Hashable, Sendable {
    /// A word as in claims files: `subset-of`, `related`.
    public var relationship: String?
    /// Whether "intersects" is meant strictly, as in claims files.
    public var isStrict: Bool?
    /// In which sense the ends are related.
    public var rationale: MappingClaim.Rationale?
    /// 0 through 1.
    public var confidence: Double?
    /// 0 through 10.
    public var strength: Int?
    /// What is shared and what is left.
    public var note: String?

    /// Creates an amendment.
    public init(
      relationship: String? = nil, isStrict: Bool? = nil, rationale: MappingClaim.Rationale? = nil,
      confidence: Double? = nil, strength: Int? = nil, note: String? = nil
    ) {
      self.relationship = relationship
      self.isStrict = isStrict
      self.rationale = rationale
      self.confidence = confidence
      self.strength = strength
      self.note = note
    }

    /// Whether it leaves everything as it was.
    public var isEmpty: Bool { self == Amendment() }
  }

  /// What was done.
  public var deed: Deed
  /// The claims, each a UUID or the beginning of one; none for "no counterpart".
  public var claims: [String]
  /// Who did it.
  public var author: String
  /// Why.
  public var reason: String?
  /// When.
  public var time: Moment
  /// The day by which current revisions are chosen.
  public var asOf: CalendarDate

  /// Creates a request.
  ///
  /// - Parameter asOf: `nil` for the day of the act.
  public init(
    _ deed: Deed, claims: [String] = [], author: String, reason: String? = nil, time: Moment,
    asOf: CalendarDate? = nil
  ) {
    self.deed = deed
    self.claims = claims
    self.author = author
    self.reason = reason
    self.time = time
    self.asOf = asOf ?? time.day
  }
}
