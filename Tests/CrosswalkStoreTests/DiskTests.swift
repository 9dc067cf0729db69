import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

/// Disks that refuse to be written and disks that are full.
@Suite(
  .enabled(if: MemoryDisk.areAvailable, "mounting a disk of memory needs the rights of root"), .serialized)
struct DiskTests {
  let bench: Workbench
  let before: Catalog

  init() throws {
    bench = try Workbench()
    before = try catalogWithEverything()
  }

  private func withDisk(size: String, _ body: () throws -> Void) throws {
    try #require(run("/bin/mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", bench.folder) == 0)
    defer { run("/bin/umount", "-l", bench.folder) }
    try body()
  }

  private func remountReadOnly() throws {
    try #require(run("/bin/mount", "-o", "remount,ro", bench.folder) == 0)
  }

  @Test func aStoreOnAReadOnlyDiskCanBeRead() throws {
    try withDisk(size: "4m") {
      do {
        let writer = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
        try writer.save(graph(before), origin: origin())
      }
      #expect(try bench.contents().keys.sorted() == ["store.sqlite"])
      try remountReadOnly()
      let store = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
      #expect(CatalogImage(try store.catalog(before.metadata.id)) == CatalogImage(before))
      #expect(openingError(bench.storePath, .readWrite)?.exitStatus == .permission)
      #expect(openingError(bench.folder + "/new/store.sqlite", .readWrite)?.exitStatus == .permission)
    }
  }

  @Test func aStoreWhoseLogWaitsOnAReadOnlyDiskIsNotReadWithoutIt() throws {
    let source = try Workbench()
    let writer = try CrosswalkStore.open(at: source.storePath, access: .readWrite)
    try writer.save(graph(before), origin: origin())
    try withDisk(size: "4m") {
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: source.storePath + suffix, toPath: bench.storePath + suffix)
      }
      try remountReadOnly()
      // Either the log is read too, or the store is refused: never the state before the log.
      do {
        #expect(try CrosswalkStore.open(at: bench.storePath, access: .readOnly).frameworks().count == 1)
      } catch let error as StoreError {
        #expect(error.exitStatus == .permission)
      }
    }
  }

  @Test func aFullDiskIsNamedAndWhatWasSavedStays() throws {
    try withDisk(size: "640k") {
      let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
      try store.save(graph(before), origin: origin())
      let nodes = (0..<3000).map { Sketch(local: "n\($0)", text: String(repeating: "text ", count: 60)) }
      let error = #expect(throws: StoreError.self) {
        try store.save(graph(try catalog(revision("large", "1"), nodes)), origin: origin())
      }
      #expect(error?.exitStatus == .inputOutput)
      #expect(error?.diagnostic.message.contains("no space") == true)
      #expect(CatalogImage(try store.catalog(before.metadata.id)) == CatalogImage(before))
      #expect(try store.frameworks().count == 1)
      #expect(try store.integrityProblems() == [])
    }
  }

  @Test func aStoreThatDoesNotFitIsNotMade() throws {
    try withDisk(size: "16k") {
      let error = openingError(bench.storePath, .readWrite)
      #expect(error?.reason == .noSpace)
      let left = try bench.contents()
      #expect(left.isEmpty)
    }
  }
}

/// Rights of files, which do not bind root.
@Suite(.enabled(if: geteuid() != 0, "root may read and write everything"))
struct RightsTests {
  @Test func aFileThatMayNotBeReadOrWrittenIsRefusedWithPermission() throws {
    let bench = try Workbench()
    do { _ = try CrosswalkStore.open(at: bench.storePath, access: .readWrite) }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: bench.storePath)
    #expect(openingError(bench.storePath, .readWrite)?.exitStatus == .permission)
    #expect(openingError(bench.storePath, .readOnly) == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: bench.storePath)
    #expect(openingError(bench.storePath, .readOnly)?.exitStatus == .permission)
  }
}
