/// What lists of claims show beside what each says: what both sides and reviewers said about it, and whether its text may
/// have changed since.
public struct ClaimRemarks: Sendable {
  /// What both sides say.
  public var positions: PositionIndex
  /// What reviewers did, by the claim acted on and by the claim that an act made, in the order of time.
  public private(set) var acts: [ClaimID: [ReviewAct]]
  /// Claims about another text than the one that is current.
  public var stale: Set<ClaimID>
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate?

  /// Joins what is known.
  ///
  /// - Parameter acts: In the order in which they were recorded.
  public init(positions: PositionIndex = .init(), acts: [ReviewAct] = [], stale: Set<ClaimID> = []) {
    self.positions = positions
    self.stale = stale
    self.acts = [:]
    for act in EffectiveClaims.inOrder(acts) {
      for id in [act.claim, act.result?.id] { if let id { self.acts[id, default: []].append(act) } }
    }
  }
}
