import Foundation
import Testing

/// Tables from the command line: workbooks, drafts of profiles, odd files.
@Suite struct TableImportTests {
  private func workbook(_ sheets: [WorkbookMaker.Sheet]) -> Data { Data(WorkbookMaker(sheets: sheets).bytes) }

  private static let header: [String?] = ["id", "parent_id", "title", "text"]

  @Test func importsTheSheetThatIsNamed() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let file = try binary.file(
      "book.xlsx",
      workbook([
        .init("One", rows: [Self.header, ["A-1", nil, "t", "One."]]),
        .init("Two", rows: [Self.header, ["B-1", nil, "t", "Two."], ["B-2", nil, "t", "1E5"]]),
      ]))
    let result = try binary.run("import", file, "--framework", "f", "--sheet", "Two", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let report = try #require((try result.json()["files"] as? [[String: Any]])?.first)
    #expect(report["controls"] as? Int == 2)
    #expect(report["format"] as? String == "xlsx")
    #expect(try binary.run("show", "f/B-2", "--format", "json").json()["text"] as? String == "1E5")
    let unknown = try binary.run("import", file, "--framework", "f", "--sheet", "Three")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("the workbook has no sheet \"Three\" (it has: One, Two)"))
  }

  @Test func draftsAProfileThatTheNextImportUses() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let table = try binary.file(
      "our controls.csv", "Number,Heading,Requirement\nX-1,One,Do it.\nX-2,Two,Do more.\n")
    let shown = try binary.run("import", "--profile", "new", table)
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.text.contains("\"name\" : \"our-controls\""))
    #expect(!FileManager.default.fileExists(atPath: binary.store.path), "a draft needs no store")
    let profile = binary.folder.appending(path: "mine.json").path
    #expect(try binary.run("import", "--profile", "new", table, "--output", profile).status == 0)
    #expect(try Data(contentsOf: URL(filePath: profile)) == shown.output)
    if let witness = try outside(
      "python3",
      [
        "-c",
        "import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
        profile, Checkout.root.appending(path: "Schemas/column-profile.schema.json").path,
      ]), !witness.output.contains("ModuleNotFoundError")
    {
      #expect(witness.status == 0, "\(witness.output)")
    }
    let imported = try binary.run("import", "--profile", profile, "--framework", "ours", table)
    #expect(imported.status == 0, "\(imported.errors)")
    let text = try binary.run("show", "ours/X-2", "--format", "json").json()
    #expect(text["title"] as? String == "Two" && text["text"] as? String == "Do more.")
    #expect(try binary.run("import", "--profile", "new", table, profile).status == 64)
    #expect(try binary.run("import", "--profile", "./none.json", table).status == 66)
  }

  @Test func refusesAWorkbookThatUnpacksToTooMuch() throws {
    let script = """
      import sys, zipfile
      book = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
      for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]: book.writestr(name, "<x/>")
      book.writestr("xl/worksheets/sheet1.xml", b" " * (60 << 20))
      book.close()
      """
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let path = binary.folder.appending(path: "bomb.xlsx").path
    guard try outside("python3", ["-c", script, path])?.status == 0 else { return }
    let result = try binary.run("import", path)
    #expect(result.status == 65)
    #expect(result.errors.contains("bomb.xlsx:1:1: error: member 'xl/worksheets/sheet1.xml' grows more than"))
  }

  /// Row C12 of the adversarial table: a pipe is refused at once, however much stands ready in it.
  @Test func refusesAPipe() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let pipe = binary.folder.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let result = try binary.run("import", pipe)
    #expect(result.status == 66)
    #expect(result.errors.contains("is a device or a pipe, not a file"))
  }

  /// Row C11: the last line needs no end, blank lines count for nothing, and a header alone is no catalog.
  @Test func tellsEmptyTablesFromShortOnes() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let whole = try binary.file("a.csv", "id,parent_id,title,text\nA,,t,x")
    let blank = try binary.file("b.csv", "id,parent_id,title,text\n\nA,,t,x\n\n\n,,,\n")
    for file in [whole, blank] {
      let result = try binary.run("import", "--framework", "f", "--dry-run", "--format", "json", file)
      #expect(((try result.json()["files"] as? [[String: Any]])?.first?["controls"] as? Int) == 1)
    }
    for (name, text) in [("c.csv", "id,parent_id,title,text\n"), ("d.csv", ""), ("e.csv", "\n \n")] {
      let result = try binary.run("import", "--framework", "f", try binary.file(name, text))
      #expect(result.status == 65, "\(name): \(result.errors)")
      #expect(result.errors.contains("\(name):1:1: error: "))
    }
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func theConceptCrosswalkArrivesWithItsDanglingEnds() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let catalogs = ["oscal/NIST_SP-800-53_rev5.0.1_catalog.xml", "nist-csv/csf/csf-2.0.csv"].map {
      RealData.path($0)
    }
    #expect(try binary.run(["import"] + catalogs).status == 0)
    let sheet = RealData.path(
      "mappings/nist/Cybersecurity_Framework_v2-0_Concept_Crosswalk_800-53_5_2_0_draft.xlsx")
    let result = try binary.run("import", "--format", "json", sheet)
    #expect(result.status == 0, "\(result.errors)")
    let report = try #require((try result.json()["files"] as? [[String: Any]])?.first)
    #expect(report["claims"] as? Int == 746)
    #expect((report["notUsed"] as? [[String: Any]])?.filter { $0["what"] as? String == "row" }.count == 26)
    let table = try binary.run("import", "--dry-run", sheet).text
    let words = table.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("746 claims"))
    let places = [
      ("53", "SA-24"), ("484", "IA-13"), ("496", "IA-13"), ("592", "SA-15(13)"), ("602", "SA-15(13)"),
      ("604", "SA-24"),
      ("624", "SA-24"), ("723", "SI-02(07)"),
    ]
    for (line, name) in places {
      #expect(words.contains("Relationships:\(line):1: warning: nist-sp-800-53-r5@5.0.1 has no \"\(name)\""))
    }
    #expect(words.components(separatedBy: "has no \"").count - 1 == places.count)
    let list = try binary.run("mappings", "--format", "json").json()
    #expect("\(list)".contains("nist-csf-2.0"))
  }
}
