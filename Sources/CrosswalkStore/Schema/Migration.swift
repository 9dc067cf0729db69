import GRDB

/// One step of the schema.
///
/// Released steps are never edited: a change is a new step at the end of the list.
///
/// The number of steps taken is the file's `user_version`; so a store can be read by every program that knows as
/// many steps, and is refused by one that knows fewer.
struct Migration: Sendable {
  let sql: String

  /// All steps; step *n* (from 1) leads from version *n* - 1 to version *n*.
  static let all: [Migration] = [
    .firstSchema, .secondSchema, .thirdSchema, .fourthSchema, .fifthSchema, .sixthSchema,
  ]

  /// The oldest version that can be read without a step: what later steps only added counts as empty there.
  static let oldestReadable = 1

  /// The version from which on positions can be recorded.
  static let firstWithPositions = 2

  /// The version from which on acts of review can be recorded, and claims have a history.
  static let firstWithReviewActs = 4

  /// The version from which on they hold the words that they are about.
  static let firstWithSeenWords = 6

  /// Takes the steps that `database` lacks, each in a transaction of its own: killed between two, it has a version
  /// that is known; killed within one, the version before.
  static func run(_ migrations: [Migration] = all, on database: Database) throws {
    while try version(of: database) < migrations.count {
      try database.inTransaction(.immediate) {
        // Read again under the lock: another process may have been faster.
        let version = try version(of: database)
        guard version < migrations.count else { return .rollback }
        try database.execute(sql: migrations[version].sql)
        try database.execute(sql: "PRAGMA user_version = \(version + 1)")
        return .commit
      }
    }
  }

  /// The number of steps that `database` has taken.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }
}
