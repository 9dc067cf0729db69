import CrosswalkModel
import Foundation
import GRDB

@testable import CrosswalkStore

/// A folder of its own for one test, gone when the test is over.
final class Workbench: Sendable {
  let folder: String
  var storePath: String { folder + "/store.sqlite" }

  init() throws {
    folder = NSTemporaryDirectory() + "crosswalk-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ bytes: Data, to name: String = "store.sqlite") throws -> String {
    let path = folder + "/" + name
    try bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The names and bytes of everything in the folder.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      contents[name] = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return contents
  }
}

/// The error that opening gives.
func openingError(_ path: String, _ access: CrosswalkStore.Access) -> StoreError? {
  do {
    _ = try CrosswalkStore.open(at: path, access: access)
    return nil
  } catch {
    return error
  }
}

/// The whole content of a store as text, read past the code under test: each table, each row, each column.
func dump(_ path: String) throws -> [String] {
  try DatabaseQueue(path: path).read { database in
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    var lines = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    for table in tables {
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      lines += rows.sorted()
    }
    return lines
  }
}

/// Makes a store what a program left that knew only the first steps of the schema.
func takeBackSteps(of path: String, to version: Int) throws {
  // Triggers first: those of a table are gone with it.
  let names = """
    SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC
    """
  let old = try DatabaseQueue().writeWithoutTransaction { database in
    try Migration.run(Array(Migration.all.prefix(version)), on: database)
    return Set(try String.fetchAll(database, sql: names))
  }
  try DatabaseQueue(path: path).writeWithoutTransaction { database in
    try database.execute(sql: "PRAGMA foreign_keys = OFF")
    if version < Migration.firstWithSeenWords {
      try database.execute(sql: "ALTER TABLE review_act DROP COLUMN seen")
    }
    for name in try String.fetchAll(database, sql: names) where !old.contains(name) {
      let kind = name.contains("_is_never_") ? "TRIGGER" : "TABLE"
      try database.execute(sql: "DROP \(kind) \(name)")
    }
    try database.execute(sql: "PRAGMA user_version = \(version); PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

/// Runs a program and gives its exit status.
@discardableResult
func run(_ program: String, _ arguments: String...) -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}

/// Small disks of memory, which need the rights of root.
enum MemoryDisk {
  static let areAvailable: Bool = {
    guard geteuid() == 0, let bench = try? Workbench() else { return false }
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", bench.folder) == 0 else { return false }
    return run("/bin/umount", bench.folder) == 0
  }()
}
