import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Tables as spreadsheets of many places save them, from detection to the catalog.
@Suite struct OddTablesTests {
  private func catalog(_ file: SourceFile, profiles: ProfileLibrary? = nil) throws -> Catalog {
    let known = try profiles ?? TableFixtures.profiles()
    guard case .catalogTable(let profile) = try FormatDetection.detect(file, profiles: known) else {
      throw ImportError(.malformedProfile("no catalog"), at: .init(file: file.name, line: 1, column: 1))
    }
    return try TableFixtures.catalog(file, profile).catalog
  }

  private static let text = "id,parent_id,title,text\nA-1,,Prüfung,“Text” – über\n"

  @Test(arguments: [
    text, text.replacing("\n", with: "\r"), text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text,
    "sep=;\n" + text.replacing(",", with: ";"), text.replacing(",", with: "\t"),
    text.replacing("title", with: "\"\u{A0}Ti\ntle \""), text.dropLast().description, text + "\n\n,,,\n",
    "The controls\n\n" + text, "The controls\n" + text.replacing(",", with: ";"),
    "Our controls, all of them\n" + text.replacing(",", with: ";"),
  ])
  func readsOneTableInManyForms(text: String) throws {
    let node = try catalog(TableFixtures.file(text)).node("A-1")
    #expect(node.title == "Prüfung" && node.text == "“Text” – über")
  }

  @Test(arguments: [true, false])
  func readsUTF16WithItsMark(isBigEndian: Bool) throws {
    let bytes = ("\u{FEFF}" + Self.text).utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    #expect(try catalog(SourceFile(name: "t.csv", bytes: bytes)).node("A-1").title == "Prüfung")
  }

  @Test func readsWindows1252WhereAProfileDeclaresIt() throws {
    let bytes: [UInt8] = Array("Nr,Wert\nA-1,".utf8) + [0x93, 0xFC, 0x94, 0x0A]
    let file = SourceFile(name: "t.csv", bytes: bytes)
    let json =
      #"{"schema":"crosswalk-profile/1","name":"x","title":"","header":["Nr","Wert"],ENC"catalog":{"columns":{"id":"Nr","text":"Wert"}}}"#
    let declared = try TableFixtures.profile(
      json: json.replacing("ENC", with: #""encoding":"windows-1252","#))
    #expect(try catalog(file, profiles: ProfileLibrary([declared])).node("A-1").text == "“ü”")
    let silent = try TableFixtures.profile(json: json.replacing("ENC", with: ""))
    let error = try #require(throws: ImportError.self) {
      try catalog(file, profiles: ProfileLibrary([silent]))
    }
    #expect(error.exitStatus == .data)
    #expect(error.location.line == 2)
  }

  /// Row C10 of the adversarial table.
  @Test func keepsIdentifiersAsText() throws {
    let names = ["1E5", "0012", "3-4", "MARCH1", "1234567890123456", "1.10", "1.0"]
    let text = "id,parent_id,title,text\n" + names.map { "\($0),,\($0),\($0)\n" }.joined()
    let read = try catalog(TableFixtures.file(text))
    #expect(read.nodes.map(\.local) == names)
    #expect(read.nodes.map(\.text) == names)
    let rows: [[String?]] = [["id", "parent_id", "title", "text"]] + names.map { [$0, nil, $0, $0] }
    let sheet = SourceFile(name: "b.xlsx", bytes: WorkbookMaker(sheets: [.init("S", rows: rows)]).bytes)
    #expect(
      try TableFixtures.catalog(sheet, TableFixtures.profile("generic-catalog")).catalog.nodes.map(\.local)
        == names)
  }

  /// Row C09: what the toolkit guards when it writes a table, it reads back as it was.
  @Test(arguments: [
    "=1+1", "+x", "-x", "@x", "＝1", "'=1", "''=1", "'quoted'", "-5", "'-5", "=HYPERLINK(\"x\")", "plain",
    "a=b",
  ])
  func readsGuardedCellsBackAsTheyWere(cell: String) throws {
    #expect(cell.guardedAgainstFormulas.withoutFormulaGuard == cell)
    let quoted = "\"" + cell.guardedAgainstFormulas.replacing("\"", with: "\"\"") + "\""
    let read = try catalog(TableFixtures.file("id,parent_id,title,text\nA,,t,\(quoted)\n"))
    #expect(try read.node("A").text == cell)
  }

  @Test func keepsApostrophesOfOtherPublishers() throws {
    let json =
      #"{"schema":"crosswalk-profile/1","name":"x","title":"","header":["Nr"],"catalog":{"columns":{"id":"Nr","text":"T"}}}"#
    let read = try TableFixtures.catalog(
      TableFixtures.file("Nr,T\nA,'-ism\n"), TableFixtures.profile(json: json))
    #expect(try read.catalog.node("A").text == "'-ism")
  }
}
