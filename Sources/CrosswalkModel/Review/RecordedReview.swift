/// What recording acts of review gives: the acts, and the claims as they stand now.
public struct RecordedReview: Sendable {
  /// One act.
  public struct Entry: Sendable {
    /// The act.
    public var act: ReviewAct
    /// False where the store had this very act already.
    public var isNew: Bool
    /// The claim acted on, as it counts now; `nil` for "no counterpart".
    public var claim: MappingClaim?
    /// The claim that the act made, as it counts now.
    public var result: MappingClaim?

    /// Joins an act and its claims.
    public init(act: ReviewAct, isNew: Bool, claim: MappingClaim?, result: MappingClaim?) {
      self.act = act
      self.isNew = isNew
      self.claim = claim
      self.result = result
    }
  }

  /// The acts in the order of the request.
  public var entries: [Entry]

  /// Creates an answer.
  public init(entries: [Entry]) { self.entries = entries }
}
