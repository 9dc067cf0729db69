import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

/// Processes that are killed while they save.
@Suite(.serialized) struct CrashTests {
  /// How many processes to kill: `CROSSWALK_KILLS`, else 25.
  static let kills = ProcessInfo.processInfo.environment["CROSSWALK_KILLS"].flatMap { Int($0) } ?? 25

  private static func load() throws -> CrosswalkGraph {
    let nodes = (0..<1500).map { Sketch(local: "n\($0)", text: String(repeating: "text \($0) ", count: 10)) }
    let claims = (0..<1500).map { claim("\($0)", "large/n\($0)", "sample-1.0/x") }
    return graph(try catalog(revision("large", "1"), nodes), claims: claims)
  }

  /// Opens, saves, says so, and waits for its end.
  private static func saveAndDie(_ path: String, microseconds: UInt32) {
    guard let graph = try? load() else { exit(1) }
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    guard let store = try? CrosswalkStore.open(at: path, access: .readWrite),
      (try? store.save(graph, origin: origin())) != nil,
      FileManager.default.createFile(atPath: path + ".acknowledged", contents: nil)
    else { exit(1) }
    sleep(60)
  }

  @Test func aKilledSaveLeavesTheStateBeforeOrAfter() async throws {
    let bench = try Workbench()
    let prepared = bench.folder + "/prepared.sqlite"
    do {
      try CrosswalkStore.open(at: prepared, access: .readWrite).save(
        graph(try catalogWithEverything()), origin: origin())
    }
    let before = try dump(prepared)
    let finished = bench.folder + "/finished.sqlite"
    try FileManager.default.copyItem(atPath: prepared, toPath: finished)
    let start = ContinuousClock.now
    try CrosswalkStore.open(at: finished, access: .readWrite).save(Self.load(), origin: origin())
    let duration = (ContinuousClock.now - start) / Duration.microseconds(1)
    let after = try dump(finished)
    var outcomes = (before: 0, after: 0)
    for round in 0..<Self.kills {
      let path = bench.folder + "/round-\(round).sqlite"
      try FileManager.default.copyItem(atPath: prepared, toPath: path)
      let delay = UInt32(duration * 1.3 * Double(round) / Double(Self.kills))
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
        CrashTests.saveAndDie(path, microseconds: delay)
      }
      // The store itself opens it first, without anybody tidying up.
      #expect(try CrosswalkStore.open(at: path, access: .readWrite).integrityProblems() == [])
      let state = try dump(path)
      #expect(state == before || state == after, "killed after \(delay) µs")
      let acknowledged = FileManager.default.fileExists(atPath: path + ".acknowledged")
      #expect(!acknowledged || state == after, "an acknowledged save was lost")
      if state == after { outcomes.after += 1 } else { outcomes.before += 1 }
    }
    // Otherwise the moments were badly chosen and the test shows nothing.
    #expect(outcomes.before > 0)
  }

  /// Records one position after the other, notes each as acknowledged, and goes on until it is killed.
  private static func recordAndDie(_ path: String, microseconds: UInt32) {
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    guard let store = try? CrosswalkStore.open(at: path, access: .readWrite),
      let log = fopen(path + ".acknowledged", "a")
    else { exit(1) }
    for second in Int64(0)... {
      guard let time = Moment(secondsSinceEpoch: second) else { exit(1) }
      let position = BilateralPosition(
        side: .us, about: .section(template: "plan", section: "cost"), stance: .agreed, author: "A",
        time: time)
      guard (try? store.record(position)) == true else { exit(1) }
      fputs("\(position.id)\n", log)
      fflush(log)
    }
  }

  @Test func everyAcknowledgedPositionOutlivesItsProcess() async throws {
    let bench = try Workbench()
    var acknowledged = 0
    for round in 0..<Self.kills {
      let path = bench.folder + "/round-\(round).sqlite"
      do { _ = try CrosswalkStore.open(at: path, access: .readWrite) }
      let delay = UInt32(5_000 + round * 3_000)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
        CrashTests.recordAndDie(path, microseconds: delay)
      }
      let store = try CrosswalkStore.open(at: path, access: .readWrite)
      #expect(try store.integrityProblems() == [])
      let kept = try store.positions().map(\.id.rawValue)
      let noted = ((try? String(contentsOfFile: path + ".acknowledged", encoding: .utf8)) ?? "").split(
        separator: "\n"
      )
      .map(String.init)
      // At most the one that was being acknowledged is there unannounced; a line may have been cut.
      #expect(
        kept.starts(with: noted.dropLast()) && kept.count >= noted.count - 1, "killed after \(delay) µs")
      #expect(kept.count <= noted.count + 1)
      acknowledged += noted.count
    }
    // Otherwise the moments were badly chosen and the test shows nothing.
    #expect(acknowledged > 0)
  }

  /// Records one act of review after the other, notes each as acknowledged, and goes on until it is killed.
  private static func reviewAndDie(_ path: String, author: String, microseconds: UInt32) {
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    guard let store = try? CrosswalkStore.open(at: path, access: .readWrite),
      let log = fopen("\(path).\(author)", "a")
    else { exit(1) }
    for second in Int64(0)... {
      let next = act(.accept, author, at: second, by: author)
      guard (try? store.record([next], asOf: ReviewActTests.today)) == [true] else { exit(1) }
      fputs("\(next.id)\n", log)
      fflush(log)
    }
  }

  /// Two reviewers at once, each on a claim of their own.
  @Test func everyAcknowledgedActOfReviewOutlivesItsProcess() async throws {
    let bench = try Workbench()
    var acknowledged = 0
    for round in 0..<Self.kills {
      let path = bench.folder + "/round-\(round).sqlite"
      do {
        try CrosswalkStore.open(at: path, access: .readWrite).save(
          graph(claims: [claim("a", "a/1", "b/1"), claim("b", "a/1", "b/2")]), origin: origin())
      }
      let delay = UInt32(20_000 + round * 6_000)
      await withTaskGroup { group in
        for author in ["a", "b"] {
          group.addTask {
            await #expect(processExitsWith: .signal(SIGKILL)) {
              [path = path as String, author = author as String, delay = delay as UInt32] in
              CrashTests.reviewAndDie(path, author: author, microseconds: delay)
            }
          }
        }
      }
      let store = try CrosswalkStore.open(at: path, access: .readWrite)
      #expect(try store.integrityProblems() == [])
      let acts = try store.reviewActs()
      for author in ["a", "b"] {
        let kept = acts.filter { $0.author == author }.map(\.id.rawValue)
        let noted = ((try? String(contentsOfFile: "\(path).\(author)", encoding: .utf8)) ?? "")
          .split(separator: "\n").map(String.init)
        // At most the one that was being acknowledged is there unannounced; a line may have been cut.
        #expect(
          kept.starts(with: noted.dropLast()) && kept.count >= noted.count - 1, "killed after \(delay) µs")
        #expect(kept.count <= noted.count + 1)
        acknowledged += noted.count
      }
      // What counts is worked out from whatever is there.
      #expect(try store.claims().count { $0.isReviewed } == Set(acts.map(\.claim)).count)
    }
    // Otherwise the moments were badly chosen and the test shows nothing.
    #expect(acknowledged > 0)
  }

  @Test func aKilledCreationLeavesNoStoreOrAGoodOne() async throws {
    let bench = try Workbench()
    for round in 0..<Self.kills {
      let path = bench.folder + "/\(round)/store.sqlite"
      let delay = UInt32(round * 400)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        guard (try? CrosswalkStore.open(at: path, access: .readWrite)) != nil else { exit(1) }
        sleep(60)
      }
      let store = try CrosswalkStore.open(at: path, access: .readWrite)
      #expect(try store.needsBundledContent(version: "1"))
      #expect(try store.integrityProblems() == [])
    }
  }

  #if os(Linux)
    @Test func aFileThatMayNotGrowEndsInAnErrorAndNotInSilence() async throws {
      let bench = try Workbench()
      do {
        try CrosswalkStore.open(at: bench.storePath, access: .readWrite).save(
          graph(try catalogWithEverything()), origin: origin())
      }
      let before = try dump(bench.storePath)
      let path = bench.storePath
      await #expect(processExitsWith: .exitCode(ExitStatus.inputOutput.rawValue)) { [path = path as String] in
        // The program sets this at its start; a library must not.
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 160 * 1024, rlim_max: 160 * 1024)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        do {
          try CrosswalkStore.open(at: path, access: .readWrite).save(CrashTests.load(), origin: origin())
        } catch let error as StoreError {
          exit(error.exitStatus.rawValue)
        } catch {
          exit(1)
        }
      }
      #expect(try dump(bench.storePath) == before)
    }
  #endif
}
