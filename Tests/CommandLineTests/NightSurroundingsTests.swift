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

  @Test func aMaskOfFileRightsDoesNotOpenTheCopiesToOthers() throws {
    let night = try InventedNight()
    defer { night.remove() }
    #expect(try night.shell("umask 000; exec").status == 0)
    let backups = night.binary.folder.appending(path: "backups")
    let rights = try FileManager.default.attributesOfItem(atPath: backups.path)[.posixPermissions] as? Int
    #expect((rights ?? 0o777) & 0o077 == 0, "\(String(rights ?? 0, radix: 8))")
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
