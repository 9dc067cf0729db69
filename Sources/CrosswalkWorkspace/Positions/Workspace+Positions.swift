import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// Records a position, for good; an act that the store has already is recorded once.
  ///
  /// - Throws: ``PositionError`` and ``WorkspaceError`` for names that do not exist, `StoreError` for a position that
  ///   nobody may record, such as a reservation without a reason. Nothing is recorded then.
  public func record(_ request: PositionRequest) throws -> RecordedPosition {
    let day = request.time.day
    let target = try PositionTargetResolver(workspace: self, day: day).target(request.about)
    let position = BilateralPosition(
      side: request.side, about: target.about, subject: request.subject, stance: request.stance,
      reason: request.reason.flatMap { $0.isEmpty ? nil : $0 }, author: request.author, time: request.time,
      givenFor: target.givenFor)
    let isNew = try store.record(position)
    let both = try store.positionIndex(asOf: day).both(on: target.about, subject: request.subject)
    return RecordedPosition(position: position, isNew: isNew, title: target.title, both: both)
  }

  /// The positions that count, and which of them are stale on `day`.
  public func positions(asOf day: CalendarDate) throws -> PositionIndex {
    try store.positionIndex(asOf: day)
  }

  /// Every act of review in the order of time: positions of both sides, what reviewers did about claims, and claims that
  /// came with a review.
  ///
  /// - Parameter about: A claim's UUID, a reference, `TEMPLATE#SECTION`: acts on it, and for a requirement also those
  ///   on claims that name it. `nil` for all acts.
  /// - Throws: ``PositionError`` and ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func reviewLog(about: String? = nil, asOf day: CalendarDate) throws -> ReviewLog {
    let target = try about.map { try PositionTargetResolver(workspace: self, day: day).target($0).about }
    let acts = try store.reviewActs()
    let effective = EffectiveClaims(try store.recordedClaims(.all), acts: acts)
    let concerned = Set(effective.claims.lazy.filter { $0.concerns(target) }.map(\.id))
    let reviews = try reviews(of: concerned, asOf: day)
    let done = try actEntries(acts, on: concerned, effective, asOf: day)
    let positions = try positionEntries(target, concerned, asOf: day)
    var log = ReviewLog(about: about, acts: reviews + done + positions)
    log.knownBy = knownBy
    return log
  }

  /// The reviews that claims came with.
  private func reviews(of concerned: Set<ClaimID>, asOf day: CalendarDate) throws -> [ReviewLog.Act] {
    let reviewed = try store.recordedClaims(.all).filter { concerned.contains($0.id) && $0.reviewer != nil }
    let stale = try store.staleClaims(among: reviewed, asOf: day)
    return reviewed.compactMap { claim in
      claim.reviewer.map { .review(claim, reviewer: $0, stale: stale.contains(claim.id)) }
    }
  }

  private func positionEntries(
    _ target: BilateralPosition.About?, _ concerned: Set<ClaimID>, asOf day: CalendarDate
  ) throws -> [ReviewLog.Act] {
    let index = try store.positionIndex(asOf: day)
    return try store.positions().compactMap { position in
      switch position.about {
      case target: break
      case .claim(let id) where concerned.contains(id): break
      default: if target != nil { return nil }
      }
      let counting = index.position(of: position.side, on: position.about, subject: position.subject)
      return .position(position, counts: counting == position, stale: index.isStale(position))
    }
  }

  private func actEntries(
    _ acts: [ReviewAct], on concerned: Set<ClaimID>, _ effective: EffectiveClaims, asOf day: CalendarDate
  ) throws -> [ReviewLog.Act] {
    let shown = acts.filter { act in
      [act.claim, act.result?.id].compactMap(\.self).contains(where: concerned.contains)
    }
    // Asked as of claims that name what the author had before them.
    let asGiven = shown.compactMap { act in
      (act.result ?? act.claim.flatMap { effective[$0] }).map { $0.given(act) }
    }
    let stale = try store.staleClaims(among: asGiven, asOf: day)
    return try shown.map { act in
      .act(
        act, claim: try claim(shownWith: act, effective),
        counts: effective.counts(act), stale: stale.contains(ClaimID(act.id.rawValue)))
    }
  }

  /// The claim that the act made, else the one acted on: as it counts now, or where an import has given it other words
  /// since, as its author had it before them.
  private func claim(shownWith act: ReviewAct, _ effective: EffectiveClaims) throws -> MappingClaim? {
    if let result = act.result { return effective[result.id] }
    guard let id = act.claim, effective.isAboutOtherWords(act) else {
      return act.claim.flatMap { effective[$0] }
    }
    return try store.history(of: id).last { $0.claim.reviewedContent == act.seen }?.claim ?? effective[id]
  }
}

extension MappingClaim {
  /// The claim naming the revisions that the author of `act` had before them, known by the act.
  fileprivate func given(_ act: ReviewAct) -> MappingClaim {
    var claim = self
    claim.id = ClaimID(act.id.rawValue)
    func revision(_ end: ClaimEnd) -> RevisionID? {
      act.givenFor.first { $0.framework == end.framework }?.revision
    }
    claim.sourceRevision = revision(source)
    claim.targetRevision = revision(target)
    return claim
  }

  /// Whether acts on this claim belong into the log about `target`.
  fileprivate func concerns(_ target: BilateralPosition.About?) -> Bool {
    switch target {
    case nil: true
    case .claim(let id)?: id == self.id
    case .node(let id)?:
      [source, self.target].contains { end in
        if case .nodes(let nodes) = end { nodes.contains(id) } else { false }
      }
    case .section?: false
    }
  }
}
