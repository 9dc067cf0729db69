import CrosswalkModel
import GRDB

extension CrosswalkStore {
  /// Records acts of review, all of them or none, for good: they are on the disk when this returns.
  ///
  /// What is refused is decided in the transaction that writes, so that of two reviewers at once the second is told what
  /// the first one did.
  ///
  /// - Parameter day: The day by which the current revisions are chosen: a claim about another text cannot be accepted.
  /// - Returns: Whether each is new; an act that the store has already changes nothing.
  /// - Throws: ``StoreError``; ``StoreError/Reason/refusedAct(_:)`` where one cannot stand.
  /// - Complexity: Linear in the acts recorded so far, for each new one; for an acceptance of a claim about another
  ///   revision, in the catalogs of both.
  @discardableResult
  public func record(_ acts: [ReviewAct], asOf day: CalendarDate) throws(StoreError) -> [Bool] {
    try writing { database in
      let isNew = try ReviewActWriter(database: database, day: day).record(acts)
      return (isNew, isNew.contains(true) ? .commit : .rollback)
    }
  }

  /// Every act of review in the order in which it was recorded; none in a store that was made before there were any.
  ///
  /// - Complexity: Linear in the acts.
  public func reviewActs() throws(StoreError) -> [ReviewAct] {
    try reading { try ReviewActReader(database: $0).acts() }
  }

  /// What the store had before of a claim, oldest first, each with the time at which an import gave it other words or
  /// another status; empty where that import named no time.
  public func history(of claim: ClaimID) throws(StoreError) -> [(claim: MappingClaim, until: String)] {
    try reading { database in
      guard try Migration.version(of: database) >= Migration.firstWithReviewActs else { return [] }
      return try ClaimReader(database: database).history(of: claim)
    }
  }
}
