import CrosswalkModel

/// Why an act of review cannot be put together; what other acts forbid is a `StoreError`.
public enum ReviewActError: DiagnosableError, Hashable {
  /// The text is neither a UUID nor the beginning of one, of eight digits or more.
  case unreadableClaim(String)
  case unknownClaim(String, closest: [String])
  case severalClaims(String, [ClaimID])
  case unknownRelationship(String, known: String)
  /// What the claim is, and why an amendment does not fit.
  case unfit(ClaimID, String)
  /// The claim names the current revisions already.
  case nothingToCarry(ClaimID)
  /// A name that the current revision lacks or has withdrawn.
  case notInForce(ClaimID?, ControlID, FrameworkRevisionID, isWithdrawn: Bool)
  /// Nothing says which end of the claim the new identifier is of.
  case whichEnd(ClaimID, [FrameworkID])
  /// A framework that is to have no counterpart to a requirement of its own.
  case ownRequirement(FrameworkID)
  /// `--to` with several claims, which would all get one identifier.
  case oneClaimNeeded(Int)

  /// A name that does not exist, or an act that does not fit its claim.
  public var exitStatus: ExitStatus { .usage }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    let (code, message, hint) = text
    return Diagnostic(.error, code: code, message: message, hint: hint)
  }

  private var text: (code: String, message: String, hint: String) {
    switch self {
    case .unreadableClaim(let text):
      ("unreadable-claim", "\"\(text)\" names no claim", "write its UUID, or at least its first eight digits")
    case .unknownClaim(let text, let closest):
      (
        "unknown-claim", "no claim has an id that begins with \"\(text)\"",
        closest.isEmpty
          ? "crosswalk mappings --from --to lists claims with their ids"
          : "did you mean \(closest.joined(separator: ", "))?"
      )
    case .severalClaims(let text, let found):
      (
        "ambiguous-claim", "\(found.count) claims have an id that begins with \"\(text)\"",
        "write more of it: " + found.prefix(5).map(\.rawValue).joined(separator: ", ")
      )
    case .unknownRelationship(let word, let known):
      ("unknown-relationship", "there is no relationship \"\(word)\"", "known: \(known)")
    case .unfit(let id, let why): ("unfit-amendment", "claim \(id) \(why)", "see crosswalk review --help")
    case .nothingToCarry(let id):
      (
        "nothing-to-carry", "claim \(id) names the current revisions of both ends",
        "--as-of chooses revisions by another day, --to another identifier"
      )
    case .notInForce(let id, let node, let revision, let isWithdrawn):
      (
        "not-in-force",
        (id.map { "claim \($0): " } ?? "")
          + "\(revision) " + (isWithdrawn ? "has withdrawn" : "has no") + " \"\(node.local)\"",
        "name what took its place with review carry --to, or reject the claim"
      )
    case .whichEnd(let id, let frameworks):
      (
        "which-end", "nothing says which end of claim \(id) the new identifier is of",
        "write it as \(frameworks.map { "\($0)/LOCAL" }.joined(separator: " or "))"
      )
    case .ownRequirement(let framework):
      (
        "own-requirement", "the requirement is one of \(framework) itself",
        "name the requirement first, then another framework that has nothing for it"
      )
    case .oneClaimNeeded(let count):
      ("one-claim-needed", "--to takes one claim, not \(count)", "carry each to its own identifier")
    }
  }
}
