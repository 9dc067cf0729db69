import Foundation
import Testing

/// `template render`: formats, names of files, and what ends it.
@Suite struct TemplateRenderTests {
  private static let day = ["--as-of", "2026-11-23"]

  private func files(_ binary: CrosswalkBinary, _ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: binary.folder.appending(path: folder).path).sorted()
  }

  @Test func theFormatFollowsTheNameOfTheOutput() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary)
    let starts = [
      "a.md": "# Plan", "a.html": "<!DOCTYPE html>", "a.docx": "PK\u{3}\u{4}", "A.DOCX": "PK\u{3}\u{4}",
      "a": "# Plan",
    ]
    for (name, start) in starts {
      let result = try binary.run(["template", "render", template.path, "--output", name] + Self.day)
      #expect(result.status == 0, "\(name): \(result.errors)")
      let bytes = try Data(contentsOf: binary.folder.appending(path: name))
      #expect(bytes.starts(with: Data(start.utf8)), "\(name)")
    }
    let text = try binary.run(["template", "render", template.path, "--language", "de"] + Self.day).text
    #expect(text.hasPrefix("# Planung\n"))
    #expect(text.contains("2026-11-23 in de"))
  }

  @Test func filesInAFolderAreNamedAfterTemplateVariantAndLanguage() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(
      binary, ["strings/en.json": #"{"plan-title":"../../CON: <a> \u202E"}"#])
    let result = try binary.run(
      [
        "template", "render", template.path, "bilateral-glossary", "--output-folder", "out/", "--format",
        "html",
        "--format", "markdown",
      ] + Self.day)
    #expect(result.status == 0, "\(result.errors)")
    let expected = [
      "bilateral-glossary.en.html", "bilateral-glossary.en.md", "our-plan.en.html", "our-plan.en.md",
    ]
    #expect(try files(binary, "out") == expected)
    #expect(
      Set(result.text.split(separator: "\n").map { $0.split(separator: "/").last.map(String.init) })
        == Set(expected))
    let variant = try binary.run(
      [
        "template", "render", template.path, "--output-folder", "out", "--language", "de", "--variant",
        "simplified",
      ] + Self.day)
    #expect(variant.status == 0, "\(variant.errors)")
    #expect(try files(binary, "out").contains("our-plan.simplified.de.docx"))
  }

  @Test func everyBundledTemplateIsRenderedByOneCommand() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(
      [
        "template", "render", "--all", "--subject", ExampleTemplate.subject, "--output-folder", "out",
        "--variant", "simplified",
      ]
        + Self.day)
    #expect(result.status == 0, "\(result.errors)")
    let rendered = try files(binary, "out")
    #expect(rendered.contains("joint-technical-documentation.simplified.en.docx"))
    #expect(rendered.allSatisfy { $0.hasSuffix(".simplified.en.docx") })
  }

  @Test func nothingIsWrittenUnlessEverythingCanBeRendered() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary, ["document.md": "{{nothing}}\n"])
    let result = try binary.run(
      "template", "render", "bilateral-glossary", template.path, "--output-folder", "out")
    #expect(result.status == 65)
    #expect(!FileManager.default.fileExists(atPath: binary.folder.appending(path: "out").path))
  }

  private static let refused: [([String], Int32, String)] = [
    (["nothing-like-it"], 64, "there is no template"), (["our-plan"], 64, "./our-plan"),
    (["./nowhere"], 66, "nowhere"),
    (["gap-report", "--language", "xx"], 64, "known: de, en, fr"),
    (["gap-report", "--variant", "simplified"], 64, "only the full one"),
    (["./our-plan", "--variant", "long"], 64, "known: simplified"),
    (["joint-technical-documentation"], 64, "--subject names the file"),
    (["gap-report", "--subject", "nowhere.json"], 66, "no such file"),
    (["gap-report", "bilateral-glossary"], 64, "--output-folder"), ([], 64, "--all"),
    (["--all", "gap-report"], 64, "--all"),
    (["gap-report", "--watch"], 64, "--watch needs"), (["gap-report", "--format", "odt"], 64, "odt"),
    (["gap-report", "--format", "docx", "--format", "html"], 64, "--output-folder"),
    (["gap-report", "-o", "x", "--output-folder", "y"], 64, "take one of them"),
    (["gap-report", "--output-folder", "no/such/folder"], 73, "cannot create"),
    (["./our-plan", "./our-plan", "--output-folder", "out"], 64, "two templates are called our-plan"),
  ]

  @Test func whatCannotBeRenderedSaysWhyWithItsStatus() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    for (arguments, status, message) in Self.refused {
      let result = try binary.run(["template", "render"] + arguments)
      #expect(result.status == status, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
      #expect(result.output.isEmpty)
    }
  }

  @Test func theSameDocumentComesOutWhateverTheSurroundings() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let command = [
      "template", "render", "interoperability-plan", "--subject", ExampleTemplate.subject, "--format", "docx",
      "--output",
    ]
    var other = binary
    other.environment = ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"]
    #expect(try binary.run(command + ["a.docx"] + Self.day).status == 0)
    #expect(try other.run(command + ["b.docx"] + Self.day).status == 0)
    let bytes = try ["a.docx", "b.docx"].map { try Data(contentsOf: binary.folder.appending(path: $0)) }
    #expect(!bytes[0].isEmpty && bytes[0] == bytes[1])
  }

  /// The head of a report speaks of the claims that the report counted.
  @Test func aReportWithOptionsStatesOneBasis() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let options = ["--asserted-only", "--minimum-confidence", "0.6", "--scope", "high-risk"] + Self.day
    let gap = ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]
    let json = try binary.run(gap + options + ["--format", "json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    let basis = try #require(report["basis"] as? [String: Any])
    let claims = try #require(basis["claims"] as? Int)
    let result = try binary.run(gap + options + ["--format", "docx", "--output", "report.docx"])
    #expect(result.status == 0, "\(result.errors)")
    let text = try #require(
      try outside("unzip", ["-p", binary.folder.appending(path: "report.docx").path, "word/document.xml"]))
    #expect(text.output.contains("0 of \(claims) claims reviewed"))
  }

  @Test(arguments: ["gap", "equivalence"])
  func aReportIsAWordFileToo(command: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(
      [
        command, "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--format", "docx", "--output",
        "report.docx",
      ] + Self.day)
    #expect(result.status == 0, "\(result.errors)")
    let bytes = try Data(contentsOf: binary.folder.appending(path: "report.docx"))
    #expect(bytes.starts(with: Data("PK".utf8)))
    let text = try #require(
      try outside("unzip", ["-p", binary.folder.appending(path: "report.docx").path, "word/document.xml"]))
    #expect(text.output.contains("Artificial Intelligence Risk Management Framework"))
  }
}
