import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkExporters

/// The order that the schema has for the children of elements: Word calls a file damaged that breaks it, others do not.
@Suite struct WordSchemaTests {
  /// ECMA-376, part 1, annex A.1, as far as the toolkit writes it or puts something in between.
  private static let orders: [String: [String]] = [
    "pPr": [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
      "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "bidi", "spacing", "ind",
      "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr",
    ],
    "rPr": [
      "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color", "spacing", "sz", "szCs", "u", "lang",
    ],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "tcMar", "vAlign"],
    "trPr": ["cantSplit", "tblHeader"],
    "numbering": ["abstractNum", "num", "numIdMacAtCleanup"],
    "num": ["abstractNumId", "lvlOverride"],
  ]

  /// Says which children stand out of order.
  private struct Order: XMLEventHandler {
    static let vocabulary: [String] = []
    static let namespaces: [String] = []
    var faults: [String] = []
    private var open: [(name: String, last: Int)] = []

    mutating func startElement(_ element: XMLElement) throws(Never) {
      if let parent = open.last, let order = WordSchemaTests.orders[parent.name] {
        let place = order.firstIndex(of: element.localName) ?? -1
        let repeats = ["abstractNum", "num", "lvlOverride"].contains(element.localName)
        if place < parent.last || place == parent.last && !repeats {
          faults.append("\(element.localName) in \(parent.name)")
        }
        open[open.count - 1].last = place
      }
      open.append((element.localName, -1))
    }
    mutating func endElement(_ element: XMLElementEnd) throws(Never) { open.removeLast() }
    mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
  }

  private func faults(_ file: [UInt8]) throws -> [String] {
    var faults: [String] = []
    for part in try WordPackage(file, name: "out.docx").parts where part.path.hasPrefix("word/") {
      var order = Order()
      try XMLEventReader().read(SourceFile(name: part.path, bytes: part.bytes), into: &order)
      faults += order.faults.map { "\(part.path): \($0)" }
    }
    return faults
  }

  @Test func keepsTheOrderInADocumentFromAnOutline() throws {
    #expect(try faults(WordOutlineSample.template().render(WordOutlineSample.fields())) == [])
  }

  @Test(arguments: [
    ("<w:keepNext/>", "<w:keepNext/><w:pageBreakBefore/>"),
    (
      "<w:keepNext/><w:keepLines/><w:jc w:val=\"center\"/>",
      "<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:jc w:val=\"center\"/>"
    ),
    (
      "<w:pageBreakBefore w:val=\"0\"/><w:jc w:val=\"center\"/>",
      "<w:pageBreakBefore/><w:jc w:val=\"center\"/>"
    ),
    ("", "<w:pageBreakBefore/>"),
  ])
  func beginsThePageWhereTheSchemaHasIt(_ properties: String, _ written: String) throws {
    let breaks = WordMarkup.paragraph("TableGap", "<w:r><w:br w:type=\"page\"/></w:r>")
    let heading = WordMarkup.paragraph("Heading1", WordMarkup.run("x"), properties: properties)
    let file = try WordSample.template(WordSample.p("a") + breaks + heading).render([:])
    let document = try WordSample.part("word/document.xml", of: file)
    #expect(document.contains("<w:pStyle w:val=\"Heading1\"/>\(written)</w:pPr>"))
    #expect(document.matches("w:type=\"page\"") == 0)
    #expect(try faults(file) == [])
  }
}
