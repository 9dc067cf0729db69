import Foundation
import Testing

/// Joint documents made of texts that try to be more than text: every template, every format, read by others.
///
/// One at a time: each renders everything, or starts an office.
@Suite(.serialized) struct HostileDocumentTests {
  private static let hasPython = (try? outside("python3", ["-c", "import zipfile"]))??.status == 0
  private static let formats = ["html", "docx", "markdown"]
  private static let day = ["--as-of", "2026-11-23"]

  /// A store in which claims and positions are hostile, too.
  private func binary(_ payload: HostileSubject.Payload) throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    let note = HostileSubject.Payload.markup.text.replacing("\"", with: "\"\"")
    let claims = try binary.file(
      "claims.csv",
      MappingExportTests.header
        + "nist-ai-rmf-1.0/MEASURE 2.3,eu-ai-act/annex-iv/2(g),related,,,,0.5,human,draft,\"=A1<b>\",2026-11-23,,,,,"
        + "\"\(note)\"\n")
    #expect(try binary.run("import", claims).status == 0)
    for about in ["eu-ai-act/annex-iv/2(g)", "interoperability-plan#classification"] {
      let position = try binary.run(
        "review", "position", "--side", "eu", "--about", about, "--stance", "reservation", "--author",
        "<b>=E</b>", "--reason", HostileSubject.Payload.markup.text, "--at", "2026-11-23T10:00:00Z")
      #expect(position.status == 0, "\(position.errors)")
    }
    return binary
  }

  private func render(_ binary: CrosswalkBinary, _ subject: String, to folder: String) throws -> [String] {
    let formats = Self.formats.flatMap { ["--format", $0] }
    let result = try binary.run(
      ["template", "render", "--all", "--subject", subject, "--output-folder", folder] + formats + Self.day)
    #expect(result.status == 0, "\(result.errors.prefix(2_000))")
    return result.text.split(separator: "\n").map { binary.folder.appending(path: String($0)).path }
  }

  @Test(
    .enabled(if: hasPython, "python3 is not installed"), arguments: HostileSubject.Payload.allCases)
  func everyDocumentOfHostileTextsIsADocumentAndNothingElse(payload: HostileSubject.Payload) throws {
    let binary = try binary(payload)
    defer { binary.remove() }
    let files = try render(binary, HostileSubject.write(payload, into: binary), to: "out")
    #expect(files.count >= 3 * 16 && files.count.isMultiple(of: 3))
    // The full documentation shows answers, evidence and positions; so it must show what was put there.
    let traced = files.map { file -> String in
      guard file.contains("/joint-technical-documentation.") else { return file }
      let name = file.replacing("documentation.en.", with: "documentation-with-trace.")
      try? FileManager.default.moveItem(atPath: file, toPath: name)
      return name
    }
    #expect(traced.count { $0.contains("-with-trace.") } == 3)
    let script = Checkout.root.appending(path: "Tests/CommandLineTests/Fixtures/inspect-document.py").path
    let verdict = try #require(try outside("python3", [script, payload.trace] + traced))
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  /// The inspection itself must be able to fail.
  @Test(
    .enabled(if: hasPython, "python3 is not installed"),
    arguments: [
      ("a.html", "<p onclick=\"x()\">a</p>"), ("a.html", "<script>1</script>"),
      ("a.html", "<p>no policy</p>"),
      ("a.html", "<a href=\"javascript:1\">a</a>"), ("a.md", "a <b>bold</b>"),
      ("a.md", "| a | b |\n|---|---|\n| c | d | e |"),
      ("a.md", "| a | b |\n|---|---|\n| c \\\\| d | e |"), ("a.md", "a \\\\<b>bold</b>"),
      ("a.md", "[x](https://example.org)"), ("a.md", "bell \u{7}"), ("a-with-trace.md", "nothing of it"),
    ])
  func theInspectionFindsWhatItLooksFor(name: String, text: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let script = Checkout.root.appending(path: "Tests/CommandLineTests/Fixtures/inspect-document.py").path
    let verdict = try #require(try outside("python3", [script, "TRACE", try binary.file(name, text)]))
    #expect(verdict.status == 1 && verdict.output.contains(name), "\(verdict.output)")
  }

  /// A browser that opens the page runs nothing of it: a script that ran would leave its mark in the page.
  @Test(.enabled(if: installed("chromium") != nil, "chromium is not installed"))
  func aBrowserRunsNothingOfAHostilePage() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = try HostileSubject.write(.markup, into: binary)
    let page = binary.folder.appending(path: "page.html").path
    let result = try binary.run(
      ["template", "render", "joint-technical-documentation", "--subject", subject, "--output", page]
        + Self.day)
    #expect(result.status == 0, "\(result.errors.prefix(2_000))")
    let dump = try #require(
      try outside(
        "chromium",
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
          "--user-data-dir=\(binary.folder.path)/profile", "--virtual-time-budget=3000",
          "--enable-logging=stderr",
          "--dump-dom", "file://\(page)",
        ]))
    #expect(dump.status == 0)
    #expect(dump.output.contains("alert(1)"), "the hostile text is not in the page")
    for mark in ["<script", "<img", "<svg", "<iframe", "onerror=alert(2)>", "Refused to"] {
      #expect(!dump.output.contains(mark), "\(mark)")
    }
  }

  @Test(
    .enabled(if: Office.isHere, Comment(rawValue: Office.whySkipped)),
    arguments: HostileSubject.Payload.allCases)
  func libreOfficeOpensHostileWordFiles(payload: HostileSubject.Payload) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = try HostileSubject.write(payload, into: binary)
    let file = binary.folder.appending(path: "plan.docx").path
    let result = try binary.run(
      ["template", "render", "interoperability-plan", "--subject", subject, "--output", file] + Self.day)
    #expect(result.status == 0, "\(result.errors.prefix(2_000))")
    let office = try Office.convert(file, to: "txt:Text", in: binary.folder, binary)
    #expect(office.status == 0, "\(office.output)")
    let text = try String(contentsOf: binary.folder.appending(path: "plan.txt"), encoding: .utf8)
    #expect(text.contains(payload.trace))
  }

  @Test func theSameHostileTextsGiveTheSameBytes() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let subject = try HostileSubject.write(.characters, into: binary)
    for format in Self.formats {
      let arguments =
        ["template", "render", "eu-declaration-of-conformity", "--subject", subject, "--format", format]
        + Self.day
      for name in ["a", "b"] { #expect(try binary.run(arguments + ["--output", name]).status == 0) }
      let bytes = try ["a", "b"].map { try Data(contentsOf: binary.folder.appending(path: $0)) }
      #expect(!bytes[0].isEmpty && bytes[0] == bytes[1], "\(format)")
    }
  }
}
