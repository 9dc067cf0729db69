import Foundation
import Testing

/// A refresh beside others who use the store, and one that is told to end.
@Suite struct NightConcurrencyTests {
  /// Reads in one snapshot before and after a night, and counts revisions.
  private static let longReader = """
    import sqlite3, subprocess, sys
    reader = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    count = "SELECT count(*) FROM revision WHERE framework = 'sample-a'"
    before = reader.execute(count).fetchone()
    status = subprocess.run(["bash", "-c", sys.argv[2]]).returncode
    same = reader.execute(count).fetchone() == before
    reader.execute("COMMIT")
    print(status, same, reader.execute(count).fetchone()[0] - before[0])
    """

  @Test func aReaderKeepsItsStateWhileANightIsPublished() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let command = try night.script("", ">/dev/null", options: "--exit-code")
    let result = try #require(
      try outside("python3", ["-c", Self.longReader, night.binary.store.path, command]))
    #expect(result.output.hasSuffix("3 True 1\n"), "\(result.output)")
  }

  @Test func manyReadersNeverFindTheStoreBusyOrHalf() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let crosswalk = CrosswalkBinary.executable.path
    let readers = """
      for n in 1 2 3 4 5 6 7 8; do
        (for m in 1 2 3; do '\(crosswalk)' --quiet frameworks --format json | grep -c '"sample-a"' || echo failed; done) &
      done
      """
    let result = try night.shell(
      "\(readers)\n", "2>&1 >/dev/null; echo \"night $?\"; wait", options: "--exit-code")
    #expect(result.output.contains("night 3"), "\(result.output)")
    let counts = result.output.split(separator: "\n").filter { !$0.hasPrefix("night") && !$0.hasPrefix("{") }
    #expect(counts.count { ["1", "2"].contains($0) } == 24, "\(result.output)")
  }

  /// Somebody writes and does not end: the night says who, and is not tried again.
  @Test func aStoreThatIsWrittenAllTheTimeEndsWith75AndItsHolder() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let holder = """
      import os, sqlite3, subprocess, sys
      store = sqlite3.connect(sys.argv[1], isolation_level=None)
      store.execute("BEGIN IMMEDIATE")
      done = subprocess.run(["bash", "-c", sys.argv[2]], capture_output=True, text=True)
      print(done.returncode, str(os.getpid()) in done.stderr, done.stderr)
      """
    let command = try night.script("", ">/dev/null")
    let result = try #require(try outside("python3", ["-c", holder, night.binary.store.path, command]))
    #expect(result.output.hasPrefix("75 True"), "\(result.output)")
    #expect(try night.leftovers() == [])
    #expect(try night.refresh("--exit-code").status == 3)
  }

  /// When a signal comes: while the publisher is slow, or while the store waits for another writer.
  @Test(arguments: ["fetch", "publish"], [("INT", Int32(130)), ("TERM", 143)])
  func aSignalEndsTheNightAndLeavesNothing(phase: String, signal: (name: String, status: Int32)) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let before = try night.state()
    var hold = ""
    if phase == "fetch" {
      let script = night.binary.folder.appending(path: "a.xml").path
      // A file that nobody writes to: the publisher has the request and never answers.
      hold = "rm '\(script)'; mkfifo '\(script)'"
    } else {
      hold = """
        python3 -c '
        import sqlite3, sys, time
        store = sqlite3.connect(sys.argv[1], isolation_level=None)
        store.execute("BEGIN IMMEDIATE")
        open(sys.argv[1] + "-held", "w").close()
        time.sleep(60)' "$CROSSWALK_STORE" & holder=$!
        until [ -e "$CROSSWALK_STORE-held" ]; do sleep 0.05; done
        """
    }
    let folder = night.binary.folder.path
    let isThere =
      phase == "fetch"
      ? "[ \"$(wc -l <'\(night.bench.server.log.path)')\" -ge 2 ]"
      : "[ -e /proc/$! ] && ls -d '\(folder)'/.store*refresh*/* >/dev/null 2>&1"
    let result = try night.shell(
      "\(hold)\n env --default-signal=INT",
      """
      & night=$!
      for n in $(seq 200); do if \(isThere); then break; fi; sleep 0.05; done
      sleep 0.5; kill -\(signal.name) $night; wait $night; status=$?
      [ -z "${holder:-}" ] || kill $holder; rm -f "$CROSSWALK_STORE-held"
      exit $status
      """)
    #expect(result.status == signal.status, "\(result.output)")
    #expect(try night.state() == before)
    #expect(try night.leftovers() == [])
  }

  private static let canTrace = (try? outside("strace", ["-o", "/dev/null", "true"]))??.status == 0

  /// What was written to the log of the store is on the disk before the night says that it is published.
  @Test(.enabled(if: canTrace, "strace is not installed or may not trace here"))
  func whatIsPublishedIsSyncedFirst() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let trace = night.binary.folder.appending(path: "trace").path
    let result = try night.shell(
      "strace -f -y -qq -e trace=pwrite64,fdatasync,fsync -o '\(trace)'", options: "--exit-code")
    #expect(result.status == 3, "\(result.output)")
    let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("\(night.binary.store.path)-wal") }
    let written = try #require(calls.lastIndex { $0.contains("pwrite64") })
    #expect(calls[written...].contains { $0.contains("sync(") }, "the commit is not synced")
  }

  /// The service may call nothing that its filter refuses.
  @Test(.enabled(if: canTrace && installed("systemd-analyze") != nil, "strace and systemd are needed"))
  func theServiceMayCallWhatANightCalls() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let trace = night.binary.folder.appending(path: "trace").path
    #expect(try night.shell("strace -f -qq -o '\(trace)'", options: "--exit-code").status == 3)
    let text = try String(contentsOfFile: trace, encoding: .utf8)
    let called = Set(text.matches(of: #/(?m)^[0-9]+ +([a-z0-9_]+)\(/#).map { String($0.1) })
    #expect(called.count > 30)
    // SQLite asks for the owner of its files as root alone, and does without where that is refused.
    let refused = called.subtracting(try members("@system-service").subtracting(try members("@privileged")))
    #expect(refused.subtracting(["fchown", "fchown32"]) == [])
  }

  /// The calls of a set of systemd, those of sets within it included.
  private func members(_ set: String) throws -> Set<String> {
    let listed = try #require(try outside("systemd-analyze", ["syscall-filter", set])).output
    var calls: Set<String> = []
    for line in listed.split(separator: "\n").dropFirst() {
      let name = line.trimmingCharacters(in: .whitespaces)
      if name.hasPrefix("@") { calls.formUnion(try members(name)) } else { calls.insert(name) }
    }
    return calls
  }
}
