import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct WorkbookTests {
  /// What a spreadsheet might run, link, or not be able to hold.
  static let hostile = [
    "=1+1", "=HYPERLINK(\"https://example.org\")", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3",
    "https://example.org",
    "mailto:a@example.org", "file:///etc/passwd", "a ]]> b", "<c><f>1+1</f></c>", "&amp; & <b>", "_x0041_",
    "_x005F_x0041_", "__x0041_", "_x00e9_", "_xZZZZ_", " leading and trailing ", "two\nlines\tand a tab",
    "0042",
    "1e5", "TRUE", "2026-11-23", "'quoted", "\u{202E}abc", "監視計画 🧭", "#REF!",
  ]

  @Test func textsComeBackAsTheyWere() throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts(Self.hostile)]))
    let sheets = try WorkbookSample.read(bytes)
    #expect(sheets.map(\.name) == ["Texts"])
    #expect(sheets[0].rows.map { $0[1] ?? "" } == ["Text"] + Self.hostile)
    #expect(sheets[0].notes.isEmpty, "no formula, no error value")
  }

  @Test func nothingInTheFileCanRunOrLink() throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts(Self.hostile)]))
    let parts = try WorkbookSample.parts(bytes)
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(!sheet.contains("<f>") && !sheet.contains("<hyperlink") && !sheet.contains("<f "))
    // Each text stands in its cell: no other reading of it is possible.
    #expect(sheet.split(separator: "t=\"inlineStr\"").count - 1 == Self.hostile.count + 1)
    #expect(
      !parts.keys.contains {
        $0.contains("externalLink") || $0.contains("vba") || $0.contains("sharedStrings")
      })
    for (path, text) in parts where path.hasSuffix(".rels") {
      #expect(!text.contains("TargetMode=\"External\""), "\(path)")
    }
  }

  @Test(arguments: [
    ("a\u{1}b", "a\u{FFFD}b"), ("nul\0", "nul\u{FFFD}"), ("\u{1B}[31m", "\u{FFFD}[31m"),
    ("x\u{FFFE}y\u{FFFF}", "x\u{FFFD}y\u{FFFD}"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
  ])
  func whatXMLCannotHoldIsReplaced(text: String, expected: String) throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts([text])]))
    #expect(try WorkbookSample.read(bytes)[0].rows[1][1] == expected)
  }

  @Test(arguments: ["a", "é", "🧭", "_x0041_", "監"])
  func aTextThatIsTooLongEndsWithANote(unit: String) throws {
    let long = String(repeating: unit, count: 40_000)
    let (cell, isShortened) = CellText.cell(long)
    #expect(isShortened)
    #expect(cell.utf16.count <= CellText.longest)
    #expect(cell.utf16.count > CellText.longest - 16)
    #expect(cell.hasSuffix("see csv or json]"))
    #expect(cell.contains("\(long.unicodeScalars.count) characters long"))
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts([long])]))
    #expect(try WorkbookSample.read(bytes)[0].rows[1][1]?.hasPrefix(unit) == true)
  }

  @Test func theLongestTextThatFitsIsWhole() {
    let longest = String(repeating: "é", count: CellText.longest)
    #expect(CellText.cell(longest) == (longest, false))
    #expect(CellText.cell(longest + "x").isShortened)
  }

  @Test func cellsHaveTypes() throws {
    let values: [CellValue] = [
      .count(42), .share(0.136), .confidence(0.7), .number(1.25), .date(Sample.day("2026-07-27")),
      .date(Sample.day("1789-07-14")), .text("42"), .empty, .number(.nan),
    ]
    let columns = values.indices.map { index in TableColumn<[CellValue]>("c\(index)", 10) { $0[index] } }
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([.table("Types", columns, [values])]))
    let row = try WorkbookSample.read(bytes)[0].rows[1]
    #expect(
      row == [1: "42", 2: "0.136", 3: "0.7", 4: "1.25", 5: "2026-07-27", 6: "1789-07-14", 7: "42"])
    let sheet = try #require(try WorkbookSample.parts(bytes)["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("<v>42</v>"))
    #expect(sheet.contains("<t>42</t>"))
  }

  @Test(arguments: ["1901-01-01", "1999-12-31", "2000-02-29", "2026-11-23", "2100-03-01", "9999-12-31"])
  func daysComeBack(day: String) throws {
    let table = SheetContent.table("Days", [TableColumn<Int>("Day", 12) { _ in .date(Sample.day(day)) }], [0])
    #expect(
      try WorkbookSample.read(try WorkbookWriter.bytes(of: WorkbookSample.workbook([table])))[0].rows[1][1]
        == day)
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let report = Sample.gapReport
    #expect(try GapXLSXExporter().export(report) == GapXLSXExporter().export(report))
    let text = try #require(try WorkbookSample.parts(GapXLSXExporter().export(report))["docProps/core.xml"])
    #expect(text.contains("2026-11-01T00:00:00Z"), "the day of the report stands for the clock")
  }

  @Test func aTableLongerThanASheetGoesOn() throws {
    let texts = (1...25).map { "row \($0)" }
    let bytes = try WorkbookWriter.bytes(
      of: WorkbookSample.workbook([WorkbookSample.texts(texts)]), mostRows: 11)
    let sheets = try WorkbookSample.read(bytes)
    #expect(sheets.map(\.name) == ["Texts", "Texts (2)", "Texts (3)"])
    #expect(sheets.map(\.rows.count) == [11, 11, 6])
    #expect(sheets.flatMap { $0.rows.dropFirst().map { $0[1] ?? "" } } == texts)
  }

  @Test func aTableWithoutRowsIsStillATable() throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts([])]))
    #expect(try WorkbookSample.read(bytes)[0].rows == [[1: "Text"]])
  }

  @Test func sheetNamesAreLegalAndUnique() {
    var names = SheetNames()
    #expect(names.name(for: "Chapter III") == "Chapter III")
    #expect(names.name(for: "chapter iii") == "chapter iii (2)")
    #expect(names.name(for: "a[b]:c*d?e/f\\g") == "a(b)-c-d-e-f-g")
    #expect(names.name(for: "'quoted'") == "quoted")
    #expect(names.name(for: "") == "Sheet")
    #expect(names.name(for: "History") == "History (2)")
    #expect(names.name(for: "../../etc/passwd") == "..-..-etc-passwd")
    #expect(names.name(for: "a\u{1}\u{202E}b") == "ab")
    let long = String(repeating: "x", count: 40)
    #expect(names.name(for: long).utf16.count == 31)
    #expect(names.name(for: long) == String(repeating: "x", count: 27) + " (2)")
    #expect(names.name(for: String(repeating: "🧭", count: 20)) == String(repeating: "🧭", count: 15))
    #expect(names.name(for: String(repeating: " ", count: 31) + "'") == "Sheet (2)")
  }

  /// Excel reads `2!$A$1` in the definition of a filter as no reference, and calls the file damaged.
  @Test(arguments: ["2", "03.01", ".5", "A1", "xfd12", "R1C1", "c7", "R", "rc", "AC1.b"])
  func namesThatReadAsCellsAreQuotedWhereFormulasNameThem(label: String) throws {
    let bytes = try WorkbookWriter.bytes(
      of: WorkbookSample.workbook([WorkbookSample.texts(["x"], named: label)]))
    #expect(try WorkbookSample.read(bytes).map(\.name) == ["Part \(label)"])
    let formulas = try WorkbookSample.definedNames(bytes)
    #expect(!formulas.isEmpty)
    for formula in formulas { #expect(formula.hasPrefix("'Part \(label)'!$"), "\(formula)") }
  }

  @Test(arguments: ["GOVERN", "Annex14", "É1", "annex_iv", "ROC"])
  func otherNamesStayAsTheyAre(label: String) {
    var names = SheetNames()
    #expect(names.name(for: label) == label)
  }

  @Test(arguments: [
    String(repeating: "\u{200B}", count: 300), String(repeating: "a\u{301}\u{302}", count: 110),
    String(repeating: "&", count: 300), String(repeating: "_x0041", count: 50) + "_",
  ])
  func aTitleOfManyCodePointsFitsTheHeaderOfAPage(title: String) throws {
    var content = WorkbookSample.workbook([WorkbookSample.texts(["x"])])
    content.title = title
    #expect(try WorkbookSample.read(WorkbookWriter.bytes(of: content)).count == 1)
  }

  @Test func aWorkbookThatIsCutOffIsNoticed() throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookSample.workbook([WorkbookSample.texts(Self.hostile)]))
    #expect(WorkbookCheck.isWhole(bytes))
    #expect(!WorkbookCheck.isWhole(Array(bytes.dropLast(30))))
    var flipped = bytes
    flipped[bytes.count / 3] ^= 0xFF
    #expect(!WorkbookCheck.isWhole(flipped))
    #expect(!WorkbookCheck.isWhole([]))
  }

  @Test func rowsAreAsHighAsTheirPrintedTextsNeed() {
    let columns = [SheetColumn(title: "a", width: 10), SheetColumn(title: "b", width: 20)]
    func height(_ texts: String...) -> Double? {
      RowHeight.points(of: texts.map { StyledCell(.text($0)) }, columns: columns)
    }
    #expect(height("short", "short") == nil)
    #expect(height(String(repeating: "x", count: 25), "") == 45)
    #expect(height("", "one\ntwo") == 30)
    #expect(height("監視計画は文書化", "") == 30)
    #expect(height(String(repeating: "x", count: 5000), "") == 409)
    let title = [StyledCell(.text(String(repeating: "x", count: 500)), .title)]
    #expect(RowHeight.points(of: title, columns: columns) == 24)
  }

  /// LibreOffice shows the first rule that fits a cell and no other.
  @Test func coloursOfWordsGoBeforeTheLinesOfRows() throws {
    let parts = try WorkbookSample.parts(GapXLSXExporter().export(Sample.gapReport))
    let sheet = try #require(parts["xl/worksheets/sheet3.xml"])
    let blocks = sheet.split(separator: "<conditionalFormatting ").dropFirst().map(String.init)
    #expect(blocks.count == FindingColumns.printed(Sample.nist).count + 10, "one for each column")
    let verdicts = try #require(blocks.first { $0.contains("partly addressed") })
    let rules = verdicts.split(separator: "<cfRule ").dropFirst().map { $0.hasPrefix("type=\"cellIs\"") }
    #expect(rules == Array(repeating: true, count: Verdict.allCases.count) + [false])
  }
}
