import Foundation
import Testing

/// A short campaign of `Scripts/refresh-kill-test`; the long one is run by hand (see `CONTRIBUTING.md`).
@Suite(.serialized) struct KillCampaignTests {
  private static let needed = ["python3", "cc", "strace"]
  private static let isPossible =
    needed.allSatisfy { installed($0) != nil }
    && (try? outside("strace", ["-o", "/dev/null", "true"]))??.status == 0

  private func campaign(_ options: [String]) throws -> (status: Int32, output: String) {
    let script = Checkout.root.appending(path: "Scripts/refresh-kill-test").path
    return try #require(try outside("python3", [script, CrosswalkBinary.executable.path] + options))
  }

  /// Ten to thirty of the calls, forty random moments, and every kind of failing call.
  @Test(
    .enabled(if: isPossible, "python3, cc and strace are needed, and the right to trace"),
    arguments: [
      ["--only", "calls", "--every", "19"], ["--only", "random", "--kills", "40", "--seed", "6"],
      ["--only", "errors", "--every", "40"],
    ])
  func noKillAndNoBrokenDiskLosesAnything(options: [String]) throws {
    let result = try campaign(options)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains(" 0 violations"), "\(result.output)")
  }

  /// A campaign that cannot find anything shows nothing: here the refresh is one that publishes in two steps.
  @Test(.enabled(if: isPossible, "python3, cc and strace are needed, and the right to trace"))
  func theCampaignFindsAProgramThatBreaksItsWord() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    // Before each refresh, what somebody noted about a claim is overwritten.
    let broken = try binary.file(
      "crosswalk",
      """
      #!/bin/sh
      case " $* " in
        *" refresh "*) [ ! -e "$2" ] || python3 -c '
      import sqlite3, sys
      with sqlite3.connect(sys.argv[1]) as store:
          store.execute("UPDATE claim SET note = note || 1 WHERE ordinal = (SELECT max(ordinal) FROM claim)")
      ' "$2" ;;
      esac
      exec '\(CrosswalkBinary.executable.path)' "$@"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken)
    let script = Checkout.root.appending(path: "Scripts/refresh-kill-test").path
    let result = try #require(
      try outside("python3", [script, broken, "--only", "random", "--kills", "4", "--seed", "1"]))
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.contains("VIOLATION"))
    if let kept = result.output.firstMatch(of: #/kept: (\S+)/#)?.1 {
      try? FileManager.default.removeItem(atPath: String(kept))
    }
  }

  @Test func aWrongCallIsRefused() throws {
    let script = Checkout.root.appending(path: "Scripts/refresh-kill-test").path
    for arguments in [[], ["/no/such/program"], [CrosswalkBinary.executable.path, "--kills", "0"]] {
      #expect(try outside("python3", [script] + arguments)?.status == 64)
    }
  }
}
