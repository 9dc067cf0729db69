import CrosswalkModel
import GRDB

/// Reads acts of review in the order in which they were recorded.
struct ReviewActReader {
  let database: Database

  /// All acts; none in a store that was made before there were any.
  func acts() throws -> [ReviewAct] {
    let version = try Migration.version(of: database)
    guard version >= Migration.firstWithReviewActs else { return [] }
    let seen = version >= Migration.firstWithSeenWords ? "seen" : "NULL"
    var select = try SQLStatement(
      "SELECT ordinal, id, kind, claim, reason, author, time, given_for, \(seen) FROM review_act ORDER BY ordinal",
      on: database)
    var rows: [(ordinal: Int64, act: ReviewAct)] = []
    while try select.step() { rows.append((Int64(select.int(0)), try act(select))) }
    if rows.isEmpty { return [] }
    let made = try ClaimReader(database: database).made()
    return rows.map { row in
      var act = row.act
      act.result = made[row.ordinal]
      return act
    }
  }

  private func act(_ row: borrowing SQLStatement) throws -> ReviewAct {
    guard let kind = ReviewAct.Kind(rawValue: row.text(2)), let time = Moment(row.text(6)) else {
      throw StoreError.Reason.damaged("an act of review that makes no sense")
    }
    return ReviewAct(
      id: ReviewActID(row.text(1)), kind: kind, claim: row.optionalText(3).map { ClaimID($0) },
      author: row.text(5), time: time, reason: row.optionalText(4),
      givenFor: try RevisionNames.read(row.text(7)), seen: row.optionalText(8))
  }
}

/// Revisions as acts store them: `FRAMEWORK@REVISION`, separated by blanks.
enum RevisionNames {
  static func read(_ text: String) throws -> [FrameworkRevisionID] {
    try text.split(separator: " ").map { name in
      guard let reference = Reference(name), let revision = reference.revision, reference.local == nil else {
        throw StoreError.Reason.damaged("an act for an impossible revision")
      }
      return FrameworkRevisionID(framework: reference.framework, revision: revision)
    }
  }

  static func written(_ revisions: [FrameworkRevisionID]) -> String {
    revisions.map(\.description).joined(separator: " ")
  }
}
