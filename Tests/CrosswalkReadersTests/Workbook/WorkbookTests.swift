import CrosswalkModel
import Testing

@testable import CrosswalkReaders

@Suite struct WorkbookTests {
  static func open(_ maker: WorkbookMaker) throws(ReadingError) -> Workbook {
    try Workbook(SourceFile(name: "b.xlsx", bytes: maker.bytes))
  }

  /// The rows of the first sheet as `B2=text`.
  static func cells(_ maker: WorkbookMaker) throws -> [String] {
    let workbook = try open(maker)
    var cells: [String] = []
    do {
      try workbook.read(workbook.sheets[0]) { (row: SheetRow) throws(Never) in
        cells += row.cells.map { "\(row.number):\($0.column)=\($0.text)" }
        return true
      }
    } catch { throw error.fault }
    return cells
  }

  private func cells(_ xml: String, shared: [String] = [], styles: String = "", properties: String = "")
    throws
    -> [String]
  {
    try Self.cells(
      WorkbookMaker(
        sheets: [.init("S", "<sheetData>\(xml)</sheetData>")], shared: shared, styles: styles,
        properties: properties))
  }

  @Test func readsEveryTypeOfCellAsText() throws {
    let row = """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>\
      <c r="C1" t="str"><f>A1&amp;"x"</f><v>made</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c>\
      <c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="d"><v>2024-02-29T10:00:00</v></c><c r="H1"><v>7</v></c></row>
      """
    let read = try cells(row, shared: ["<t>zero</t>", "<t>one</t>"])
    #expect(
      read == [
        "1:1=one", "1:2=in line", "1:3=made", "1:4=TRUE", "1:5=FALSE", "1:6=#N/A", "1:7=2024-02-29T10:00:00",
        "1:8=7",
      ])
  }

  /// Row C10 of the adversarial table.
  @Test(arguments: ["1E5", "0012", "1.0", "1234567890123456", "2.2999999999999998", "-0", "1e-7"])
  func keepsNumbersAsTheFileSpellsThem(number: String) throws {
    #expect(try cells("<row r=\"1\"><c r=\"A1\"><v>\(number)</v></c></row>") == ["1:1=\(number)"])
    let text = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
    #expect(try cells(text, shared: ["<t>\(number)</t>"]) == ["1:1=\(number)"])
  }

  @Test(arguments: [
    (14, "45292", "2024-01-01"), (14, "45351", "2024-02-29"), (22, "45292.5", "2024-01-01T12:00:00"),
    (14, "1", "1900-01-01"), (14, "59", "1900-02-28"), (14, "61", "1900-03-01"), (14, "60", "60"),
    (21, "0.25", "06:00:00"), (164, "45292", "2024-01-01"), (165, "45292", "45292"), (166, "1.5", "1.5"),
    (0, "45292", "45292"), (10, "0.5", "0.5"), (14, "-3", "-3"), (14, "1e300", "1e300"), (14, "nan", "nan"),
    (14, "2958465", "9999-12-31"), (167, "0.5", "0.5"), (14, "45291.9999999", "2024-01-01"),
  ])
  func makesDaysOfNumbersWhereTheStyleShowsADate(format: Int, number: String, text: String) throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/>\
      <numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>\
      <numFmt numFmtId="167" formatCode="General"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
      """
    let row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>"
    #expect(try cells(row, styles: styles) == ["1:1=\(text)"])
  }

  @Test func countsDaysFrom1904WhereTheWorkbookDoes() throws {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let row = "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>0</v></c><c r=\"B1\"><v>43830</v></c></row>"
    let read = try cells(row, styles: styles, properties: "<workbookPr date1904=\"1\"/>")
    #expect(read == ["1:1=1904-01-01", "1:2=2024-01-01"])
  }

  @Test func joinsRunsLeavesReadingsOutAndResolvesEscapes() throws {
    let shared = [
      "<r><rPr><b/></rPr><t>AC</t></r><r><t>-2</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh><phoneticPr/>",
      "<t>a_x000A_b _x005F_x000A_ _x0007_ _xZZZZ_ _</t>", "<t/>",
    ]
    let row = (0..<3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try cells("<row>\(row)</row>", shared: shared) == ["1:1=AC-2", "1:2=a\nb _x000A_ _x0007_ _xZZZZ_ _"])
  }

  @Test func placesCellsByTheirNamesWhateverTheirOrder() throws {
    let xml = """
      <row r="3"><c r="D3"><v>4</v></c><c r="B3"><v>2</v></c><c><v>3</v></c></row><row><c><v>9</v></c></row>\
      <row r="1048576"><c r="XFD1048576"><v>1</v></c></row>
      """
    #expect(try cells(xml) == ["3:2=2", "3:3=3", "3:4=4", "4:1=9", "1048576:16384=1"])
  }

  @Test func listsSheetsInTheOrderOfTheirTabsAndWhatIsNoSheetOfCells() throws {
    var maker = WorkbookMaker(sheets: [
      .init("Two & a half", rows: []), .init("Hidden", rows: [], state: "hidden"), .init("Chart", rows: []),
    ])
    maker.sheets[0].name = "Two &amp; a half"
    maker.parts["xl/_rels/workbook.xml.rels"] = WorkbookMaker.relationships([
      ("s0", "worksheet", "./worksheets/../worksheets/sheet0.xml"),
      ("s1", "worksheet", "/xl/worksheets/SHEET1.xml"),
      ("s2", "chartsheet", "worksheets/sheet2.xml"),
    ])
    maker.parts["xl/vbaProject.bin"] = "macros"
    let workbook = try Self.open(maker)
    #expect(workbook.sheets.map(\.name) == ["Two & a half", "Hidden"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    #expect(workbook.leftOut == ["chartsheet \"Chart\"", "macros"])
  }

  @Test func saysWhatCellsAreBesidesText() throws {
    let xml = """
      <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>X()</f></c><c r="C1" t="str"><f>T()</f><v></v></c>\
      <c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" s="0"><v>60</v></c></row>
      """
    let maker = WorkbookMaker(
      sheets: [.init("S", "<sheetData>\(xml)</sheetData>")],
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    let workbook = try Self.open(maker)
    var notes: [SheetCell.Note?] = []
    try workbook.read(workbook.sheets[0]) { (row: SheetRow) throws(ReadingError) in
      notes += row.cells.map(\.note)
      return true
    }
    #expect(notes == [.formula, .formulaWithoutValue, .formula, .error, .noDate])
  }

  @Test func readsMergedAreas() throws {
    let maker = WorkbookMaker(sheets: [
      .init(
        "S", rows: [["a"]],
        after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"D4\"/></mergeCells>")
    ])
    let workbook = try Self.open(maker)
    let areas = try workbook.mergedAreas(of: workbook.sheets[0])
    #expect(areas.map(\.columns) == [1...3, 4...4])
    #expect(areas.map(\.rows) == [1...2, 4...4])
  }

  @Test func stopsWhereTheReceiverHasSeenEnough() throws {
    let workbook = try Self.open(WorkbookMaker(sheets: [.init("S", rows: [["a"], ["b"], ["c"]])]))
    var rows = 0
    try workbook.read(workbook.sheets[0]) { (_: SheetRow) throws(ReadingError) in
      rows += 1
      return rows < 2
    }
    #expect(rows == 2)
  }
}
