import Foundation
import Testing

/// A store that a job and the people who review share: who may use it is what the masks of file rights say.
@Suite struct SharedStoreTests {
  private static func rights(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
  }

  @Test(arguments: [(0o007, 0o660), (0o022, 0o644), (0o077, 0o600)])
  func theMaskDecidesWhoMayUseStoreLockAndCopies(mask: Int, rights: Int) throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let command = """
      umask \(String(mask, radix: 8)); exec env CROSSWALK_CONTENT='\(Checkout.root.path)/Crosswalks' \
      '\(CrosswalkBinary.executable.path)' --store '\(bench.binary.store.path)' refresh --manifest '\(bench.list)'
      """
    let result = try runProgram("/bin/sh", ["-c", command])
    #expect(result.status == 0, "\(result.output)")
    let store = bench.binary.store.path
    #expect(try Self.rights(store) == rights)
    #expect(try Self.rights(store + ".refresh-lock") == rights)
    let copies = bench.binary.folder.appending(path: "backups").path
    #expect(try Self.rights(copies) & 0o777 == 0o777 & ~mask)
    let copy = try #require(try FileManager.default.contentsOfDirectory(atPath: copies).first)
    #expect(try Self.rights("\(copies)/\(copy)") == rights)
  }

  @Test(.enabled(if: Accounts.areAvailable, "needs the rights of root, and setpriv"))
  func twoAccountsOfAGroupShareAStore() throws {
    let accounts = try Accounts()
    try accounts.bench.offer(SampleCatalog())
    #expect(try accounts.run(.job, ["frameworks"]).status == 0)
    let night = ["refresh", "--manifest", accounts.bench.list]
    let about = [
      "review", "position", "--side", "eu", "--about", "eu-ai-act/9", "--stance", "agreed", "--author", "R",
    ]
    for who in [Accounts.Who.reviewer, .job, .reviewer] {
      let status = try accounts.run(who, ["refresh", "status", "--manifest", accounts.bench.list])
      #expect(status.status == 0, "\(status.output)")
      let review = try accounts.run(who, about)
      #expect(review.status == 0, "\(who): \(review.output)")
      let refresh = try accounts.run(who, night)
      #expect(refresh.status == 0, "\(who): \(refresh.output)")
    }
    let beside = try accounts.beside()
    #expect(!beside.contains { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }, "\(beside)")
  }

  /// Somebody made the store with a mask that shuts the group out of writing.
  @Test(.enabled(if: Accounts.areAvailable, "needs the rights of root, and setpriv"))
  func aReaderWhoMayNotWriteStopsNobody() throws {
    let accounts = try Accounts()
    try accounts.bench.offer(SampleCatalog())
    #expect(try accounts.run(.job, ["frameworks"], mask: "027").status == 0)
    let read = try accounts.run(.reviewer, ["refresh", "status", "--manifest", accounts.bench.list])
    #expect(read.status == 0, "\(read.output)")
    #expect(try accounts.beside() == ["store.sqlite"])
    let refresh = try accounts.run(.job, ["refresh", "--manifest", accounts.bench.list], mask: "027")
    #expect(refresh.status == 0, "\(refresh.output)")
    let refused = try accounts.run(
      .reviewer, ["review", "reject", "00000000", "--reason", "x", "--author", "R"])
    #expect(refused.status == 77)
    #expect(
      refused.output.contains("store.sqlite belongs to account 64001, group 64003, mode 640"),
      "\(refused.output)")
  }

  @Test(.enabled(if: Accounts.areAvailable, "needs the rights of root, and setpriv"))
  func aLockOfAnotherAccountIsTakenOrItsOwnerIsNamed() throws {
    let accounts = try Accounts()
    try accounts.bench.offer(SampleCatalog())
    let night = ["refresh", "--manifest", accounts.bench.list]
    #expect(try accounts.run(.job, night).status == 0)
    let lock = accounts.store + ".refresh-lock"
    #expect(chmod(lock, 0o640) == 0)
    let read = try accounts.run(.reviewer, night)
    #expect(read.status == 0, "\(read.output)")
    #expect(chmod(lock, 0o600) == 0)
    let refused = try accounts.run(.reviewer, night)
    #expect(refused.status == 77)
    #expect(refused.output.contains("refresh-lock belongs to account 64001"), "\(refused.output)")
    #expect(!refused.output.contains("cannot create"))
  }
}

/// A folder that two accounts share through a group, as the guide to the nightly job makes it.
private struct Accounts {
  enum Who: String { case job = "64001", reviewer = "64002" }

  static let areAvailable =
    getuid() == 0 && installed("setpriv") != nil
    && (try? runProgram(
      "/usr/bin/setpriv",
      [
        "--reuid", "64001", "--regid", "64003", "--clear-groups", CrosswalkBinary.executable.path,
        "--version",
      ]
    ).status) == 0

  let bench: RefreshBench
  private let folder: String
  var store: String { folder + "/store.sqlite" }

  init() throws {
    bench = try RefreshBench()
    folder = bench.binary.folder.appending(path: "shared").path
    try #require(mkdir(folder, 0o700) == 0)
    try #require(chown(folder, 64001, 64003) == 0 && chmod(folder, 0o2770) == 0)
  }

  /// A command of one of them, whose group is the shared one.
  func run(_ who: Who, _ arguments: [String], mask: String = "007") throws -> (status: Int32, output: String)
  {
    let variables = [
      "CROSSWALK_CONTENT=\(Checkout.root.path)/Crosswalks", "CROSSWALK_STORE=\(store)", "HOME=/nonexistent",
      "PATH=/usr/bin:/bin",
    ]
    let command =
      ["sh", "-c", "umask \(mask); exec \"$@\"", "sh", CrosswalkBinary.executable.path] + arguments
    return try runProgram(
      "/usr/bin/setpriv",
      ["--reuid", who.rawValue, "--regid", "64003", "--clear-groups", "env", "-i"] + variables + command)
  }

  /// What lies in the folder.
  func beside() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
}
