import Foundation
import Testing

/// `Scripts/refresh-nightly`, with a stand-in for the program: what cron gives it, and what it passes on.
@Suite struct NightlyScriptTests {
  let binary: CrosswalkBinary

  init() throws { binary = try CrosswalkBinary() }

  private static let script = Checkout.root.appending(path: "Scripts/refresh-nightly").path

  /// A stand-in that notes how it was called, writes `summary`, and does `then`.
  private func standIn(summary: String = "Crosswalk: nothing new\\n\\nAll is well.\\n", then: String) throws {
    try program(
      "crosswalk",
      """
      printf '%s\\n' "$@" >'\(noted.path)'
      printf 'umask %s home %s locale %s\\n' "$(umask)" "$HOME" "$LC_ALL" >>'\(noted.path)'
      echo '{"severity":"note"}' >&2
      printf '\(summary)'
      \(then)
      """)
  }

  private var noted: URL { binary.folder.appending(path: "noted") }
  private var programs: URL { binary.folder.appending(path: "programs") }

  private func program(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    let file = programs.appending(path: name)
    try Data("#!/bin/sh\n\(text)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// Runs the script in the surroundings that cron gives a job: next to none.
  private func nightly(_ arguments: String..., shell: String? = nil) throws -> CrosswalkBinary.Result {
    let command = [
      "-i", "PATH=\(programs.path):/usr/bin:/bin", "CROSSWALK=\(programs.path)/crosswalk",
      "TMPDIR=\(binary.folder.path)",
    ]
    let call = shell.map { ["bash", "-c", $0, Self.script] } ?? [Self.script]
    return try run("/usr/bin/env", command + call + arguments)
  }

  /// Runs a program with no signal blocked: the threads of a test block most, and a child would inherit that.
  private func run(_ program: String, _ arguments: [String]) throws -> CrosswalkBinary.Result {
    let unblocked =
      "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", unblocked, program] + arguments
    process.currentDirectoryURL = binary.folder
    process.standardInput = FileHandle.nullDevice
    let output = binary.folder.appending(path: "stdout")
    let errors = binary.folder.appending(path: "stderr")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return CrosswalkBinary.Result(
      status: process.terminationStatus, output: try Data(contentsOf: output),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  @Test func itsOwnOptionsMayStandBehindThoseOfTheRefresh() throws {
    defer { binary.remove() }
    try standIn(then: "exit 0")
    let log = binary.folder.appending(path: "night.log").path
    let result = try nightly("--manifest", "a list.json", "--log", log, "--backups", "3", "--jitter", "0")
    #expect(result.status == 0, "\(result.errors)")
    let noted = try String(contentsOf: noted, encoding: .utf8)
    #expect(noted.contains("--manifest\na list.json\n--backups\n3\n") && !noted.contains("--log\n"))
    #expect(try String(contentsOfFile: log, encoding: .utf8).contains("severity"))
  }

  @Test func aFileThatIsNotThereIsNoUnexpectedEnd() throws {
    defer { binary.remove() }
    try standIn(summary: "", then: "exit 66")
    let result = try nightly()
    #expect(result.status == 66 && result.text.contains("a file that was named is not there"))
  }

  @Test(arguments: [0, 3, 5, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78])
  func theStatusOfTheRefreshIsPassedOnAndTheSummaryPrinted(status: Int32) throws {
    defer { binary.remove() }
    try standIn(then: "exit \(status)")
    let result = try nightly("--store", "a store", "--backups", "3")
    #expect(result.status == status)
    #expect(result.text == "Crosswalk: nothing new\n\nAll is well.\n")
    #expect(result.errors == "{\"severity\":\"note\"}\n")
    let noted = try String(contentsOf: noted, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(
      noted.dropLast() == [
        "refresh", "--log-format", "json", "--format", "mail", "--store", "a store", "--backups", "3",
      ])
    #expect(try #/umask 0007 home /.+ locale C/#.wholeMatch(in: noted.last ?? "") != nil, "\(noted)")
    let left = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
    #expect(!left.contains { $0.hasPrefix("crosswalk-summary") })
  }

  /// Whoever reads the mail of a night that could not even begin must learn why.
  @Test(arguments: [
    (75, "another refresh of this store is running"), (69, "could not be reached"), (74, "disk is full"),
    (78, "list of sources"), (99, "unexpectedly"),
  ])
  func aNightWithoutASummaryIsExplained(status: Int32, words: String) throws {
    defer { binary.remove() }
    try standIn(summary: "", then: "exit \(status)")
    let result = try nightly()
    #expect(result.status == status)
    #expect(result.text.contains("Status \(status)"))
    #expect(result.text.contains(words), "\(result.text)")
  }

  @Test func theLogGoesToAFileThatIsMovedAwayWhenItIsLarge() throws {
    defer { binary.remove() }
    try standIn(then: "exit 0")
    let log = try binary.file("night.log", String(repeating: "x", count: 1_048_577))
    for _ in 0..<2 {
      let result = try nightly("--log", log)
      #expect(result.status == 0 && result.errors.isEmpty)
    }
    #expect(
      try String(contentsOfFile: log, encoding: .utf8) == "{\"severity\":\"note\"}\n{\"severity\":\"note\"}\n"
    )
    #expect(try Data(contentsOf: URL(filePath: log + ".1")).count == 1_048_577)
    let refused = try nightly("--log", binary.folder.path + "/no/such/folder/log")
    #expect(refused.status == 73 && refused.errors.contains("error:"))
  }

  @Test func theSummaryIsMailedWithItsFirstLineAsTheSubject() throws {
    defer { binary.remove() }
    try standIn(summary: "Crosswalk: 1 held back\\n\\nRead — this.\\n", then: "exit 5")
    let mailed = binary.folder.appending(path: "mailed")
    try program("sendmail", "{ printf '%s ' \"$@\"; echo; cat; } >'\(mailed.path)'")
    let result = try nightly("--mail-to", "night.watch+crosswalk@example.org")
    #expect(result.status == 5 && result.output.isEmpty, "\(result.errors)")
    let mail = try String(contentsOf: mailed, encoding: .utf8)
    #expect(mail.hasPrefix("-i -- night.watch+crosswalk@example.org \n"))
    #expect(mail.contains("\nTo: night.watch+crosswalk@example.org\nSubject: Crosswalk: 1 held back\n"))
    #expect(mail.contains("charset=utf-8") && mail.hasSuffix("\n\nRead — this.\n"))
  }

  @Test func aSummaryThatCannotBeMailedIsPrinted() throws {
    defer { binary.remove() }
    try standIn(then: "exit 5")
    try program("sendmail", "exit 71")
    let result = try nightly("--mail-to", "root")
    #expect(result.status == 5 && result.text.contains("All is well."))
  }

  @Test(arguments: [
    ["--jitter", "soon"], ["--jitter", "-1"], ["--jitter", "86401"], ["--jitter", "999999"], ["--jitter"],
    ["--mail-to"],
    ["--mail-to", "-oops"], ["--mail-to", "a@b\nBcc: c@d"], ["--mail-to", "a b"],
  ])
  func aWrongCallStartsNothing(arguments: [String]) throws {
    defer { binary.remove() }
    try standIn(then: "exit 0")
    let surroundings = ["-i", "CROSSWALK=\(programs.path)/crosswalk"]
    let result = try run("/usr/bin/env", surroundings + [Self.script] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("refresh-nightly: error: "))
    #expect(!FileManager.default.fileExists(atPath: noted.path))
  }

  @Test(arguments: [("TERM", Int32(143)), ("INT", 130)])
  func aSignalReachesTheRefreshAndItsStatusComesBack(signal: String, status: Int32) throws {
    defer { binary.remove() }
    let ended = binary.folder.appending(path: "ended").path
    let ready = binary.folder.appending(path: "ready").path
    try standIn(
      then: "trap 'touch \(ended); exit \(status)' \(signal)\ntouch '\(ready)'\nwhile :; do sleep 0.05; done")
    let result = try nightly(
      shell: """
        env --default-signal=INT "$0" & until [ -e '\(ready)' ]; do sleep 0.05; done; kill -\(signal) $!; wait $!
        """)
    #expect(result.status == status, "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: ended))
  }

  @Test func aSignalEndsTheWaitingBeforeTheRefresh() throws {
    defer { binary.remove() }
    try standIn(then: "exit 0")
    // The jitter may come out as 0 seconds once in 86,401 times; then the stand-in has run and the status is 0.
    let result = try nightly(
      shell: "\"$0\" --jitter 86400 & sleep 0.5; kill -TERM $!; wait $!")
    #expect(result.status == 143)
    #expect(!FileManager.default.fileExists(atPath: noted.path))
  }

  @Test func withoutAProgramTheScriptSaysWhatToDo() throws {
    defer { binary.remove() }
    let alone = try binary.file("refresh-nightly", Data(contentsOf: URL(filePath: Self.script)))
    let result = try run("/usr/bin/env", ["-i", "/bin/sh", alone])
    #expect(result.status == 69)
    #expect(result.errors.contains("no crosswalk"))
  }

  @Test func theHelpIsTheHeadOfTheScript() throws {
    defer { binary.remove() }
    let result = try nightly("--help")
    #expect(result.status == 0)
    #expect(result.text.contains("--jitter SECONDS") && !result.text.contains("set -u"))
  }
}
