import Foundation
import Testing

/// Every command of the guide to the nightly job runs, one after the other, on a machine that is a folder.
@Suite struct NightlyGuideTests {
  private static let guide =
    (try? String(
      contentsOf: Checkout.root.appending(path: "Documentation/nightly-job.md"), encoding: .utf8)) ?? ""

  /// The commands, with a line `part "HEADING"` where a part of the guide begins.
  private static var script: [String] {
    var lines: [String] = []
    var isInside = false
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
      } else if isInside {
        lines.append(line)
      } else if line.hasPrefix("## ") {
        lines.append("part \"\(line.dropFirst(3))\"")
      }
    }
    return lines
  }

  @Test func everyCommandOfTheGuideRuns() throws {
    let bench = try publisher()
    defer { bench.binary.remove() }
    let said = try follow(Self.script, on: bench)
    #expect(said.status == 0, "\(said.output)")
    // What the guide says of the half catalog: held back, then released; and the claims are asked about.
    #expect(said.output.contains("status 5"), "\(said.output)")
    try expectWhatTheGuideSays(bench.binary)
  }

  /// What is published while the guide is followed: the first version, and beside it what comes later.
  private func publisher() throws -> RefreshBench {
    let bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    try bench.offer(InventedNight.second, as: "second")
    try bench.offer(InventedNight.half, as: "half")
    return bench
  }

  private func follow(_ lines: [String], on bench: RefreshBench) throws -> (status: Int32, output: String) {
    let binary = bench.binary
    let machine = binary.folder.appending(path: "machine")
    for folder in [
      "usr/local", "etc/systemd/system", "etc/cron.d", "etc/default", "var/lib", "var/log", "tmp",
    ] {
      try FileManager.default.createDirectory(
        at: machine.appending(path: folder), withIntermediateDirectories: true)
    }
    let places = #/(?<before>^|[ ="'>])\/(?<top>usr\/local|etc|var|tmp)(?<end>\/|$)/#
    let placed = lines.map { line in
      line.replacing(places) { "\($0.before)\(machine.path)/\($0.top)\($0.end)" }
        .replacing("--accept DIGEST", with: "--accept \"$(digest)\"")
    }
    let head = """
      machine='\(machine.path)' publisher='\(binary.folder.path)' checkout='\(Checkout.root.path)'
      built='\(CrosswalkBinary.executable.deletingLastPathComponent().path)'
      . "$checkout/Tests/CommandLineTests/Fixtures/guide-machine.sh"
      """
    let script = try binary.file("guide.sh", ([head] + placed).joined(separator: "\n") + "\n")
    let surroundings = ["-i", "PATH=/usr/bin:/bin", "HOME=\(binary.folder.path)", "USER=reviewer"]
    return try #require(try outside("env", surroundings + ["bash", script], in: binary.folder))
  }

  private func expectWhatTheGuideSays(_ binary: CrosswalkBinary) throws {
    let machine = binary.folder.appending(path: "machine")
    func names(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: machine.appending(path: folder).path).sorted()
    }
    #expect(
      try names("etc/systemd/system").contains("timers.target.wants"), "the timer must have been enabled")
    let journal = try String(contentsOf: machine.appending(path: "journal"), encoding: .utf8)
    #expect(journal.contains("\"severity\"") || !journal.isEmpty)
    #expect(try names("var/lib/crosswalk/backups").count >= 2)
    #expect(try names("var/lib/crosswalk/damaged").contains("store.sqlite"))
    #expect(try !names("var/lib/crosswalk").contains { $0.hasPrefix(".store") })
    #expect(try names("var/log/crosswalk") == ["refresh.log"])
  }

  /// The lines of the crontab run as cron runs them, after the guide was followed.
  @Test func theLinesOfTheCrontabRun() throws {
    let bench = try publisher()
    defer { bench.binary.remove() }
    let installing = Self.script.prefix { $0 != "part \"With systemd\"" }
    let log = "install -d /var/log/crosswalk"
    #expect(try follow(installing + [log], on: bench).status == 0)
    let machine = bench.binary.folder.appending(path: "machine").path
    let crontab = try Crontab(Checkout.root.appending(path: "Scripts/cron/crosswalk-refresh"))
    for job in crontab.jobs {
      let variables = crontab.variables.map { "\($0)=\($1)" }.map(place)
      let command = place(job.command).replacing("--jitter 7200", with: "--jitter 1")
      let result = try #require(
        try outside(
          "env", ["-i", "LOGNAME=crosswalk", "HOME=/"] + variables + ["/bin/sh", "-c", command],
          in: URL(filePath: "/")))
      #expect(result.status == 0, "\(command): \(result.output)")
    }
    func place(_ text: String) -> String {
      text.replacing("/usr/local/", with: machine + "/usr/local/").replacing("/var/", with: machine + "/var/")
    }
    let log1 = try String(contentsOfFile: machine + "/var/log/crosswalk/refresh.log", encoding: .utf8)
    for line in log1.split(separator: "\n") {
      #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any], "\(line)")
    }
  }

  /// Files of the repository that the guide names are there.
  @Test func theGuideNamesFilesThatExist() {
    let folder = Checkout.root.appending(path: "Documentation")
    for link in Self.guide.matches(of: #/\]\((?<path>[^)#]+)(#[^)]*)?\)/#) {
      let path = folder.appending(path: String(link.path)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link.path)")
    }
    for name in Self.guide.matches(of: #/\/usr\/local\/lib\/crosswalk\/(?<path>[a-z0-9@.\/-]+[a-z])/#) {
      let path = Checkout.root.appending(path: "Scripts/\(name.path)").path
      #expect(FileManager.default.fileExists(atPath: path), "\(name.path)")
    }
  }
}
