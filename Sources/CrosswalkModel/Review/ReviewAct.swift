/// The identity of an act of review: a UUID derived from what it says, by whom and when (RFC 9562, version 5).
public struct ReviewActID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The UUID in lower-case hexadecimal form.
  public let rawValue: String

  /// Creates an identity from a UUID in lower-case hexadecimal form.
  public init(_ uuid: String) { rawValue = uuid }

  /// The UUID.
  public var description: String { rawValue }

  /// Orders by spelling.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a reviewer did about a claim, or said where there was none, with author, time and reason.
///
/// Acts are recorded one after the other and never change a claim as its file has it: what counts is the claim together
/// with the acts on it (``EffectiveClaims``).
public struct ReviewAct: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Sendable {
    /// The reviewer stands behind the claim.
    case accept
    /// The claim is wrong and counts no more.
    case reject
    /// Another claim takes its place.
    case amend
    /// The claim holds for another revision too: it names that one from now on.
    case carry
    /// A framework has no counterpart to a requirement of another one.
    case noCounterpart = "no-counterpart"

    /// Whether nobody may record it without saying why.
    public var needsReason: Bool { self != .accept && self != .noCounterpart }
  }

  /// What the act is known by.
  public var id: ReviewActID
  /// What was done.
  public var kind: Kind
  /// The claim acted on; `nil` where there was none: "no counterpart".
  public var claim: ClaimID?
  /// The claim that the act makes: of an amendment, of "no counterpart", and of a claim carried to another identifier.
  public var result: MappingClaim?
  /// Who did it.
  public var author: String
  /// When.
  public var time: Moment
  /// Why.
  public var reason: String?
  /// The revisions that the author had before them; the claim of a ``Kind/carry`` names these from now on.
  public var givenFor: [FrameworkRevisionID]
  /// What the claim acted on said then, as its file had it (``MappingClaim/reviewedContent``); the store notes it when it
  /// records the act.
  public var seen: String?

  /// Creates an act.
  public init(
    id: ReviewActID, kind: Kind, claim: ClaimID?, result: MappingClaim? = nil, author: String, time: Moment,
    reason: String? = nil, givenFor: [FrameworkRevisionID] = [], seen: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.claim = claim
    self.result = result
    self.author = author
    self.time = time
    self.reason = reason
    self.givenFor = givenFor
    self.seen = seen
  }

  /// The file that reports name for claims which acts made; the line is the number of the act in its store.
  public static let file = "review-acts"
}

extension ReviewAct {
  /// Whether the claim acted on is at an end with it: another takes its place, or it is rejected.
  public var endsClaim: Bool { kind == .reject || (claim != nil && result != nil) }

  /// What nobody may record, in words; `nil` for a sound act.
  public var complaint: String? {
    if author.trimmingBlanks.isEmpty { return "the act names no author" }
    if kind.needsReason, (reason ?? "").trimmingBlanks.isEmpty { return "to \(kind.rawValue) needs a reason" }
    if (claim == nil) != (kind == .noCounterpart) {
      return "to \(kind.rawValue) names the wrong number of claims"
    }
    let makesClaim = kind == .amend || kind == .noCounterpart
    if makesClaim, result == nil { return "to \(kind.rawValue) says nothing new" }
    if kind == .accept || kind == .reject, result != nil { return "to \(kind.rawValue) makes no claim" }
    return RecordedText.complaint(names: [("author", author)], reason: reason)
      ?? result?.note.flatMap { RecordedText.complaint(names: [], reason: $0, called: "note") }
  }
}
