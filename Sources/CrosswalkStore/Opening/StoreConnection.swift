import GRDB

/// A connection to a store that is known to be ours.
struct StoreConnection: Sendable {
  let queue: DatabaseQueue
  /// For a connection without locks: the state of the file when it was opened, to notice a change.
  let unlocked: StoreFile.Fingerprint?

  /// Connects for writing: write-ahead log, every commit on the disk before it is reported, newest schema.
  static func forWriting(_ file: StoreFile, patience seconds: Double) throws -> StoreConnection {
    let queue = try DatabaseQueue(path: file.uri("mode=rw"), configuration: configuration(seconds))
    try queue.writeWithoutTransaction { database in
      guard !database.isReadOnlyFile else { throw file.refusal(of: "write the store") }
      try checkVersion(database, writing: true)
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw StoreError.Reason.unexpected("no write-ahead log")
      }
      try makeDurable(database)
      try Migration.run(on: database)
    }
    return StoreConnection(queue: queue, unlocked: nil)
  }

  /// Connects for reading.
  ///
  /// Where the file may be written, SQLite gets the right to tidy up its log afterwards; no statement of ours
  /// writes. Where it may not, SQLite reads without that right; and where the folder refuses even the files of the
  /// lock and no log waits to be read, without locks. So it does where nobody has the store open: what it made beside
  /// the store then would belong to somebody who may not remove it, and keep those out who may write.
  static func forReading(_ file: StoreFile, patience seconds: Double) throws -> StoreConnection {
    var configuration = configuration(seconds)
    if file.isWritable {
      let queue = try DatabaseQueue(path: file.uri("mode=rw"), configuration: configuration)
      try queue.unsafeRead { try checkVersion($0, writing: false) }
      return StoreConnection(queue: queue, unlocked: nil)
    }
    configuration.readonly = true
    if !file.hasLog { return try withoutLocks(file, configuration) }
    do {
      let queue = try DatabaseQueue(path: file.uri("mode=ro"), configuration: configuration)
      try queue.unsafeRead { try checkVersion($0, writing: false) }
      return StoreConnection(queue: queue, unlocked: nil)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !file.hasPendingLog
    {
      return try withoutLocks(file, configuration)
    }
  }

  private static func withoutLocks(_ file: StoreFile, _ configuration: Configuration) throws
    -> StoreConnection
  {
    let state = file.fingerprint()
    let queue = try DatabaseQueue(path: file.uri("mode=ro&immutable=1"), configuration: configuration)
    try queue.unsafeRead { try checkVersion($0, writing: false) }
    return StoreConnection(queue: queue, unlocked: state)
  }

  /// How every connection to a store is set up.
  static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.label = "crosswalk store"
    configuration.prepareDatabase { database in
      // The file may come from anybody: its schema may call nothing, and its pages are looked at before use.
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// GRDB lowers `synchronous` when it sets up a log itself; so this module does, and reads the setting back.
  private static func makeDurable(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
    guard synchronous == 2 else { throw StoreError.Reason.unexpected("synchronous is \(synchronous), not 2") }
    guard try Bool.fetchOne(database, sql: "PRAGMA foreign_keys") == true else {
      throw StoreError.Reason.unexpected("foreign keys are off")
    }
  }

  /// The version may be newer than the header says while changes wait in the log.
  private static func checkVersion(_ database: Database, writing: Bool) throws {
    let version = try Migration.version(of: database)
    if version > Migration.all.count {
      throw StoreError.Reason.newer(version: version, supported: Migration.all.count)
    }
    if version < Migration.oldestReadable, !writing { throw StoreError.Reason.outdated(version: version) }
  }
}
