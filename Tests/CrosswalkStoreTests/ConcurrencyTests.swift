import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

@Suite struct ConcurrencyTests {
  @Test func readersSeeWholeSavesWhileAWriterWorks() async throws {
    let bench = try Workbench()
    let path = bench.storePath
    let writer = try CrosswalkStore.open(at: path, access: .readWrite)
    let rounds = 40
    async let reading: [[String]] = withTaskGroup(of: [String].self) { group in
      for _ in 0..<3 { group.addTask { await onAThread { readUntilDone(path, rounds: rounds) } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let writing = await onAThread { save(rounds, with: writer) }
    let failures = await reading.flatMap { $0 } + writing
    #expect(failures == [])
    #expect(try writer.integrityProblems() == [])
  }

  @Test func aBusyStoreNamesItsHolderAndIsFreeAfterwards() throws {
    let bench = try Workbench()
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite, patience: 0.05)
    let other = try lockable(bench.storePath)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: StoreError.self) {
      try store.save(graph(try catalogWithEverything()), origin: origin())
    }
    #expect(error?.exitStatus == .busy)
    #if os(Linux)
      #expect(error?.reason == .busy(holder: getpid()))
    #endif
    #expect(try store.frameworks().isEmpty)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try store.save(graph(try catalogWithEverything()), origin: origin())
    #expect(try store.frameworks().count == 1)
  }

  @Test func theHolderIsTheOneWhoLocksTheWritersByte() {
    let list = """
      1: POSIX  ADVISORY  READ 11 fe:00:77 120 120
      2: POSIX  ADVISORY  WRITE 12 fe:00:77 128 128
      3: FLOCK  ADVISORY  WRITE 13 fe:00:77 0 EOF
      4: POSIX  ADVISORY  WRITE 14 fe:00:78 120 120
      5: POSIX  ADVISORY  WRITE 15 fe:00:77 120 120
      """
    #expect(LockHolder.holder(in: list, inode: 77) == 15)
    #expect(LockHolder.holder(in: list, inode: 79) == nil)
    #expect(LockHolder.holder(in: "nonsense\n\n1: POSIX x WRITE", inode: 77) == nil)
  }

  @Test func anotherConnectionOfThisProcessKeepsItsLocksWhenTheFileIsOpenedAgain() throws {
    let bench = try Workbench()
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let holder = try lockable(bench.storePath)
    try holder.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
    // Another process must still find the store locked.
    let script = """
      import sqlite3, sys
      try:
          sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')
      except sqlite3.OperationalError:
          sys.exit(75)
      """
    let status = run("/usr/bin/env", "python3", "-c", script, bench.storePath)
    withKnownIssue("python3 is not installed") {
      #expect(status == 75)
    } when: {
      status == 127 || status == -1
    }
    try holder.inDatabase { try $0.execute(sql: "ROLLBACK") }
  }
}

/// Runs `body` on a thread of its own: readers that wait for a writer must not take the threads of all tasks.
private func onAThread(_ body: @escaping @Sendable () -> [String]) async -> [String] {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: body()) }
  }
}

/// Saves one framework and fifty claims a round; gives what was wrong.
private func save(_ rounds: Int, with writer: CrosswalkStore) -> [String] {
  do {
    for round in 0..<rounds {
      let nodes = (0..<200).map { Sketch(local: "n\($0)", text: "text \($0)") }
      let claims = (0..<50).map { claim("\(round)-\($0)", "f\(round)/n\($0)", "f0/n\($0)") }
      try writer.save(graph(try catalog(revision("f\(round)", "1"), nodes), claims: claims), origin: origin())
    }
    return []
  } catch {
    return ["writer: \(error)"]
  }
}

/// A connection that may keep a transaction open between two accesses.
private func lockable(_ path: String) throws -> DatabaseQueue {
  var configuration = Configuration()
  configuration.allowsUnsafeTransactions = true
  return try DatabaseQueue(path: path, configuration: configuration)
}

/// Reads until the last save is there; gives what was wrong.
private func readUntilDone(_ path: String, rounds: Int) -> [String] {
  do {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      let store = try CrosswalkStore.open(at: path, access: .readOnly)
      let frameworks = try store.frameworks()
      let claims = try store.claims()
      if frameworks.contains(where: { $0.counts.statements != 200 }) { return ["half a catalog"] }
      if claims.count % 50 != 0 || claims.count < frameworks.count * 50 { return ["half the claims"] }
      if let last = frameworks.last, try store.catalog(last.metadata.id).rows.count != 200 {
        return ["half a catalog"]
      }
      if frameworks.count == rounds { return [] }
    }
    return ["no end within a minute"]
  } catch {
    return ["reader: \(error)"]
  }
}
