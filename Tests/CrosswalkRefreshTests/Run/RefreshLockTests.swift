import Foundation
import Testing

@testable import CrosswalkRefresh

/// The lock of a store, as two processes and a child between its birth and its program have it.
@Suite struct RefreshLockTests {
  private let store = NSTemporaryDirectory() + "crosswalk-lock-\(UUID().uuidString).sqlite"

  @Test func whoComesSecondIsRefusedUntilTheFirstIsDone() throws {
    defer { unlink(store + ".refresh-lock") }
    let lock = try RefreshLock(store: store, named: "s")
    #expect(throws: RefreshError.self) { _ = try RefreshLock(store: store, named: "s") }
    withExtendedLifetime(lock) {}
    _ = consume lock
    _ = try RefreshLock(store: store, named: "s")
  }

  /// A child has the descriptors of its parent until its own program begins, those that are to be closed then, too.
  @Test func aLockThatIsGivenBackIsFreeThoughAChildStillHasItsDescriptor() throws {
    defer { unlink(store + ".refresh-lock") }
    let lock = try RefreshLock(store: store, named: "s")
    let copy = try #require(descriptor(of: store + ".refresh-lock").map { dup($0) })
    defer { close(copy) }
    _ = consume lock
    _ = try RefreshLock(store: store, named: "s")
  }

  /// The descriptor with which this process has `file` open.
  private func descriptor(of file: String) -> Int32? {
    let folder = "/proc/self/fd"
    return try? FileManager.default.contentsOfDirectory(atPath: folder).first {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")) == file
    }.flatMap { Int32($0) }
  }
}
