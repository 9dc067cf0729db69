import CrosswalkModel
import GRDB
import Testing

@testable import CrosswalkStore

@Suite struct MigrationTests {
  /// The released steps, by the FNV-1a of their text.
  ///
  /// A new step adds a line; a line never changes.
  static let released: [UInt64] = [
    3_481_413_318_382_515_427, 12_895_253_580_289_990_461, 11_104_732_823_993_051_635,
    3_430_189_488_305_735_898, 14_792_808_695_142_396_631, 10_283_864_543_586_658_038,
  ]

  @Test func releasedStepsAreNeverEdited() {
    let digests = Migration.all.map { step in
      step.sql.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    #expect(digests == Self.released)
  }

  /// A store of today, with content.
  private func storeOfToday(_ bench: Workbench) throws -> DatabaseQueue {
    try CrosswalkStore.open(at: bench.storePath, access: .readWrite).save(
      graph(try catalogWithEverything(), claims: [claim("1", "a/1", "b/1")]), origin: origin())
    return try DatabaseQueue(path: bench.storePath)
  }

  @Test func aNewStepKeepsWhatIsThere() throws {
    let bench = try Workbench()
    let queue = try storeOfToday(bench)
    let before = try dump(bench.storePath)
    let further = Migration(sql: "CREATE TABLE review (id INTEGER PRIMARY KEY, claim TEXT NOT NULL) STRICT")
    try queue.writeWithoutTransaction { try Migration.run(Migration.all + [further], on: $0) }
    #expect(try queue.read { try Migration.version(of: $0) } == Migration.all.count + 1)
    #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
    #expect(try dump(bench.storePath) == before)
  }

  @Test func aStepThatFailsLeavesTheVersionBefore() throws {
    let bench = try Workbench()
    let queue = try storeOfToday(bench)
    let before = try dump(bench.storePath)
    let broken = Migration(
      sql: "CREATE TABLE review (id INTEGER PRIMARY KEY); DELETE FROM claim; INSERT INTO nowhere VALUES (1)")
    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { try Migration.run(Migration.all + [broken], on: $0) }
    }
    #expect(try queue.read { try Migration.version(of: $0) } == Migration.all.count)
    #expect(try dump(bench.storePath) == before)
    #expect(openingError(bench.storePath, .readWrite) == nil)
  }

  @Test func theSchemaOfAFreshStoreIsTheSumOfItsSteps() throws {
    let bench = try Workbench()
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    let fresh = try DatabaseQueue(path: bench.storePath).read { try String.fetchAll($0, sql: schema) }
    let migrated = try DatabaseQueue().writeWithoutTransaction { database in
      try Migration.run(on: database)
      return try String.fetchAll(database, sql: schema)
    }
    #expect(fresh == migrated)
    #expect(
      try DatabaseQueue(path: bench.storePath).read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        == ["ok"])
  }

  @Test func everyReferenceCanBeFollowedBackwardsByAnIndex() throws {
    let bench = try Workbench()
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try DatabaseQueue(path: bench.storePath).read { database in
      for table in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'") {
        let keys = try Row.fetchAll(
          database,
          sql: "SELECT id, group_concat(\"from\") AS columns FROM pragma_foreign_key_list(?) GROUP BY id",
          arguments: [table])
        let indexes = try String.fetchAll(
          database,
          sql: """
            SELECT (SELECT group_concat(name) FROM pragma_index_info(list.name)) FROM pragma_index_list(?) AS list
            """, arguments: [table])
        for key in keys {
          let columns: String = key["columns"]
          #expect(indexes.contains { ($0 + ",").hasPrefix(columns + ",") }, "\(table) (\(columns))")
        }
      }
    }
  }
}
