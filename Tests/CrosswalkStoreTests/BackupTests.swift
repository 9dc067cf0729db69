import CrosswalkModel
import Foundation
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
    try store.backup(to: bench.folder + "/copy.sqlite")
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
      .filter { !$0.hasPrefix("store.sqlite") }
    #expect(names == ["copy.sqlite"])
  }

  @Test func aBackupThatCannotBeWrittenLeavesTheStoreAlone() throws {
    let before = try dump(bench.storePath)
    let error = #expect(throws: StoreError.self) { try store.backup(to: bench.folder + "/none/copy.sqlite") }
    #expect(error.map { [.cannotCreate, .inputOutput].contains($0.exitStatus) } == true)
    #expect(try dump(bench.storePath) == before)
  }
}
