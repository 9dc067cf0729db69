/// Why an act of review is refused, with what happened before.
public struct ReviewRefusal: Hashable, Sendable {
  /// The reason.
  public enum Reason: Hashable, Sendable {
    /// Nobody may record such an act, whatever the claim.
    case unsound(String)
    /// The store has no such claim.
    case unknownClaim
    /// The act that makes the claim has a later time.
    case madeLater
    /// Another act superseded or rejected the claim.
    case ended(by: ReviewAct)
    /// The claim is about another text than the one that is current: an acceptance speaks of the words in front of the
    /// reviewer.
    case stale([FrameworkRevisionID])
    /// An act of a later time could not stand after it.
    case breaks(ReviewAct)
  }

  /// What was to be recorded.
  public var act: ReviewAct
  /// Why it is not.
  public var reason: Reason

  /// Refuses `act`.
  public init(_ act: ReviewAct, _ reason: Reason) {
    self.act = act
    self.reason = reason
  }

  /// The refusal in words, and what to do instead.
  public var words: (message: String, hint: String?) {
    let claim = act.claim.map { "claim \($0)" } ?? "the claim"
    switch reason {
    case .unsound(let complaint): return (complaint, nil)
    case .unknownClaim:
      return (
        "no claim has the id \"\(act.claim?.rawValue ?? "")\"", "crosswalk mappings --from --to lists claims"
      )
    case .madeLater: return ("\(claim) was made after \(act.time)", "leave --time out, or name a later one")
    case .ended(let earlier):
      let next = earlier.result.map { "act on claim \($0.id), which took its place" }
      let hint = next ?? (act.kind == .reject ? nil : "accept it first, if the rejection was wrong")
      return ("\(claim) was \(earlier.pastWords)", hint)
    case .stale(let current):
      let names = current.map(\.description).joined(separator: " and ")
      return (
        "\(claim) was made about another text than that of \(names), which is current",
        "compare the texts, then carry the claim to it (review carry) or amend it (review amend)"
      )
    case .breaks(let later):
      return (
        "\(claim) was \(later.pastWords), which could not follow an act of \(act.time)",
        "leave --time out, or name a later one"
      )
    }
  }
}

extension ReviewAct {
  /// What was done in the past tense, by whom, when and why.
  public var pastWords: String {
    let why = reason.map { ": \($0.split(whereSeparator: \.isNewline).joined(separator: " "))" } ?? ""
    return "\(kind.pastWords) by \(author) on \(time)\(why)"
  }
}

extension ReviewAct.Kind {
  /// What was done to the claim, in the past tense.
  public var pastWords: String {
    switch self {
    case .accept: "accepted"
    case .reject: "rejected"
    case .amend: "amended"
    case .carry: "carried over"
    case .noCounterpart: "recorded as without counterpart"
    }
  }
}
