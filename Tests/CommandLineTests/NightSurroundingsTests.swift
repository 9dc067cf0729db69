import Foundation
import Testing

/// A refresh in surroundings that are poor, odd or hostile: it works, or ends with a status that says why.
@Suite struct NightSurroundingsTests {
  /// A file that may not grow: with the default action of the signal, and with the signal ignored.
  @Test(arguments: ["", "trap '' XFSZ;"])
  func aFileThatMayNotGrowEndsInAnErrorAndNotInSilence(signal: String) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let before = try night.state()
    let result = try night.shell("\(signal) ulimit -f 16; exec")
    #expect(result.status == 74 || result.status == 73, "\(result.status): \(result.output)")
    #expect(result.output.contains("error:"))
    #expect(try night.state() == before)
    #expect(try night.leftovers() == [])
    #expect(try night.refresh("--exit-code").status == 3)
  }

  @Test func anOutputThatIsFullIsAnError() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let result = try night.shell("exec", ">/dev/full")
    #expect(result.status == 74, "\(result.output)")
    #expect(try night.leftovers() == [])
    #expect(try night.refresh().status == 0)
  }

  @Test(arguments: [
    "cd / && env -u HOME", "env HOME=/nonexistent", "env TMPDIR=/nonexistent", "umask 077; env",
    "umask 000; env",
    "cd /proc && env", "ulimit -s 256; env", "nice -n 19 env",
    "env -i CROSSWALK_CONTENT=\"$CROSSWALK_CONTENT\"",
  ])
  func poorSurroundingsAreEnough(before: String) throws {
    let night = try InventedNight()
    defer { night.remove() }
    // With nothing in the environment, the store is named.
    let result = try night.shell(before, options: "--exit-code --store '\(night.binary.store.path)'")
    #expect(result.status == 3, "\(result.output)")
    #expect(try night.leftovers() == [])
  }

  /// A table of a newer text carries no dates; the law has not lost them by that.
  @Test(.enabled(if: hasFaketime, "faketime is not installed"))
  func datesOfApplicationStayWhereANewerRevisionHasNone() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let table = try night.binary.file(
      "act.csv", "id,parent_id,title,text,assessable\n9,,Risk management,Somebody manages risks.,1\n")
    let imported = try night.binary.run(
      "import", table, "--profile", "generic-catalog", "--framework", "eu-ai-act", "--revision", "2027-11-01",
      "--as-of", "2027-11-01")
    #expect(imported.status == 0, "\(imported.errors)")
    let script = try night.script("env FAKETIME_FMT=%s faketime -f 1826766000", "", options: "--dry-run")
      .replacing("refresh --manifest", with: "refresh status --manifest").replacing("--dry-run", with: "")
    let status = try runProgram("/bin/bash", ["-c", script])
    #expect(status.status == 0, "\(status.output)")
    #expect(
      status.output.contains("2027-12-02, in") && status.output.contains("eu-ai-act@2026-07-27"),
      "\(status.output)")
    #expect(status.output.contains("has no dates"), "\(status.output)")
  }

  /// A run for show has a store of its own where there is none, and makes none where it cannot.
  @Test func aRunForShowWithoutAPlaceForItsFilesMakesNoStore() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let store = night.binary.folder.appending(path: "none.sqlite").path
    let result = try night.shell("env TMPDIR=/proc/none", options: "--dry-run --store '\(store)'")
    #expect(result.status == 73, "\(result.output)")
    #expect(result.output.contains("cannot create a temporary folder: No such file or directory"))
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  /// Somebody who reads the summary stops reading.
  @Test func anOutputThatIsClosedEndsTheNightQuietlyAfterItsWork() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let result = try night.shell(
      "set -o pipefail; env --default-signal=PIPE", "--format mail | true", options: "")
    #expect([0, 141].contains(result.status), "\(result.output)")
    #expect(!result.output.contains("Fatal"), "\(result.output)")
    #expect(try night.leftovers() == [])
    #expect(try night.bench.revisions().contains("2.0"))
  }

  /// Names that a shell or a terminal could take for something else.
  @Test(arguments: [
    "a b", "-rf", "two\nlines", String(repeating: "n", count: 180), "e\u{301}\u{1F600}", "*?['\"",
  ])
  func aStoreMayHaveAnyName(name: String) throws {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let folder = bench.binary.folder.appending(path: "names")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = "\(folder.path)/\(name)"
    let result = try bench.night("--store", store)
    #expect(result.status == 0, "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: store))
    #expect(try bench.night("--store", store, "--format", "json").status == 0)
    let lines = try bench.night("--store", store, "--source", "none", "--log-format", "json").errors
    #expect(
      try lines.split(separator: "\n").allSatisfy {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any]
      })
  }

  @Test func argumentsOfAMegabyteAndOddBytesInTheEnvironmentAreRefusedOrHarmless() throws {
    let night = try InventedNight()
    defer { night.remove() }
    let long = "$(head -c 100000 /dev/zero | tr '\\0' x)"
    #expect(try night.shell("exec", options: "--source \"\(long)\"").status == 64)
    #expect(try night.shell("export ODD=$'\\xff\\xfe'; exec", options: "--exit-code").status == 3)
  }

  /// Little memory and few files: what cannot be done is said.
  @Test(arguments: ["ulimit -v 524288", "ulimit -n 16"])
  func tightLimitsEndWellOrWithAnErrorThatIsSaid(limit: String) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let before = try night.state()
    let result = try night.shell("\(limit); exec", options: "--exit-code")
    if result.status != 3 {
      #expect((64...78).contains(result.status), "\(result.status): \(result.output)")
      #expect(result.output.contains("error:"), "\(result.output)")
      #expect(try night.state() == before)
    }
    #expect(try night.leftovers() == [])
    #expect(try [0, 3].contains(night.refresh("--exit-code").status))
  }

  private static let hasFaketime = installed("faketime") != nil

  /// Two nights that differ only in what must not matter.
  @Test(
    .enabled(if: hasFaketime, "faketime is not installed"),
    arguments: [
      "env LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8", "env LC_ALL=C TZ=Pacific/Kiritimati",
      "env TZ=America/St_Johns",
      "taskset -c 0", "env SOURCE_DATE_EPOCH=1",
    ])
  func theSameNightGivesTheSameBytes(surroundings: String) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let before = try night.binary.file("before", Data(contentsOf: night.binary.store))
    // As seconds, because times are read in the zone of the program.
    let clock = "env FAKETIME_FMT=%s faketime -f 1806197400"
    func output(_ surroundings: String, format: String) throws -> String {
      try? FileManager.default.removeItem(at: night.binary.store)
      try? FileManager.default.removeItem(at: night.binary.folder.appending(path: "backups"))
      try FileManager.default.copyItem(atPath: before, toPath: night.binary.store.path)
      let result = try night.shell(
        "\(clock) \(surroundings)", "2>/dev/null", options: "--exit-code --format \(format)")
      #expect(result.status == 3, "\(result.output)")
      return result.output
    }
    for format in ["json", "mail", "table"] {
      let plain = try output("env", format: format)
      #expect(!plain.isEmpty)
      #expect(try output(surroundings, format: format) == plain)
    }
  }

  @Test(
    .enabled(if: hasFaketime, "faketime is not installed"),
    arguments: ["2038-01-20 00:00:00", "1969-12-31 12:00:00", "2036-11-23 00:00:00"])
  func aClockThatIsFarOffDoesNoHarm(time: String) throws {
    let night = try InventedNight()
    defer { night.remove() }
    let result = try night.shell("TZ=UTC faketime -f '\(time)'", options: "--exit-code")
    #expect(result.status == 3, "\(result.output)")
    #expect(try night.refresh("--exit-code").status == 0)
  }
}
