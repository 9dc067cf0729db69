import Foundation
import Testing

/// What is installed for the nightly job: scripts, units, crontab.
@Suite struct NightlyInstallationTests {
  private static let units = Checkout.root.appending(path: "Scripts/systemd")

  @Test(
    .enabled(if: installed("shellcheck") != nil, "shellcheck is not installed"),
    arguments: ["refresh-nightly", "install"])
  func aShellFindsNothingToSay(script: String) throws {
    let path = Checkout.root.appending(path: "Scripts/\(script)").path
    let result = try #require(try outside("shellcheck", ["-x", path], in: Checkout.root))
    #expect(result.status == 0, "\(result.output)")
  }

  /// The units with the program at its place, for a checker that looks whether it is there.
  private func placed(_ binary: CrosswalkBinary) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.units.path).sorted().map { name in
      let unit = try String(contentsOf: Self.units.appending(path: name), encoding: .utf8)
      return try binary.file(
        name, unit.replacing("/usr/local/bin/crosswalk-refresh-nightly", with: "/bin/true"))
    }
  }

  private static let canAnalyze = installed("systemd-analyze") != nil

  @Test(.enabled(if: canAnalyze, "systemd is not installed"))
  func systemdUnderstandsEveryLineOfTheUnits() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let units = try placed(binary)
    #expect(units.count == 3)
    let result = try #require(try outside("systemd-analyze", ["verify"] + units))
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test(.enabled(if: canAnalyze, "systemd is not installed"))
  func theServiceIsExposedToLittle() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let service = try #require(try placed(binary).first { $0.hasSuffix("crosswalk-refresh.service") })
    // From 0 to 100: what a service may do that it need not.
    let result = try #require(
      try outside("systemd-analyze", ["security", "--offline=true", "--threshold=20", service]))
    #expect(result.status == 0, "\(result.output.suffix(200))")
  }

  @Test func theServiceHasItsLimits() throws {
    let unit = try String(
      contentsOf: Self.units.appending(path: "crosswalk-refresh.service"), encoding: .utf8)
    let lines = Set(unit.split(separator: "\n").map(String.init))
    for line in [
      "ProtectSystem=strict", "PrivateTmp=yes", "NoNewPrivileges=yes", "Type=oneshot", "TimeoutStartSec=2h",
      "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK", "StateDirectory=crosswalk",
    ] { #expect(lines.contains(line), "\(line)") }
    // An import that takes too much must reach its own limit before that of the service, which is for everybody.
    #expect(lines.contains("MemoryMax=1G") && lines.contains("OOMPolicy=continue"))
    let start = try #require(lines.first { $0.hasPrefix("ExecStart=") })
    let limit = try #require(start.firstMatch(of: #/--import-memory (?<mebibytes>[0-9]+)/#))
    #expect(Int(limit.mebibytes).map { (256..<1024).contains($0) } == true, "\(start)")
  }

  @Test(.enabled(if: canAnalyze, "systemd is not installed"))
  func theTimerStartsEveryNightAtARandomMomentAndCatchesUp() throws {
    let timer = try String(contentsOf: Self.units.appending(path: "crosswalk-refresh.timer"), encoding: .utf8)
    #expect(timer.contains("\nRandomizedDelaySec=2h\n") && timer.contains("\nPersistent=true\n"))
    let calendar = try #require(timer.firstMatch(of: #/OnCalendar=(.+)/#)).1
    let result = try #require(
      try outside("systemd-analyze", ["calendar", "--iterations=3", String(calendar)]))
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.matches(of: #/02:30:00/#).count >= 3, "\(result.output)")
  }

  @Test func theCrontabIsOneThatCronReads() throws {
    let crontab = try Crontab(Checkout.root.appending(path: "Scripts/cron/crosswalk-refresh"))
    #expect(crontab.jobs.count == 2)
    for job in crontab.jobs {
      #expect(job.user == "crosswalk")
      #expect(job.times.allSatisfy { $0.wholeMatch(of: #/\*|[0-9]{1,2}/#) != nil }, "\(job.times)")
      // cron makes a line break of it.
      #expect(!job.command.contains("%"))
    }
    #expect(crontab.jobs[0].command.contains("crosswalk-refresh-nightly --jitter 7200 --log "))
    #expect(crontab.jobs[1].command.contains("crosswalk refresh status --max-age 48h"))
    #expect(crontab.variables["MAILTO"] != nil && crontab.variables["SHELL"] == "/bin/sh")
  }
}
