import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Tables in workbooks: which sheet and which row is the header, and what else stands there.
@Suite struct WorkbookTablesTests {
  private func file(_ maker: WorkbookMaker) -> SourceFile { SourceFile(name: "b.xlsx", bytes: maker.bytes) }

  private func file(_ sheets: [WorkbookMaker.Sheet]) -> SourceFile { file(WorkbookMaker(sheets: sheets)) }

  private func detect(_ file: SourceFile, sheet: String? = nil) throws -> DetectedFormat {
    try FormatDetection.detect(file, profiles: TableFixtures.profiles(), sheet: sheet)
  }

  private func profile(_ members: String = "") throws -> ColumnProfile {
    try TableFixtures.profile(
      json: #"{"schema":"crosswalk-profile/1","name":"t","title":"T","header":["ID","Text"],\#(members)"#
        + #""catalog":{"columns":{"id":"ID","text":"Text"}}}"#)
  }

  private func catalog(_ file: SourceFile, _ members: String = "") throws -> (
    catalog: Catalog, notUsed: [NotUsed]
  ) {
    try TableFixtures.catalog(file, profile(members))
  }

  private static let header = ["id", "parent_id", "title", "text"]

  @Test func takesTheFirstVisibleSheetWhoseHeaderFits() throws {
    let file = file([
      .init("Cover", rows: [["About this workbook"]]),
      .init("Old", rows: [Self.header, ["X", nil, "t", "x."]], state: "hidden"),
      .init("Controls", rows: [Self.header, ["A-1", nil, "First", "One."]]),
      .init("More", rows: [Self.header, ["B-1", nil, "Second", "Two."]]),
    ])
    guard case .catalogSheet(let profile) = try detect(file) else {
      Issue.record("no sheet of a catalog")
      return
    }
    #expect(try detect(file).format == .xlsx)
    let read = try TableFixtures.catalog(file, profile)
    #expect(read.catalog.nodes.map(\.local) == ["A-1"])
    #expect(
      read.catalog.nodes.map(\.location) == [
        CrosswalkModel.SourceLocation(file: "b.xlsx!Controls", line: 2, column: 1)
      ])
    #expect(read.notUsed.map(\.what) == ["sheet", "hidden sheet", "sheet"])
    #expect(read.notUsed.map(\.location.file) == ["b.xlsx!Cover", "b.xlsx!Old", "b.xlsx!More"])
    for (name, local) in [("More", "B-1"), ("Old", "X")] {
      guard case .catalogSheet(let named) = try detect(file, sheet: name) else {
        Issue.record("no sheet \(name)")
        continue
      }
      #expect(try TableFixtures.catalog(file, named).catalog.nodes.map(\.local) == [local])
    }
  }

  @Test func namesTheSheetsWhereOneIsUnknown() throws {
    let file = file([.init("A", rows: [Self.header]), .init("B", rows: [])])
    let error = try #require(throws: ImportError.self) { try detect(file, sheet: "C") }
    #expect(error.reason == .unknownSheet("C", known: ["A", "B"]))
    #expect(error.exitStatus == .usage)
    #expect(error.diagnostic.line == "b.xlsx:1:1: error: the workbook has no sheet \"C\" (it has: A, B)")
  }

