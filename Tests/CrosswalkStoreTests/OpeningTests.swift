import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

@Suite struct OpeningTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func makesAStoreAndTheFoldersAboveItForTheirOwnerOnly() throws {
    let path = bench.folder + "/one/two/store.sqlite"
    let store = try CrosswalkStore.open(at: path, access: .readWrite)
    #expect(try store.frameworks().isEmpty)
    #expect(try store.schemaVersion() == Migration.all.count)
    for folder in ["/one", "/one/two"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: bench.folder + folder)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/one/two").allSatisfy {
        $0.hasPrefix("store.sqlite")
      })
  }

  @Test func commitsReachTheDiskAndReferencesAreChecked() throws {
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    func setting(_ name: String) throws -> String? {
      try store.reading { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
    #expect(try setting("synchronous") == "2")
    #expect(try setting("foreign_keys") == "1")
    #expect(try setting("journal_mode") == "wal")
    #expect(try setting("busy_timeout") == "5000")
    #expect(try setting("application_id") == "\(StoreHeader.applicationID)")
  }

  /// The names that would mean something else to SQLite.
  @Test(arguments: [":memory:", "file:x?mode=memory", "a b%20c?d#e.sqlite", "ü🙂.sqlite", "-journal"])
  func aNameIsJustAName(name: String) throws {
    let path = bench.folder + "/" + name
    let before = try catalogWithEverything()
    try CrosswalkStore.open(at: path, access: .readWrite).save(graph(before), origin: origin())
    #expect(FileManager.default.fileExists(atPath: path))
    let again = try CrosswalkStore.open(at: path, access: .readOnly)
    #expect(try again.frameworks().count == 1)
  }

  @Test func aMissingStoreIsNotMadeForReading() throws {
    let error = try #require(openingError(bench.storePath, .readOnly))
    #expect(error.reason == .missing)
    #expect(error.exitStatus == .noInput)
    #expect(try bench.contents().isEmpty)
  }

  @Test func aStoreBelowAFileCannotBeMade() throws {
    let file = try bench.write(Data("text".utf8), to: "file")
    #expect(openingError(file + "/store.sqlite", .readWrite)?.exitStatus == .cannotCreate)
    #expect(
      openingError(bench.folder + "/" + String(repeating: "x", count: 300), .readWrite)?.exitStatus
        == .cannotCreate)
  }

  @Test func foldersAndDevicesAreRefused() {
    for path in [bench.folder, "/dev/null", "/dev/zero"] {
      for access in [CrosswalkStore.Access.readOnly, .readWrite] {
        #expect(openingError(path, access)?.exitStatus == .data)
      }
    }
  }

  @Test func everyProcessThatMakesTheSameStoreGetsIt() async throws {
    let path = bench.storePath
    let counts = await withTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          guard let store = try? CrosswalkStore.open(at: path, access: .readWrite) else { return -1 }
          let one = try? catalog(revision("f\(number)", "1"), [Sketch(local: "1")])
          guard let one, (try? store.save(graph(one), origin: origin())) != nil else { return -2 }
          return 1
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 1, count: 8))
    #expect(try CrosswalkStore.open(at: path, access: .readOnly).frameworks().count == 8)
  }
}

