/// The identity of a position: a UUID derived from what it says, by whom and when (RFC 9562, version 5).
public struct PositionID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The UUID in lower-case hexadecimal form.
  public let rawValue: String

  /// Creates an identity from a UUID in lower-case hexadecimal form.
  public init(_ uuid: String) { rawValue = uuid }

  /// The UUID.
  public var description: String { rawValue }

  /// Orders by spelling.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What one side says about a claim, a requirement or a section of a joint document: an act with author and time.
///
/// Positions are recorded one after the other; none replaces another. A side that has recorded nothing has not taken
/// a position yet. A position is what reviewers of one side say to those of the other, never an approval.
public struct BilateralPosition: Hashable, Sendable {
  /// Who speaks.
  public enum Side: String, Codable, CaseIterable, Sendable {
    case us, eu

    /// Reads the name of a side.
    public init(from decoder: any Decoder) throws { self = try Self(nameFrom: decoder) }

    /// The name in tables and documents: `US`, `EU`.
    public var name: String {
      switch self {
      case .us: "US"
      case .eu: "EU"
      }
    }
  }

  /// What is said.
  public enum Stance: String, CaseIterable, Sendable {
    /// The side agrees.
    case agreed
    /// The side agrees only with the reason kept in view.
    case reservation
    /// The side has not decided, or takes back what it said.
    case notYet = "not-yet"
  }

  /// What a position is about.
  public enum About: Hashable, Sendable {
    /// A claim, whatever it says of its ends.
    case claim(ClaimID)
    /// A control, a statement or a group of a framework.
    case node(ControlID)
    /// A section of a joint document, by the names of its template and of the section.
    case section(template: String, section: String)
  }

  /// What the position is known by.
  public var id: PositionID
  /// Who speaks.
  public var side: Side
  /// What it is about.
  public var about: About
  /// The subject file it is limited to, by its id; `nil` for a position that holds whatever the system.
  public var subject: String?
  /// What is said.
  public var stance: Stance
  /// Why; always there for a reservation.
  public var reason: String?
  /// Who recorded it.
  public var author: String
  /// When it was recorded.
  public var time: Moment
  /// The revisions that its author had before them: of both ends of a claim, of the framework of a node, none for a
  /// section.
  public var givenFor: [FrameworkRevisionID]

  /// Creates a position.
  public init(
    id: PositionID, side: Side, about: About, subject: String? = nil, stance: Stance, reason: String? = nil,
    author: String, time: Moment, givenFor: [FrameworkRevisionID] = []
  ) {
    self.id = id
    self.side = side
    self.about = about
    self.subject = subject
    self.stance = stance
    self.reason = reason
    self.author = author
    self.time = time
    self.givenFor = givenFor
  }
}

extension BilateralPosition.About: CustomStringConvertible {
  /// As a user names it: the claim's UUID, `framework/local`, `template#section`.
  public var description: String {
    switch self {
    case .claim(let id): id.rawValue
    case .node(let id): id.description
    case .section(let template, let section): "\(template)#\(section)"
    }
  }
}

extension BilateralPosition {
  /// The most bytes of a reason.
  public static let longestReason = RecordedText.longestReason

  /// What nobody may record, in words; `nil` for a sound position.
  public var complaint: String? {
    if author.trimmingBlanks.isEmpty { return "the position names no author" }
    if stance == .reservation, (reason ?? "").trimmingBlanks.isEmpty { return "a reservation needs a reason" }
    return RecordedText.complaint(
      names: [("author", author), ("subject", subject ?? "-")], reason: reason)
  }
}
