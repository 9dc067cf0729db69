import CrosswalkModel

/// What a user asks to record.
public struct PositionRequest: Hashable, Sendable {
  /// Who speaks.
  public var side: BilateralPosition.Side
  /// What it is about, as typed: a claim's UUID, a reference, `TEMPLATE#SECTION`.
  public var about: String
  /// The subject file it is limited to, by its id; `nil` for all.
  public var subject: String?
  /// What is said.
  public var stance: BilateralPosition.Stance
  /// Why; needed for a reservation.
  public var reason: String?
  /// Who records it.
  public var author: String
  /// When.
  public var time: Moment

  /// Creates a request.
  public init(
    side: BilateralPosition.Side, about: String, subject: String? = nil, stance: BilateralPosition.Stance,
    reason: String? = nil, author: String, time: Moment
  ) {
    self.side = side
    self.about = about
    self.subject = subject
    self.stance = stance
    self.reason = reason
    self.author = author
    self.time = time
  }
}
