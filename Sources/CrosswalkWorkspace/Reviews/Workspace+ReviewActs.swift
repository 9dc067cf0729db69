import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// Records what a reviewer did about claims: all of it or nothing, for good.
  ///
  /// - Returns: The acts, with the claims as they stand now.
  /// - Throws: ``ReviewActError`` and ``WorkspaceError`` for names that do not exist and acts that do not fit their claims,
  ///   `StoreError` for an act that cannot follow those before it. Nothing is recorded then.
  public func record(_ request: ReviewActRequest) throws -> RecordedReview {
    var builder = try ReviewActBuilder(request, self)
    let acts = try builder.acts()
    let isNew = try store.record(acts, asOf: request.asOf)
    let claims = EffectiveClaims(try store.claims(.all))
    let entries = zip(acts, isNew).map { act, isNew in
      RecordedReview.Entry(
        act: act, isNew: isNew, claim: act.claim.flatMap { claims[$0] },
        result: act.result.flatMap { claims[$0.id] })
    }
    return RecordedReview(entries: entries)
  }
}