/// What is not ours is refused, and not a byte of it changes.
@Suite struct RefusalTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func expectRefusal(
    _ exitStatus: CrosswalkModel.ExitStatus, _ text: String, _ comment: Comment? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = try bench.contents()
    for access in [CrosswalkStore.Access.readOnly, .readWrite] {
      let error = openingError(bench.storePath, access)
      #expect(error?.exitStatus == exitStatus, comment, sourceLocation: sourceLocation)
      #expect(error?.diagnostic.message.contains(text) == true, comment, sourceLocation: sourceLocation)
      #expect(try bench.contents() == before, comment, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    "", "x",
    "plain text, and enough of it to fill a header of a hundred bytes: lorem ipsum dolor sit amet, consetetur",
    "SQLite format 3\u{0}", "SQLite format 3\u{0}" + String(repeating: "\u{0}", count: 5000),
  ])
  func aFileThatIsNoDatabase(text: String) throws {
    _ = try bench.write(Data(text.utf8))
    try expectRefusal(.data, "not a Crosswalk store")
  }

  @Test func theDatabaseOfAnotherApplication() throws {
    try DatabaseQueue(path: bench.storePath).write {
      try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    }
    try expectRefusal(.data, "not a Crosswalk store")
    try DatabaseQueue(path: bench.storePath).write { try $0.execute(sql: "PRAGMA application_id = 42") }
    try expectRefusal(.data, "not a Crosswalk store")
  }

  @Test func theDatabaseOfAnotherApplicationWithALogThatWaits() throws {
    // Copied while it is open, so that the log is not empty and no lock file stands beside it.
    let source = bench.folder + "/other.sqlite"
    var configuration = Configuration()
    configuration.journalMode = .wal
    let other = try DatabaseQueue(path: source, configuration: configuration)
    try other.write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: source + suffix, toPath: bench.storePath + suffix)
    }
    try other.close()
    try expectRefusal(.data, "not a Crosswalk store")
  }

  @Test func aStoreOfANewerProgram() throws {
    _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try DatabaseQueue(path: bench.storePath).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 1000; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try expectRefusal(.data, "newer than this program")
  }

  @Test func aStoreOfANewerProgramWhoseVersionStandsInTheLogOnly() throws {
    let source = bench.folder + "/other.sqlite"
    _ = try CrosswalkStore.open(at: source, access: .readWrite)
    let newer = try DatabaseQueue(path: source)
    try newer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 1000") }
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: source + suffix, toPath: bench.storePath + suffix)
    }
    try newer.close()
    for access in [CrosswalkStore.Access.readOnly, .readWrite] {
      #expect(
        openingError(bench.storePath, access)?.reason == .newer(version: 1000, supported: Migration.all.count)
      )
    }
    #expect(try DatabaseQueue(path: bench.storePath).read { try Migration.version(of: $0) } == 1000)
  }

  @Test func aStoreCutOffAtAnyPage() throws {
    let whole = try sampleStore()
    for length in stride(from: 4096, to: whole.count, by: 4096) {
      let path = try bench.write(whole.prefix(length))
      let before = try bench.contents()
      for access in [CrosswalkStore.Access.readOnly, .readWrite] {
        let error = openingError(path, access)
        #expect(error?.exitStatus == .data, "cut at \(length)")
        #expect(try bench.contents() == before)
      }
    }
  }

  /// A flipped bit may hit text, and then nobody can tell but by the digest; it must never lead to anything but an
  /// answer or a clear refusal.
  @Test func aFlippedBitGivesAnAnswerOrARefusal() throws {
    let whole = try sampleStore()
    var random = Sequence64(state: 20_261_123)
    var refused = 0
    for page in 0..<whole.count / 4096 {
      for _ in 0..<4 {
        var damaged = whole
        damaged[page * 4096 + Int(random.next() % 4096)] ^= UInt8(1) << UInt8(random.next() % 8)
        let path = try bench.write(damaged)
        do throws(StoreError) {
          let store = try CrosswalkStore.open(at: path, access: .readOnly)
          _ = try store.integrityProblems()
          for summary in try store.frameworks() { _ = try store.catalog(summary.metadata.id) }
          _ = try store.graph([revision("sample-1.0", "2026-01-02")])
        } catch {
          refused += 1
          #expect(error.exitStatus == .data || error.exitStatus == .usage, "\(error)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
      }
    }
    #expect(refused > 0)
  }

  @Test func changedTextIsFoundByItsDigest() throws {
    let path = try bench.write(try sampleStore())
    #expect(try CrosswalkStore.open(at: path, access: .readOnly).integrityProblems() == [])
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "UPDATE node SET text = 'forged' WHERE local = 'n3'")
    }
    #expect(try CrosswalkStore.open(at: path, access: .readOnly).integrityProblems().count == 1)
  }

  /// The bytes of a closed store with some hundred nodes.
  private func sampleStore() throws -> Data {
    let source = try Workbench()
    do {
      let store = try CrosswalkStore.open(at: source.storePath, access: .readWrite)
      let nodes = (0..<300).map { Sketch(local: "n\($0)", text: String(repeating: "text \($0) ", count: 20)) }
      let claims = (0..<100).map { claim("\($0)", "sample-1.0/n\($0)", "many/n\($0)") }
      try store.save(
        graph(try catalogWithEverything(), try catalog(revision("many", "1"), nodes), claims: claims),
        origin: origin())
    }
    try DatabaseQueue(path: source.storePath).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    return try Data(contentsOf: URL(fileURLWithPath: source.storePath))
  }
}
