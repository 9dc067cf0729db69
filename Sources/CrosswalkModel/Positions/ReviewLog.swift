/// Who said what about claims, requirements and sections, in the order of time.
public struct ReviewLog: Sendable {
  /// One act.
  public enum Act: Sendable {
    /// A side took a position; whether it counts still, and whether its text may have changed since.
    case position(BilateralPosition, counts: Bool, stale: Bool)
    /// A named reviewer stands behind a claim, or against it; known to the day, where a day is named. Whether the text of
    /// an end may have changed since.
    case review(MappingClaim, reviewer: String, stale: Bool)
    /// What a reviewer did about a claim, with the claim as it counts now; whether nothing newer has overtaken it, and
    /// whether the text of an end may have changed since.
    case act(ReviewAct, claim: MappingClaim?, counts: Bool, stale: Bool)
  }

  /// What the log is limited to, as the user named it; `nil` for everything.
  public var about: String?
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate?
  /// The acts, oldest first; what has no day stands before all that have one.
  public var acts: [Act]

  /// Creates a log from acts in the order in which they were recorded.
  public init(about: String? = nil, acts: [Act]) {
    self.about = about
    let dated = acts.enumerated().sorted { ($0.element.when, $0.offset) < ($1.element.when, $1.offset) }
    self.acts = dated.map(\.element)
  }
}

extension ReviewLog.Act {
  /// When it was done, as precisely as it is known: `2026-11-23T10:21:34Z`, `2026-11-23`, or nothing.
  public var when: String {
    switch self {
    case .position(let position, _, _): position.time.description
    case .review(let claim, _, _): claim.reviewedOn?.description ?? ""
    case .act(let act, _, _, _): act.time.description
    }
  }
}

/// What recording a position gives: the act, and where both sides stand now.
public struct RecordedPosition: Sendable {
  /// The act.
  public var position: BilateralPosition
  /// False where the store had this very act already.
  public var isNew: Bool
  /// What it is about, in words: the title of a requirement, what a claim says.
  public var title: String
  /// Where both sides stand now, for the subject of the act.
  public var both: BothPositions

  /// Joins an act and where both sides stand.
  public init(position: BilateralPosition, isNew: Bool, title: String, both: BothPositions) {
    self.position = position
    self.isNew = isNew
    self.title = title
    self.both = both
  }
}
