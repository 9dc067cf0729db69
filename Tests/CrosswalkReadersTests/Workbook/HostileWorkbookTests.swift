import CrosswalkModel
import Testing

@testable import CrosswalkReaders

/// Workbooks that are wrong on purpose: each has one clean error with a place.
@Suite struct HostileWorkbookTests {
  private func error(_ maker: WorkbookMaker) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try WorkbookTests.cells(maker) }
  }

  private func error(_ xml: String) throws -> ReadingError {
    try error(WorkbookMaker(sheets: [.init("S", xml)]))
  }

  private func expect(_ error: ReadingError, _ message: String, at place: String) {
    guard case .damagedWorkbook(let found) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(found.contains(message), "\(found)")
    #expect(error.location.description == place)
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: [
    ("<row r=\"1\"><c r=\"BDWGN1\"/></row>", "no cell \"BDWGN1\""),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", "no cell \"XFE1\""),
    ("<row r=\"1\"><c r=\"\"/></row>", "no cell \"\""),
    ("<row r=\"1\"><c r=\"1A\"/></row>", "no cell \"1A\""),
    ("<row r=\"1\"><c r=\"A2\"/></row>", "cell A2 stands in row 1"), ("<row r=\"0\"/>", "no row \"0\""),
    ("<row r=\"1048577\"/>", "no row \"1048577\""), ("<row r=\"-1\"/>", "no row \"-1\""),
    ("<row r=\"99999999999999999999\"/>", "no row \"999"),
    ("<row r=\"2\"/><row r=\"1\"/>", "row 1 stands after row 2"),
  ])
  func refusesPlacesThatNoSheetHas(row: String, message: String) throws {
    let error = try error("<sheetData>\n\(row)</sheetData>")
    guard case .damagedWorkbook(let found) = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
    #expect(found.contains(message), "\(found)")
    #expect(error.location.file == "b.xlsx!xl/worksheets/sheet0.xml")
    #expect(error.location.line == 2)
  }

  @Test func refusesARowOfAMillionCells() throws {
    let row = String(repeating: "<c/>", count: 1_000_000)
    expect(
      try error("<sheetData><row>\(row)</row></sheetData>"), "more than 16384 cells",
      at: "b.xlsx!xl/worksheets/sheet0.xml:1:\(94 + 16_384 * 4)")
  }

  @Test(arguments: ["7", "-1", "x", "99999999999999999999"])
  func refusesSharedTextsThatDoNotExist(index: String) throws {
    var maker = WorkbookMaker(sheets: [
      .init("S", "<sheetData><row r=\"4\"><c r=\"C4\" t=\"s\"><v>\(index)</v></c></row></sheetData>")
    ])
    maker.shared = ["<t>one</t>"]
    expect(try error(maker), "of which there are 1", at: "b.xlsx!S:4:3")
    maker.parts["xl/sharedStrings.xml"] = .some(nil)
    expect(try error(maker), "of which there are 0", at: "b.xlsx!S:4:3")
  }

  @Test func refusesUnknownTypesOfCells() throws {
    expect(
      try error("<sheetData><row r=\"2\"><c r=\"B2\" t=\"zz\"><v>1</v></c></row></sheetData>"),
      "no cell type",
      at: "b.xlsx!S:2:2")
  }

  @Test func refusesADocumentTypeInEveryPart() throws {
    for part in [
      "xl/worksheets/sheet0.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels",
    ] {
      var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
      maker.parts[part] = "\n<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"
      let error = try error(maker)
      #expect(error.reason == .doctype)
      #expect(error.location == SourceLocation(file: "b.xlsx!\(part)", line: 2, column: 1))
    }
  }

  @Test(arguments: [
    ("xl/worksheets/sheet0.xml", "the part \"xl/worksheets/sheet0.xml\" of sheet \"S\" is missing"),
    ("xl/_rels/workbook.xml.rels", "sheet \"S\" names no part of this workbook"),
  ])
  func namesMissingParts(part: String, message: String) throws {
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
    maker.parts[part] = .some(nil)
    expect(try error(maker), message, at: "b.xlsx:1:1")
  }

  @Test(arguments: ["_rels/.rels", "xl/workbook.xml"])
  func refusesContainersWithoutAWorkbook(part: String) throws {
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
    maker.parts[part] = .some(nil)
    #expect(try error(maker).reason == .notWorkbook)
  }

  @Test func neverFollowsARelationshipOutOfTheContainer() throws {
    let targets = ["../../../etc/passwd", "/../x", "../../.."]
    for target in targets {
      var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
      maker.parts["xl/_rels/workbook.xml.rels"] = WorkbookMaker.relationships([("s0", "worksheet", target)])
      expect(try error(maker), "names no part of this workbook", at: "b.xlsx:1:1")
    }
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
    maker.parts["xl/_rels/workbook.xml.rels"] = WorkbookMaker.relationships([
      ("s0", "worksheet", "http://example.org/a.xml\" TargetMode=\"External")
    ])
    expect(try error(maker), "names no part of this workbook", at: "b.xlsx:1:1")
  }

  @Test func endsWhereRelationshipsLeadBackToThemselves() throws {
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
    maker.parts["xl/_rels/workbook.xml.rels"] = WorkbookMaker.relationships([
      ("s0", "worksheet", "workbook.xml")
    ])
    expect(try error(maker), "the part is a <workbook>", at: "b.xlsx!xl/workbook.xml:1:1")
    maker.parts["_rels/.rels"] = WorkbookMaker.relationships([("r", "officeDocument", "_rels/.rels")])
    #expect(try error(maker).reason == .notWorkbook)
  }

  @Test func refusesSheetsThatShareAPart() throws {
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]]), .init("T", rows: [["b"]])])
    maker.parts["xl/_rels/workbook.xml.rels"] = WorkbookMaker.relationships([
      ("s0", "worksheet", "worksheets/sheet0.xml"), ("s1", "worksheet", "worksheets/SHEET0.xml"),
    ])
    expect(try error(maker), "names the part of another sheet", at: "b.xlsx:1:1")
  }

  @Test func refusesMembersThatLeadOutOfTheContainer() throws {
    var maker = WorkbookMaker(sheets: [.init("S", rows: [["a"]])])
    maker.parts["../evil.xml"] = "x"
    #expect(try error(maker).reason == .unsafeMemberName("../evil.xml"))
  }

  @Test func refusesMoreTextThanTheLimitHoweverOftenItIsShared() throws {
    let text = String(repeating: "x", count: 100_000)
    let cells = (1...20).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
    let maker = WorkbookMaker(
      sheets: [.init("S", "<sheetData>\(cells)</sheetData>")], shared: ["<t>\(text)</t>"])
    var limits = ReadingLimits.standard
    limits.zipTotalBytes = 1_000_000
    let workbook = try Workbook(SourceFile(name: "b.xlsx", bytes: maker.bytes), limits: limits)
    let error = try #require(throws: TableReadingError<ReadingError>.self) {
      try workbook.read(workbook.sheets[0]) { (_: SheetRow) throws(ReadingError) in true }
    }
    #expect(error.fault.reason == .sheetTextTooLong(limit: 1_000_000))
    #expect(error.fault.location.description == "b.xlsx!S:10:1")
  }

  @Test func refusesCellsThatAreTooLong() throws {
    let maker = WorkbookMaker(sheets: [.init("S", rows: [[String(repeating: "x", count: 50)]])])
    var limits = ReadingLimits.standard
    limits.csvFieldBytes = 49
    let workbook = try Workbook(SourceFile(name: "b.xlsx", bytes: maker.bytes), limits: limits)
    let error = try #require(throws: TableReadingError<ReadingError>.self) {
      try workbook.read(workbook.sheets[0]) { (_: SheetRow) throws(ReadingError) in true }
    }
    #expect(error.fault.reason == .cellTooLong(limit: 49))
  }

  @Test(arguments: ["", "A1:", "B1:A1", "A0:B1", "A1:XFE1", "A1:B2:C3"])
  func refusesAreasThatNoSheetHas(area: String) throws {
    let maker = WorkbookMaker(sheets: [
      .init("S", rows: [["a"]], after: "<mergeCells><mergeCell ref=\"\(area)\"/></mergeCells>")
    ])
    let workbook = try WorkbookTests.open(maker)
    let error = try #require(throws: ReadingError.self) { try workbook.mergedAreas(of: workbook.sheets[0]) }
    #expect(error.location.file == "b.xlsx!xl/worksheets/sheet0.xml")
  }

  /// No byte of a workbook changed by chance crashes or hangs the reader.
  @Test func survivesRandomChanges() throws {
    let maker = WorkbookMaker(
      sheets: [.init("S", rows: [["a", "b"], ["c", nil, "d"]])], shared: ["<t>x</t>"],
      styles: "<cellXfs><xf/></cellXfs>")
    let bytes = maker.bytes
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        changed[Int.random(in: 0..<changed.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let workbook = try? Workbook(SourceFile(name: "b.xlsx", bytes: changed)) else { continue }
      for sheet in workbook.sheets {
        _ = try? workbook.mergedAreas(of: sheet)
        try? workbook.read(sheet) { (_: SheetRow) throws(ReadingError) in true }
      }
    }
  }
}
