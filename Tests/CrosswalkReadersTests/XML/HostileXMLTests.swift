import CrosswalkModel
import Testing

@testable import CrosswalkReaders

/// Rows X01 to X25 of the adversarial table, as far as they concern the reader.
@Suite struct HostileXMLTests {
  @Test(arguments: [
    "⟦!⟧<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n  ⟦!⟧<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>",
    "<!-- c -->\n⟦!⟧<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a b='&z;'/>",
    "⟦!⟧<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/'> %p;]><a/>",
    "⟦!⟧<!DOCTYPE a PUBLIC '-//X//Y' 'http://127.0.0.1:9/'><a/>",
  ])
  func refusesADocumentTypeDeclarationBeforeReadingIt(marked: String) {
    let source = MarkedSource(marked)
    for pieceSize in [1, 9, 64 << 10] {
      let outcome = readXML(source.text, pieceSize: pieceSize)
      #expect(outcome.reason == .doctype)
      #expect(outcome.place == source["!"])
    }
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func refusesADocumentTypeDeclarationInUTF16(encoding: String) {
    let bytes = "<?xml version='1.0' encoding='UTF-16'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encoded(
      encoding)
    let outcome = readXML(bytes)
    #expect(outcome.reason == .doctype)
    #expect(outcome.place == "2:1")
  }

  @Test func aParameterEntityBombEndsAtOnce() {
    let levels = (1...20).map { "<!ENTITY % p\($0) '%p\($0 - 1);%p\($0 - 1);'>" }.joined()
    #expect(readXML("<!DOCTYPE a [<!ENTITY % p0 'x'>\(levels)%p20;]><a/>").reason == .doctype)
  }