  @Test func namesColumnsWithTheSheetWhereNoProfileFits() throws {
    let error = try #require(throws: ImportError.self) {
      try detect(file([.init("Empty", rows: []), .init("S", rows: [[nil, "This"], ["a", "b"]])]))
    }
    #expect(error.location.description == "b.xlsx!S:1:1")
    guard case .unknownTable(columns: ["This"], profiles: _) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
  }

  @Test func findsTheHeaderBelowOtherRowsInBothForms() throws {
    let rows: [[String?]] = [["A title"], [], ["Version", "2"], ["ID", "Te\nxt"], ["A-1", "One."]]
    let csv = TableFixtures.file("A title\n\nVersion,2\nID,\"Te\nxt\"\nA-1,One.\n")
    for (file, lines) in [(file([.init("S", rows: rows)]), [1, 3]), (csv, [1, 3])] {
      let read = try catalog(file)
      #expect(read.catalog.nodes.map(\.text) == ["One."])
      #expect(read.notUsed.map(\.what) == ["row", "row"])
      #expect(read.notUsed.map(\.location.line) == lines)
      #expect(read.notUsed.first?.why == "it stands above the header in line 4")
    }
  }

  @Test func looksForTheHeaderInTwentyRowsOnly() throws {
    let above: [[String?]] = (0..<20).map { ["note \($0)"] }
    let error = try #require(throws: ImportError.self) {
      try catalog(file([.init("S", rows: above + [["ID", "Text"], ["A", "b"]])]))
    }
    #expect(error.reason == .missingColumn("ID", profile: "t"))
    #expect(error.location.description == "b.xlsx!S:1:1")
    let within = try catalog(file([.init("S", rows: above.dropLast() + [["ID", "Text"], ["A", "b"]])]))
    #expect(within.catalog.nodes.map(\.local) == ["A"])
  }

  @Test func takesTheHeaderRowAndPassesOverExplanationsAsTheProfileSays() throws {
    let rows: [[String?]] = [["ID", "Text"], ["ID", "Text"], ["the id", "the text"], ["A", "b"]]
    let read = try catalog(file([.init("S", rows: rows)]), #""headerRow":2,"explanationRows":1,"#)
    #expect(read.catalog.nodes.map(\.local) == ["A"])
    #expect(read.notUsed.map(\.why) == ["it stands above the header in line 2", "it explains the columns"])
  }

  @Test func fillsGapsAndNamesCellsBeyondTheHeader() throws {
    let rows: [[String?]] = [
      ["ID", "Text", "More"], ["A"], ["B", nil, "m"], [nil, nil, nil], ["C", "c", nil, nil, "stray"],
    ]
    let read = try catalog(file([.init("S", rows: rows)]))
    #expect(read.catalog.nodes.map(\.local) == ["A", "B", "C"])
    #expect(try read.catalog.node("B").properties.map(\.value) == ["m"])
    let stray = read.notUsed.filter { $0.what == "cell" }
    #expect(stray.map(\.location.description) == ["b.xlsx!S:5:5"])
  }

  private static let merges =
    "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>"

  @Test func spreadsMergedHeadersAndBodiesOnlyWhereTheProfileSaysSo() throws {
    let rows: [[String?]] = [
      ["ID", "Both"], [nil, "Text", "Note"], ["A", "shared", "n"], ["B", nil, "o"],
    ]
    let file = file([.init("S", rows: rows, after: Self.merges)])
    let plain = try catalog(file)
    #expect(plain.catalog.nodes.map(\.text) == ["shared", ""])
    #expect(plain.catalog.nodes.map { $0.properties.map(\.name) } == [["Note"], ["Note"]])
    let spread = try catalog(file, #""spreadMerged":true,"#)
    #expect(spread.catalog.nodes.map(\.text) == ["shared", "shared"])
  }

  /// Sixty thousand areas, each as large as a sheet: read in no time, and none but the first counts.
  @Test func looksAtNoMoreMergedCellsThanASheetHasColumns() throws {
    let areas = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 60_000)
    let rows: [[String?]] = [["ID", "Text"], ["A", "t"]]
    let read = try catalog(
      file([.init("S", rows: rows, after: "<mergeCells>\(areas)</mergeCells>")]), #""headerRow":1,"#)
    #expect(read.catalog.nodes.map(\.local) == ["A"])
  }

  @Test func numbersTheColumnsBelowOneMergedHeader() throws {
    let rows: [[String?]] = [["ID", "Text", "Note"], ["A", "t", "n", "o"]]
    let after = "<mergeCells><mergeCell ref=\"C1:D1\"/></mergeCells>"
    let read = try catalog(file([.init("S", rows: rows, after: after)]))
    #expect(try read.catalog.node("A").properties.map { "\($0.name)=\($0.value)" } == ["Note=n", "Note 2=o"])
    #expect(read.notUsed.isEmpty)
  }

  @Test func reportsFormulasErrorsAndMacros() throws {
    let xml = """
      <sheetData><row><c t="inlineStr"><is><t>ID</t></is></c><c t="inlineStr"><is><t>Text</t></is></c></row>\
      <row><c t="str"><f>X</f><v>A</v></c><c t="e"><v>#REF!</v></c></row>\
      <row><c t="str"><f>X</f><v>B</v></c><c><f>Y</f></c></row></sheetData>
      """
    var maker = WorkbookMaker(sheets: [.init("S", xml)])
    maker.parts["xl/vbaProject.bin"] = "x"
    let read = try catalog(file(maker))
    #expect(read.catalog.nodes.map(\.text) == ["#REF!", ""])
    let found = read.notUsed.map { "\($0.location): \($0.what)" }
    #expect(
      found.prefix(4) == [
        "b.xlsx:1:1: macros", "b.xlsx!S:2:2: cell \"#REF!\"", "b.xlsx!S:3:2: formula",
        "b.xlsx!S:2:1: 2 formulas of this column",
      ])
  }

  @Test func readsClaimsFromASheet() throws {
    let rows: [[String?]] = [
      [
        "source", "target", "relationship", "strict", "rationale", "strength", "confidence", "method",
        "status", "author", "date",
      ],
      ["a/1", "b/2", "related", nil, nil, nil, nil, nil, "draft"],
    ]
    let file = file([.init("Notes", rows: [["x"]]), .init("Claims", rows: rows)])
    #expect(try detect(file) == .claimsSheet("Claims"))
    var graph = CrosswalkGraphBuilder()
    try ClaimsCSVImporter(sheet: "Claims").importClaims(file, limits: .standard, into: &graph)
    #expect(graph.claims.map(\.origin.description) == ["b.xlsx!Claims:2:1"])
  }

  @Test(arguments: [
    ("EncryptedPackage", "an encrypted workbook"), ("Workbook", "the old binary kind"),
  ])
  func saysWhatOldAndEncryptedWorkbooksAre(stream: String, found: String) throws {
    let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let file = SourceFile(name: "b.xls", bytes: mark + [UInt8](repeating: 0, count: 600) + name)
    let error = try #require(throws: ImportError.self) { try detect(file) }
    #expect(error.diagnostic.line.contains(found), "\(error.diagnostic.line)")
    #expect(error.exitStatus == .data)
  }
}
