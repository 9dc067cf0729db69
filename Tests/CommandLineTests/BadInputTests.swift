import Foundation
import Testing

/// Bad input ends with the status of the contract, one error line, and a store that is as it was.
@Suite struct BadInputTests {
  @Test func anUnknownFrameworkNamesTheClosestOnes() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("gap", "--from", "nist-ai-rmf", "--to", "eu-ai-ct")
    #expect(result.status == 64)
    #expect(result.errors.contains("nist-ai-rmf-1.0") || result.errors.contains("eu-ai-act"))
  }

  @Test func anUnknownControlNamesTheClosestOnes() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("show", "nist-ai-rmf-1.0/GOVERM 1.1")
    #expect(result.status == 64)
    #expect(result.errors.contains("GOVERN 1.1"))
  }

  @Test func anUnknownRevisionNamesThoseThatExist() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act@1999")
    #expect(result.status == 64)
    #expect(result.errors.contains("2026-07-27"))
  }

  @Test func aMalformedFileIsNamedWithItsPlace() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let path = try binary.file(
      "broken.xml", "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">\n  <metadata>\n</catalog>\n")
    try binary.run("frameworks")
    let before = try binary.run("frameworks", "--format", "json").output
    let result = try binary.run("import", path)
    #expect(result.status == 65)
    #expect(result.errors.firstMatch(of: #/broken\.xml:3:\d+: error: /#) != nil, "\(result.errors)")
    #expect(try binary.run("frameworks", "--format", "json").output == before)
  }

  @Test func whatIsMissingOrNoFileIsRefused() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("import", "no-such-file.xml").status == 66)
    #expect([65, 66].contains(try binary.run("import", binary.folder.path).status))
    #expect([65, 66].contains(try binary.run("import", "/dev/zero").status))
    let pipe = binary.folder.appending(path: "pipe").path
    mkfifo(pipe, 0o600)
    #expect([65, 66].contains(try binary.run("import", pipe).status))
  }

  @Test func aDelimiterCanBeNamedWhereItIsNotFoundOut() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let table = try binary.file(
      "table.csv", "id;parent_id;title;text;assessable\nA;;Alpha;Do alpha, and beta;1\n")
    let options = [
      "--profile", "generic-catalog", "--framework", "house-rules", "--revision", "1", "--format", "json",
    ]
    let result = try binary.run(["import", table, "--delimiter", "semicolon"] + options)
    #expect(result.status == 0, "\(result.errors)")
    #expect((try result.json()["files"] as? [[String: Any]])?.first?["controls"] as? Int == 1)
    #expect(try binary.run(["import", table, "--delimiter", "semicolon"]).status == 64)
    #expect(try binary.run(["import", table, "--delimiter", "pipe"] + options).status == 64)
  }

  @Test func aWholeFrameworkIsNoRequirement() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("show", "eu-ai-act").status == 64)
    #expect(try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act/9").status == 64)
    #expect(try binary.run("explain", "nist-ai-rmf-1.0", "eu-ai-act/9").status == 64)
  }

  @Test func globalOptionsMayStandBeforeTheCommand() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let other = binary.folder.appending(path: "other.sqlite").path
    #expect(try binary.run("--store", other, "--quiet", "frameworks").status == 0)
    #expect(FileManager.default.fileExists(atPath: other))
    #expect(!FileManager.default.fileExists(atPath: binary.store.path))
  }

  @Test func oneBadFileOfSeveralLeavesTheStoreAsItWas() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let good = try binary.file("good.csv", "id,parent_id,title,text,assessable\nA,,Alpha,Do alpha,1\n")
    let bad = try binary.file("bad.csv", "id,parent_id,title,text,assessable\nB,,Beta,\"Do beta,1\n")
    let before = try binary.run("frameworks", "--format", "json").output
    let result = try binary.run(
      "import", good, bad, "--profile", "generic-catalog", "--framework", "house-rules", "--revision", "1")
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.csv:2:"))
    #expect(try binary.run("frameworks", "--format", "json").output == before)
  }

  @Test(arguments: ["text", "empty", "foreign", "newer"])
  func aStoreThatIsNotOursIsRefusedUntouched(kind: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    switch kind {
    case "text": _ = try binary.file("store.sqlite", "this is no store\n")
    case "empty": _ = try binary.file("store.sqlite", "")
    case "foreign":
      _ = try outside(
        "python3",
        [
          "-c",
          "import sqlite3; c=sqlite3.connect('store.sqlite'); c.execute('create table t(x)'); c.commit()",
        ], in: binary.folder)
    default:
      try binary.run("frameworks")
      _ = try outside(
        "python3",
        [
          "-c",
          "import sqlite3; c=sqlite3.connect('store.sqlite'); c.execute('pragma user_version=9999'); c.commit(); c.execute('pragma wal_checkpoint(truncate)')",
        ], in: binary.folder)
    }
    let before = try Data(contentsOf: binary.store)
    let result = try binary.run("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act")
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains(kind == "newer" ? "newer" : "not a Crosswalk store"))
    #expect(try Data(contentsOf: binary.store) == before)
  }

  @Test func anUnwritableTargetIsNamedAndNothingIsLeftBehind() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let arguments = ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--output"]
    #expect(try binary.run(arguments + ["/dev/full"]).status == 74)
    #expect(try binary.run(arguments + [binary.folder.path]).status == 73)
    #expect(try binary.run(arguments + [binary.folder.path + "/no/such/folder/report.txt"]).status == 73)
    let target = binary.folder.appending(path: "report.txt").path
    #expect(try binary.run(arguments + [target]).status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
    #expect(left.filter { $0.hasPrefix("report.txt") } == ["report.txt"])
  }

  private static let canBecomeNobody =
    (try? outside("runuser", ["-u", "nobody", "--", "test", "-x", CrosswalkBinary.executable.path]))??.status
    == 0

  @Test(.enabled(if: canBecomeNobody, "only root can try what others may do"))
  func aStoreOfSomebodyElseIsReadAndNeverWritten() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try binary.run("frameworks")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary.folder.path)
    func asNobody(_ arguments: String..., mode: Int) throws -> Int32? {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: binary.store.path)
      let content = "CROSSWALK_CONTENT=\(Checkout.root.appending(path: "Crosswalks").path)"
      let command = [
        "-u", "nobody", "--", "env", content, CrosswalkBinary.executable.path, "--store", binary.store.path,
      ]
      return try outside("runuser", command + arguments, in: URL(filePath: "/"))?.status
    }
    let claims = try binary.file(
      "claims.csv",
      "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date\n")
    let before = try Data(contentsOf: binary.store)
    #expect(try asNobody("frameworks", mode: 0o644) == 0)
    #expect(try asNobody("gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", mode: 0o644) == 0)
    #expect(try asNobody("import", claims, mode: 0o644) == 77)
    #expect(try asNobody("frameworks", mode: 0o600) == 77)
    #expect(try Data(contentsOf: binary.store) == before)
  }

  private static let canTrace = (try? outside("strace", ["-o", "/dev/null", "true"]))??.status == 0

  /// The kernel's own list of what was opened and connected to.
  @Test(
    .enabled(if: canTrace, "strace is not installed or may not trace here"),
    arguments: [
      #"<!DOCTYPE c SYSTEM "http://127.0.0.1:9/evil.dtd"><c/>"#,
      #"<!DOCTYPE c [<!ENTITY e SYSTEM "file:///etc/hostname">]><c>&e;</c>"#,
      #"<!DOCTYPE c [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><c/>"#,
      #"<c xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/hostname" parse="text"/></c>"#,
      #"<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><c xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a http://127.0.0.1:9/a.xsd"/>"#,
    ])
  func nothingThatAFileNamesIsEverFetched(document: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    try binary.run("frameworks")
    let path = try binary.file("evil.xml", document)
    let trace = binary.folder.appending(path: "trace").path
    let command = [
      "-f", "-qq", "-e", "trace=open,openat,connect", "-o", trace, CrosswalkBinary.executable.path, "--store",
      binary.store.path,
      "import", path,
    ]
    let result = try #require(try outside("strace", command))
    #expect(result.status == 65, "\(result.output)")
    let calls = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(calls.contains("evil.xml"), "the trace must have seen the import")
    #expect(!calls.contains("/etc/hostname"))
    #expect(!calls.contains("connect("))
  }

  @Test func aClosedStandardOutputEndsQuietly() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let command =
      "'\(CrosswalkBinary.executable.path)' --store '\(binary.store.path)' gap --from nist-ai-rmf-1.0 --to eu-ai-act | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}"
    let result = try #require(try outside("bash", ["-c", command]))
    #expect([0, 141].contains(result.status))
    #expect(!result.output.contains("Fatal"))
  }
}
