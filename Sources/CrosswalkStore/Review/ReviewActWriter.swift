import CrosswalkModel
import GRDB

/// Writes acts of review inside a transaction, after asking whether they may stand.
struct ReviewActWriter {
  let database: Database
  /// The day by which the current revision of a framework is chosen.
  let day: CalendarDate

  /// Records the acts that the store lacks, in their order.
  ///
  /// - Returns: Whether each is new.
  /// - Throws: ``StoreError/Reason/refusedAct(_:)``; the caller rolls back.
  func record(_ acts: [ReviewAct]) throws -> [Bool] {
    var recorded = try ReviewActReader(database: database).acts()
    var known = Set(recorded.map(\.id))
    var isNew: [Bool] = []
    for var act in acts {
      guard known.insert(act.id).inserted else {
        isNew.append(false)
        continue
      }
      act.seen = try act.claim.flatMap { try content(of: $0, among: recorded) }
      try check(act, after: recorded)
      recorded.append(act)
      try insert(act)
      isNew.append(true)
    }
    return isNew
  }

  /// What the claim says without any act: as its file has it, or as the act made it.
  private func content(of claim: ClaimID, among recorded: [ReviewAct]) throws -> String? {
    let stored = try ClaimReader(database: database).recorded(claim)?.claim
    return (stored ?? recorded.lazy.compactMap(\.result).first { $0.id == claim })?.reviewedContent
  }

  /// Refuses an act that cannot stand where its time puts it, or that later ones could not follow.
  private func check(_ act: ReviewAct, after recorded: [ReviewAct]) throws {
    if let complaint = act.complaint { throw refusal(act, .unsound(complaint)) }
    guard let claim = act.claim else { return }
    let reader = ClaimReader(database: database)
    guard let standing = try reader.claim(claim) else { throw refusal(act, .unknownClaim) }
    let touched = try reader.recordedIDs(of: recorded.compactMap(\.claim) + [claim])
    if let fault = EffectiveClaims.fault(in: recorded + [act], known: touched) {
      throw StoreError.Reason.refusedAct(
        fault.act.id == act.id ? fault : ReviewRefusal(act, .breaks(fault.act)))
    }
    guard act.kind == .accept else { return }
    var staleness = try Staleness(of: standing.revisionsNamed, asOf: day, in: database)
    let ends = try staleness.staleEnds(of: standing)
    guard !ends.isEmpty else { return }
    throw refusal(
      act, .stale(ends.map { FrameworkRevisionID(framework: $0.framework, revision: $0.current) }))
  }

  private func refusal(_ act: ReviewAct, _ reason: ReviewRefusal.Reason) -> StoreError.Reason {
    .refusedAct(ReviewRefusal(act, reason))
  }

  private func insert(_ act: ReviewAct) throws {
    var insert = try SQLStatement(
      "INSERT INTO review_act (id, kind, claim, reason, author, time, given_for, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      on: database)
    insert.bind(act.id.rawValue)
    insert.bind(act.kind.rawValue)
    insert.bind(act.claim?.rawValue)
    insert.bind(act.reason)
    insert.bind(act.author)
    insert.bind(act.time.description)
    insert.bind(RevisionNames.written(act.givenFor))
    insert.bind(act.seen)
    guard try insert.run() > 0 else { throw StoreError.Reason.unexpected("an act that was not recorded") }
    guard let result = act.result else { return }
    let row = database.lastInsertedRowID
    let places = Array(repeating: "?", count: ClaimColumns.count + 2).joined(separator: ", ")
    var insertClaim = try SQLStatement(
      "INSERT INTO review_claim (act, id, \(ClaimColumns.content)) VALUES (\(places))", on: database)
    insertClaim.bind(row)
    insertClaim.bind(result.id.rawValue)
    insertClaim.bind(contentOf: result)
    try insertClaim.run()
    var insertEnd = try SQLStatement("INSERT INTO review_claim_end VALUES (?, ?, ?, ?)", on: database)
    try insertEnd.insert(endsOf: result, row: row)
  }
}

extension ClaimReader {
  /// Those of `ids` that claims of files have.
  fileprivate func recordedIDs(of ids: [ClaimID]) throws -> Set<ClaimID> {
    var select = try SQLStatement("SELECT 1 FROM claim WHERE id = ?", on: database)
    var found: Set<ClaimID> = []
    for id in Set(ids) {
      select.bind(id.rawValue)
      if try select.step() { found.insert(id) }
      select.rewind()
    }
    return found
  }
}