  /// Libxml2 reports a well-formed document without errors after being stopped here: our own flag decides.
  @Test func theSecondNetStopsADeclarationThatPassedTheScanner() throws {
    let sink = XMLEventSink(
      vocabulary: [], namespaces: [], startElement: { _, _ in true }, endElement: { _, _ in true },
      characters: { _, _ in true }, processingInstruction: { _, _, _, _, _ in true })
    let text = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    let file = SourceFile(name: "t.xml", bytes: Array(text.utf8))
    let stream = try TextStream(file, convention: .xml, limits: .standard, pieceSize: 4096)
    let target = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)
    defer { target.deallocate() }
    let parser = try LibXMLPushParser(stream, sink: sink, handler: target, limits: .standard)
    let error = #expect(throws: ReadingError.self) { try parser.feedUnscanned() }
    #expect(error?.reason == .doctype)
  }

  @Test func ignoresIncludesSchemaLocationsAndStyleSheets() {
    let outcome = readXML(
      """
      <?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="urn:x http://127.0.0.1:9/x.xsd"><xi:include \
      xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></a>
      """)
    #expect(outcome.error == nil)
    #expect(outcome.events.contains { $0.hasPrefix("<include") && $0.contains("href=file:///etc/passwd") })
    #expect(!outcome.events.contains { $0.contains("root:") })
  }

  @Test(.timeLimit(.minutes(1)))
  func refusesAHundredThousandAttributesBeforeTheParserSeesThem() {
    let text = "<r>\n<a" + (0..<100_000).map { " b\($0)='1'" }.joined() + "/></r>"
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = faultOfXML(Array(text.utf8))
      #expect(error?.reason == .tooManyAttributes(limit: 512))
      #expect(error?.location == SourceLocation(file: "test.xml", line: 2, column: 1))
    }
    #expect(time < .seconds(1))
  }

  @Test func countsNamespaceDeclarationsAsAttributes() {
    let text = "<a" + (0..<20_000).map { " xmlns:n\($0)='urn:\($0)'" }.joined() + "/>"
    #expect(faultOfXML(Array(text.utf8))?.reason == .tooManyAttributes(limit: 512))
  }

  @Test func takesAttributesUpToTheLimit() {
    func tag(_ count: Int) -> [UInt8] {
      Array(
        "<a>\(String(repeating: "x", count: 70_000))<b\((0..<count).map { " b\($0)='>'" }.joined())/></a>"
          .utf8)
    }
    #expect(faultOfXML(tag(512)) == nil)
    #expect(faultOfXML(tag(513))?.reason == .tooManyAttributes(limit: 512))
  }

  @Test(arguments: [1, 199, 200, 201, 255, 256, 257, 5_000, 1_000_000])
  func takesElementsNestedUpToTheLimit(depth: Int) {
    let text = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    let error = faultOfXML(Array(text.utf8))
    if depth <= 200 {
      #expect(error == nil)
    } else {
      #expect(error?.reason == .tooDeep(limit: 200))
      #expect(error?.location.column == 601)
    }
  }

  @Test(arguments: [9_000_000, 11_000_000])
  func refusesLongAttributes(count: Int) {
    let error = faultOfXML(Array("<a>\n <b c='\(String(repeating: "x", count: count))'/></a>".utf8))
    #expect(error?.reason == .tagTooLong(limit: 1 << 20))
    #expect(error?.location == SourceLocation(file: "test.xml", line: 2, column: 2))
  }

  @Test(arguments: [("", ""), ("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?p ", "?>")])
  func refusesLongTexts(before: String, after: String) {
    let error = faultOfXML(
      Array("<a>\(before)\(String(repeating: "x\n", count: 5_500_000))\(after)</a>".utf8))
    #expect(error?.reason == .textTooLong(limit: 10_000_000))
    let shorter = String(repeating: "x\n", count: 4_900_000)
    #expect(faultOfXML(Array("<a>\(before)\(shorter)\(after)</a>".utf8)) == nil)
  }

  @Test(arguments: ["<NAME/>", "<a NAME='1'/>", "<a><?NAME x?></a>", "<NAME:a xmlns:NAME='urn:x'/>"])
  func refusesLongNames(form: String) {
    for length in [1_025, 3_000, 60_000] {
      let text = form.replacing("NAME", with: String(repeating: "n", count: length))
      #expect(faultOfXML(Array(text.utf8))?.reason == .nameTooLong(limit: 1_024), "\(length)")
    }
    let text = form.replacing("NAME", with: String(repeating: "n", count: 1_018))
    #expect(faultOfXML(Array(text.utf8)) == nil)
  }

  /// What is cheap to write must be cheap to read: nothing here may cost more than its length.
  @Test(
    arguments: [
      "<?a?>", "<!---->", "<!-->-->", "<a/>", "<a>\r</a>", "?", "!", "&lt;", "<![CDATA[]]>", "<!--\n-->",
      "<a b='>'/>",
    ], [1, 20])
  func repetitionCostsNoMoreThanItsLength(unit: String, padding: Int) {
    let space = String(repeating: " ", count: padding * 60)
    let count = 4_000_000 / (unit.utf8.count + space.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure {
      let text = Array(("<r>" + String(repeating: unit + space, count: count) + "</r>").utf8)
      #expect(faultOfXML(text) == nil)
    }
    #expect(time < .seconds(20))
  }

  @Test func streamsMillionsOfSiblingsAndLimitsThem() {
    let text = Array(("<r>" + String(repeating: "<a/>\n", count: 1_000_000) + "</r>").utf8)
    var limits = ReadingLimits.standard
    #expect(faultOfXML(text, limits: limits) == nil)
    limits.elements = 1_000
    let error = faultOfXML(text, limits: limits)
    #expect(error?.reason == .tooManyElements(limit: 1_000))
    #expect(error?.location.line == 1_000)
  }

  @Test(
    arguments: [
      ("gzip", [0x1F, 0x8B, 8, 0], ReadingError.Reason.notXML(.gzip)),
      ("zip", [0x50, 0x4B, 3, 4], .notXML(.zip)),
      ("web page", Array("\n<!doctype HTML><html>".utf8), .notXML(.html)),
      ("JSON", Array("{\"catalog\": {}}".utf8), .notXML(.json)), ("nothing", [], .empty),
      ("white space", Array(" \n\t\r\n".utf8), .empty), ("only a mark", [0xEF, 0xBB, 0xBF], .empty),
    ] as [(String, [UInt8], ReadingError.Reason)])
  func saysWhatAFileIsThatIsNotXML(what: String, bytes: [UInt8], reason: ReadingError.Reason) {
    #expect(readXML(bytes).reason == reason)
  }

  @Test(arguments: [
    "<a/>x", "<a/><b/>", " <?xml version='1.0'?><a/>", "<a b='1' b='2'/>", "<p:a/>", "<a p:b='1'/>",
    "<a>&b;</a>",
    "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a xmlns:p=''/>", "<a>&#1;</a>", "<a>&#xD800;</a>",
    "<a>]]></a>", "<a b='<'/>", "<a><b></a></b>", "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<!-- a -- b --><a/>",
    "<?xml version='1.0' encoding='UTF-8' standalone='maybe'?><a/>", "<a", "<a>", "<", "<!", "<!-",
    "<a/><!--",
    "<a:b:c xmlns:a='u'/>", "<1/>", "<?xml version='1.0'?>", "<xml:a xmlns:xml='u'/>",
  ])
  func refusesWhatIsNotWellFormed(text: String) {
    for pieceSize in [1, 2, 64 << 10] {
      let error = readXML(text, pieceSize: pieceSize).error
      #expect(error != nil)
      #expect(error?.exitStatus == .data)
    }
  }

  @Test func everyTruncationOfADocumentIsRefused() {
    let text =
      "<?xml version=\"1.0\"?>\r\n<!-- c --><a b=\"é\"><?p q?><![CDATA[x]]>t&amp;<p:c xmlns:p='u'/></a>"
    let bytes = Array(text.utf8)
    #expect(readXML(bytes).error == nil)
    for count in bytes.indices {
      for pieceSize in [1, 64 << 10] {
        let error = readXML(Array(bytes[..<count]), pieceSize: pieceSize).error
        #expect(error != nil, "accepted the first \(count) bytes")
        #expect(error.map { $0.location.line >= 1 && $0.location.column >= 1 } == true)
      }
    }
  }
}

extension LibXMLPushParser {
  /// Feeds the first piece without looking at it, as a scanner with a hole would.
  borrowing func feedUnscanned() throws(ReadingError) {
    _ = try state.pointee.text.readMore()
    _ = try feed(through: 40)
  }
}

extension String {
  /// The text in UTF-16 with its byte order mark.
  func encoded(_ encoding: String) -> [UInt8] {
    ([0xFEFF] + Array(utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return encoding == "UTF-16LE" ? pair : pair.reversed()
    }
  }
}
