/// The claims that count: as their files have them, with what reviewers did since.
///
/// Acts are applied in the order of their times, of two of one time the one recorded earlier first. They go before
/// the status and the review that a later import gives the same claim; so acting and importing again give the same in
/// either order. An act speaks of the words that its author saw: where an import has given the claim others since, it
/// has no effect (``changedSince``), but that a claim which took the place of another keeps it.
public struct EffectiveClaims: Sendable {
  /// The claims in the order given, then those that acts made, in the order of the acts.
  public private(set) var claims: [MappingClaim]
  /// Of each claim that an act ended, that act.
  public private(set) var ended: [ClaimID: ReviewAct] = [:]
  /// Of each claim that says something else than what its last act was about, that act.
  public private(set) var changedSince: [ClaimID: ReviewAct] = [:]
  private var places: [ClaimID: Int]
  /// What claims said before any act.
  private var contents: [ClaimID: String] = [:]
  /// The newest act of each kind on a claim.
  private var newest: [ClaimID: [ReviewAct.Kind: ReviewActID]] = [:]

  /// Applies acts to claims.
  ///
  /// An act on a claim that is not among these has no effect on it; the claim that it makes is there all the same.
  ///
  /// - Parameters:
  ///   - recorded: The claims as their files have them.
  ///   - acts: In the order in which they were recorded.
  /// - Complexity: Linear in the claims, and O(*n* log *n*) for *n* acts.
  public init(_ recorded: [MappingClaim], acts: [ReviewAct] = []) {
    claims = recorded
    places = [:]
    guard !acts.isEmpty else { return }
    places = Dictionary(
      recorded.indices.map { (recorded[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    for act in Self.inOrder(acts) { apply(act) }
  }

  /// Acts by time; of one time, in the order given.
  public static func inOrder(_ acts: [ReviewAct]) -> [ReviewAct] {
    acts.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  /// The claim with this identity; `nil` where there is none.
  public subscript(id: ClaimID) -> MappingClaim? {
    // Without acts nothing was indexed.
    places.isEmpty ? claims.first { $0.id == id } : places[id].map { claims[$0] }
  }

  /// Whether nothing newer has overtaken `act`, one of those applied.
  public func counts(_ act: ReviewAct) -> Bool {
    if let result = act.result { return ended[result.id] == nil }
    guard let claim = act.claim else { return true }
    return act.kind == .reject
      ? ended[claim]?.id == act.id : ended[claim] == nil && newest[claim]?[act.kind] == act.id
  }

  /// Whether the claim acted on said something else then, for `act`, one of those applied.
  public func isAboutOtherWords(_ act: ReviewAct) -> Bool {
    guard let seen = act.seen, let content = act.claim.flatMap({ contents[$0] }) else { return false }
    return seen != content
  }

  private mutating func apply(_ act: ReviewAct) {
    if let claim = act.claim {
      if let place = places[claim], contents[claim] == nil {
        contents[claim] = claims[place].reviewedContent
      }
      let isAboutOther = isAboutOtherWords(act)
      changedSince[claim] = isAboutOther ? act : nil
      if isAboutOther, act.result == nil { return }
      if let place = places[claim] { act.apply(to: &claims[place]) }
      newest[claim, default: [:]][act.kind] = act.id
      if act.endsClaim { ended[claim] = act } else if act.kind == .accept { ended[claim] = nil }
    }
    guard let result = act.result, places[result.id] == nil else { return }
    places[result.id] = claims.count
    claims.append(result)
  }
}

extension EffectiveClaims {
  /// Why acts cannot stand in one order of time: the first that may not follow those before it.
  ///
  /// - Parameters:
  ///   - acts: In the order in which they were recorded.
  ///   - known: The claims that are there without acts.
  public static func fault(in acts: [ReviewAct], known: Set<ClaimID>) -> ReviewRefusal? {
    var present = known
    var ended: [ClaimID: ReviewAct] = [:]
    for act in inOrder(acts) {
      if let claim = act.claim {
        guard present.contains(claim) else { return ReviewRefusal(act, .madeLater) }
        // A rejection of other words ends nothing.
        if let earlier = ended[claim],
          !(earlier.kind == .reject && (act.kind == .accept || act.seen != earlier.seen))
        {
          return ReviewRefusal(act, .ended(by: earlier))
        }
        ended[claim] = act.endsClaim ? act : nil
      }
      if let result = act.result { present.insert(result.id) }
    }
    return nil
  }
}

extension ReviewAct {
  /// What the act makes of the claim that it is about.
  fileprivate func apply(to claim: inout MappingClaim) {
    switch kind {
    case .accept: review(&claim, .complete)
    case .reject: review(&claim, .rejected)
    case .amend: claim.status = .superseded
    case .carry where result != nil: claim.status = .superseded
    case .carry:
      claim.sourceRevision = carried(claim.sourceRevision, of: claim.source.framework)
      claim.targetRevision = carried(claim.targetRevision, of: claim.target.framework)
    case .noCounterpart: break
    }
  }

  private func review(_ claim: inout MappingClaim, _ status: MappingClaim.Status) {
    claim.status = status
    claim.reviewer = author
    claim.reviewedOn = time.day
  }

  /// The revision that an end names now; one that names none goes with every revision.
  private func carried(_ named: RevisionID?, of framework: FrameworkID) -> RevisionID? {
    named.map { old in givenFor.first { $0.framework == framework }?.revision ?? old }
  }
}
