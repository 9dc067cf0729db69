import Foundation
import Testing

/// `template list`, `fields`, `new` and `check`.
@Suite struct TemplateCommandTests {
  @Test func theListNamesEveryTemplateWithItsOrigin() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let templates = try binary.run("template", "list", "--format", "json").json()["templates"]
    let list = try #require(templates as? [[String: Any]])
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Checkout.root.appending(path: "Crosswalks/Templates").path)
    #expect(list.map { $0["name"] as? String } == folders.filter { $0 != "shared" }.sorted())
    let documentation = try #require(list.first { $0["name"] as? String == "joint-technical-documentation" })
    #expect(documentation["title"] as? String == "Joint technical documentation")
    #expect(documentation["variants"] as? [String] == ["simplified"])
    #expect(documentation["languages"] as? [String] == ["de", "en", "fr"])
    let table = try binary.run("template", "list").text
    for entry in list { #expect(table.contains(entry["name"] as? String ?? "?")) }
  }

  @Test func fieldsHaveTypeMeaningAndExampleAndThoseOfTheManifestAreAmongThem() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    func paths(_ arguments: String...) throws -> [String: [String: Any]] {
      let result = try binary.run(["template", "fields", "--format", "json"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
      let fields = try result.json()["fields"] as? [[String: Any]] ?? []
      return Dictionary(fields.map { ($0["path"] as? String ?? "", $0) }) { first, _ in first }
    }
    let plain = try paths()
    #expect(plain["system.name"]?["type"] as? String == "text")
    #expect(plain["requirements.parts.linked.note"] != nil)
    #expect(plain.values.allSatisfy { ($0["meaning"] as? String)?.isEmpty == false })
    #expect(!plain.keys.contains { $0.hasPrefix("details") })
    let manifest =
      ExampleTemplate.manifest.dropLast()
      + #","fields":[{"path":"details.milestones","kind":"list","meaning":"Steps."},{"path":"details.milestones.owner","kind":"text","meaning":"Who.","example":"Office"}]}"#
    let template = try ExampleTemplate(binary, ["template.json": String(manifest)])
    let own = try paths(template.path)
    #expect(own["details.milestones"]?["type"] as? String == "list")
    #expect(own["details.milestones.owner"]?["example"] as? String == "Office")
    #expect(try binary.run("template", "fields").text.contains("{{name}} shows a text"))
    let check = try binary.run("template", "check", template.path, "--format", "json").json()
    let available = try #require(check["available"] as? [[String: String]])
    let listed = try binary.run("template", "fields", template.path, "--format", "json").json()["fields"]
    #expect(available == listed as? [[String: String]])
    #expect(try binary.run("template", "check", template.path).text.contains("\(available.count) fields"))
  }

  @Test func aCopyStandsOnItsOwnAndRendersTheSame() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let made = try binary.run("template", "new", "gap-report", "--output", "mine")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.text == "mine\n")
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: binary.folder.appending(path: "mine").path)
    for file in ["template.json", "document.md", "document.docx", "strings/de.json", "parts/disclaimer.md"] {
      #expect(files.contains(file), "\(file)")
    }
    let check = try binary.run("template", "check", "./mine", "--format", "json")
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.isEmpty)
    let rendering = ["--language", "de", "--as-of", "2026-11-23", "--format", "markdown"]
    let copy = try binary.run(["template", "render", "./mine"] + rendering)
    let original = try binary.run(["template", "render", "gap-report"] + rendering)
    #expect(copy.status == 0, "\(copy.errors)")
    #expect(copy.output == original.output)
  }

  @Test func nothingThatExistsIsOverwritten() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for make in [
      { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true) },
      { try Data("x".utf8).write(to: URL(filePath: $0)) },
      { try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "nowhere") },
    ] as [(String) throws -> Void] {
      let target = binary.folder.appending(path: "mine").path
      try make(target)
      let result = try binary.run("template", "new", "bilateral-glossary", "--output", "mine")
      #expect(result.status == 73)
      #expect(result.errors.contains("error: cannot create mine: File exists"))
      try FileManager.default.removeItem(atPath: target)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: binary.folder.path)
    #expect(!left.contains { $0.hasPrefix("mine") }, "\(left)")
  }

  @Test func aLanguageOfOnesOwnStartsFromTheEnglishLabels() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(
      try binary.run("template", "new", "bilateral-glossary", "-o", "mine", "--language", "es").status == 0)
    let table = binary.folder.appending(path: "mine/strings/es.json")
    var labels = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: table)) as? [String: String])
    #expect(labels.keys.contains { $0.hasPrefix("word-") }, "the toolkit's own words can be translated")
    labels["document-title"] = "Glosario bilateral"
    try JSONSerialization.data(withJSONObject: labels).write(to: table)
    let result = try binary.run(
      "template", "render", "./mine", "--language", "es", "--format", "markdown", "--as-of", "2026-11-23")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.hasPrefix("# Glosario bilateral\n"), "\(result.text.prefix(80))")
    #expect(
      try binary.run("template", "new", "bilateral-glossary", "-o", "x", "--language", "../es").status == 64)
  }

  @Test func whatIsWrongHasItsPlaceAndTheTemplateIsNotRendered() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(
      binary,
      [
        "document.md": "# {{t.plan-titel}}\n\nText with {{sytem.name}}.\n\n{{> own}}\n",
        "parts/own.md": "{{nothing}}\n",
      ])
    let check = try binary.run("template", "check", template.path)
    #expect(check.status == 65)
    let errors = check.errors.split(separator: "\n").filter { $0.contains("error:") }
    try #require(errors.count == 3, "\(check.errors)")
    #expect(errors[0].hasPrefix("./our-plan/document.md:1:3: error:"), "\(errors[0])")
    #expect(errors[1].hasPrefix("./our-plan/document.md:3:11: error:"), "\(errors[1])")
    #expect(errors[1].contains("system"), "\(errors[1])")
    #expect(errors[2].hasPrefix("./our-plan/parts/own.md:1:1: error:"), "\(errors[2])")
    let render = try binary.run("template", "render", template.path, "--output", "out.md")
    #expect(render.status == 65)
    #expect(render.errors.contains("2 more: crosswalk template check lists them"), "\(render.errors)")
    #expect(!FileManager.default.fileExists(atPath: binary.folder.appending(path: "out.md").path))
  }

  @Test func whatIsNotUsedAndWhatIsNotTranslatedIsSaid() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(
      binary,
      [
        "strings/de.json": "{}", "parts/spare.md": "x\n", "notes.txt": "x", ".hidden": "x",
      ])
    let check = try binary.run("template", "check", template.path, "--format", "json")
    #expect(check.status == 0)
    for file in ["parts/spare.md", "notes.txt"] {
      #expect(check.errors.contains("./our-plan/\(file):1:1: warning: the template does not use this"))
    }
    #expect(!check.errors.contains("hidden"))
    let languages = try #require(try check.json()["languages"] as? [[String: Any]])
    #expect(languages.map { $0["missingLabels"] as? [String] } == [["plan-title"], []])
    #expect(try check.json()["files"] as? [String] == ["document.md"])
  }

  @Test func missingEvidenceIsAFindingAndNoError() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let manifest =
      ExampleTemplate.manifest.dropLast()
      + #","frameworks":{"target":"eu-ai-act","sources":[]},"evidence":[{"about":"annex-iv/2(g)","kinds":["audit-report"]}],"fields":[{"path":"details.nowhere","kind":"text","meaning":"Asked for.","required":true}]}"#
    let template = try ExampleTemplate(binary, ["template.json": String(manifest)])
    let check = try binary.run(
      "template", "check", template.path, "--subject", ExampleTemplate.subject, "--format", "json")
    #expect(check.status == 2, "\(check.errors)")
    #expect(!check.errors.contains("error:"))
    let missing = try #require(try check.json()["missing"] as? [[String: Any]])
    #expect(
      missing.compactMap { $0["code"] as? String } == ["required-field-missing", "required-evidence-missing"])
    #expect(missing[1]["control"] as? String == "annex-iv/2(g)")
  }
}
