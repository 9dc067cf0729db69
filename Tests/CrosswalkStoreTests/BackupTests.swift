import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

/// Copies of a store that can take its place.
@Suite struct BackupTests {
  private let bench: Workbench
  private let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let content = try catalog(revision("sample", "1"), [Sketch(local: "A", kind: .control, text: "One.")])
    try store.save(
      CrosswalkGraph(catalogs: [content], claims: []),
      origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
  }

  @Test func aBackupHoldsEverythingEvenWhatWaitsInTheLog() throws {
    // The store is open: what was saved stands in its log only.
    let target = bench.folder + "/copy.sqlite"
    try store.backup(to: target)
    let copy = try CrosswalkStore.open(at: target, access: .readWrite)
    #expect(try copy.frameworks().map(\.metadata.id) == [revision("sample", "1")])
    #expect(try copy.integrityProblems().isEmpty)
    #expect(try dump(target) == dump(bench.storePath))
  }

  @Test func aBackupLeavesNothingElseBehind() throws {
    try store.backup(to: bench.folder + "/copy.sqlite")
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
      .filter { !$0.hasPrefix("store.sqlite") }
    #expect(names == ["copy.sqlite"])
  }

  @Test func aBackupIsNeverWrittenOver() throws {
    let target = bench.folder + "/copy.sqlite"
    try store.backup(to: target)
    let before = try Data(contentsOf: URL(filePath: target))
    let other = try catalog(revision("sample", "2"), [Sketch(local: "A", kind: .control, text: "Two.")])
    try store.save(
      CrosswalkGraph(catalogs: [other], claims: []),
      origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
    let error = #expect(throws: StoreError.self) { try store.backup(to: target) }
    #expect(error?.exitStatus == .cannotCreate)
    #expect(try Data(contentsOf: URL(filePath: target)) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
    #expect(!names.contains { $0.contains(".backup-") })
  }

  /// Each copy holds whole saves, whatever was being saved while it was made.
  @Test func aBackupMadeWhileSomebodySavesIsTheStateOfOneMoment() async throws {
    let path = bench.storePath
    async let saving: Void = Task.detached {
      let writer = try CrosswalkStore.open(at: path, access: .readWrite)
      for number in 2...40 {
        let next = try catalog(
          revision("sample", "\(number)"), [Sketch(local: "A", kind: .control, text: "Text \(number).")])
        try writer.save(
          CrosswalkGraph(catalogs: [next], claims: []),
          origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
      }
    }.value
    var counts: [Int] = []
    for number in 1...12 {
      let target = bench.folder + "/copy-\(number).sqlite"
      try store.backup(to: target)
      let copy = try CrosswalkStore.open(at: target, access: .readOnly)
      #expect(try copy.integrityProblems().isEmpty)
      let revisions = try copy.frameworks().map(\.metadata.id)
      // A revision without its text would be half a save.
      for id in revisions { #expect(try copy.catalog(id).nodes.count == 1) }
      counts.append(revisions.count)
    }
    try await saving
    #expect(counts == counts.sorted())
    #expect(try store.frameworks().count == 40)
  }

  @Test func aStoreThatCannotBeReadToItsEndIsNamedAndNotTheCopy() throws {
    let folder = try Workbench()
    let path = folder.storePath
    do {
      let content = try catalog(revision("sample", "1"), [Sketch(local: "A", kind: .control, text: "One.")])
      try CrosswalkStore.open(at: path, access: .readWrite).save(
        CrosswalkGraph(catalogs: [content], claims: []),
        origin: ImportOrigin(file: "a", format: "csv", importedAt: ""))
    }
    let (page, size) = try DatabaseQueue(path: path).read { database in
      (
        try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'refresh_file'")
          ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
      )
    }
    var bytes = try Data(contentsOf: URL(filePath: path))
    // A page that opening does not look at.
    bytes.replaceSubrange((page - 1) * size..<page * size, with: Data(repeating: 0xA5, count: size))
    try bytes.write(to: URL(filePath: path))
    let store = try CrosswalkStore.open(at: path, access: .readWrite)
    let error = #expect(throws: StoreError.self) { try store.backup(to: folder.folder + "/copy.sqlite") }
    #expect(error?.exitStatus == .inputOutput && error?.path == path, "\(String(describing: error))")
    #expect(!FileManager.default.fileExists(atPath: folder.folder + "/copy.sqlite"))
  }

  @Test func aBackupThatCannotBeWrittenLeavesTheStoreAlone() throws {
    let before = try dump(bench.storePath)
    let error = #expect(throws: StoreError.self) { try store.backup(to: bench.folder + "/none/copy.sqlite") }
    #expect(error.map { [.cannotCreate, .inputOutput].contains($0.exitStatus) } == true)
    #expect(try dump(bench.storePath) == before)
  }
}
