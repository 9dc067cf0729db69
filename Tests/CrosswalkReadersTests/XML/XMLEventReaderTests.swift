import CrosswalkModel
import Testing

@testable import CrosswalkReaders

@Suite struct XMLEventReaderTests {
  @Test func tellsElementsTextAndInstructionsInDocumentOrder() {
    let outcome = readXML(
      """
      <?xml version="1.0"?><a xmlns="urn:x" id="1"><!-- no -->x &amp; <![CDATA[<y>]]>
      <?page 7?><p:b xmlns:p="urn:p" p:k="&#233;" c=" d "/></a>
      """)
    #expect(
      outcome
        == XMLOutcome(
          events: [
            "<a 1:22 {urn:x} id=1", "\"x & <y>\n\"", "?page 7 2:1", "<b 2:11 {urn:p} {urn:p}k=é c= d ",
            "/b 2:11",
            "/a 2:54",
          ], error: nil))
  }

  /// libxml2 hands an ampersand on as `&#38;`; asking twice must not resolve twice.
  @Test func ampersandsInValuesAreAmpersands() throws {
    struct Twice: XMLEventHandler {
      static let vocabulary = ["a"]
      var seen: [[String]] = []
      mutating func startElement(_ element: XMLElement) {
        for _ in 0..<2 { seen.append(element.attributes.map(\.value) + [element.string(0) ?? "none"]) }
      }
      mutating func endElement(_ element: XMLElementEnd) {}
      mutating func characters(_ bytes: UnsafeRawBufferPointer) {}
    }
    var handler = Twice()
    let text =
      "<x a='&amp;' b='&amp;#38;' c='1&#38;2&#x26;&amp;&lt;&amp;amp;' d='&amp;#3'><y a='&amp;#38;'/></x>"
    try XMLEventReader().read(SourceFile(name: "t", bytes: Array(text.utf8)), into: &handler)
    let outer = ["&", "&#38;", "1&2&&<&amp;", "&#3", "&"]
    #expect(handler.seen == [outer, outer, ["&#38;", "&#38;"], ["&#38;", "&#38;"]])
  }

  @Test func namesKnownElementsAttributesAndNamespacesByIndex() throws {
    struct Names: XMLEventHandler {
      static let vocabulary = ["control", "id", "control"]
      static let namespaces = ["urn:a", "urn:b"]
      var seen: [String] = []
      mutating func startElement(_ element: XMLElement) {
        let id = element.string(1) ?? "none"
        seen.append("\(element.name) \(element.namespaceIndex) \(id) \(element.attributes.map(\.name))")
      }
      mutating func endElement(_ element: XMLElementEnd) { seen.append("\(element.name)") }
      mutating func characters(_ bytes: UnsafeRawBufferPointer) {}
    }
    var names = Names()
    let text =
      "<control xmlns='urn:b' xmlns:q='urn:q' q:id='no' id='yes' x=''><q:control q:id='no'/><id/></control>"
    try XMLEventReader().read(SourceFile(name: "t", bytes: Array(text.utf8)), into: &names)
    #expect(names.seen == ["0 1 yes [1, 1, -1]", "0 -1 none [1]", "0", "1 1 none []", "1", "0"])
  }

  @Test func stopsWithoutAnErrorWhenTheHandlerHasSeenEnough() throws {
    struct Root: XMLEventHandler {
      static let vocabulary = ["a"]
      var name: String?
      var isFinished: Bool { name != nil }
      mutating func startElement(_ element: XMLElement) { name = element.localName }
      mutating func endElement(_ element: XMLElementEnd) { Issue.record("an event after the end") }
      mutating func characters(_ bytes: UnsafeRawBufferPointer) { Issue.record("an event after the end") }
    }
    var root = Root()
    try XMLEventReader().read(SourceFile(name: "t", bytes: Array("<z>text<broken</z>".utf8)), into: &root)
    #expect(root.name == "z")
  }

  @Test func handsOnWhatTheHandlerThrowsAndTellsItNothingMore() {
    struct Refusal: Error, Equatable { let line: Int }
    struct Refusing: XMLEventHandler {
      static let vocabulary: [String] = []
      var events = 0
      mutating func startElement(_ element: XMLElement) throws(Refusal) {
        events += 1
        if element.localName == "bad" { throw Refusal(line: element.line) }
      }
      mutating func endElement(_ element: XMLElementEnd) throws(Refusal) { events += 1 }
      mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Refusal) { events += 1 }
    }
    var handler = Refusing()
    do {
      try XMLEventReader().read(
        SourceFile(name: "t", bytes: Array("<a><b/>\n<bad/></a>".utf8)), into: &handler)
      Issue.record("nothing was thrown")
    } catch {
      if case .handler(let refusal) = error {
        #expect(refusal == Refusal(line: 2))
      } else {
        Issue.record("\(error)")
      }
    }
    #expect(handler.events == 5)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 16, 61, 64 << 10])
  func pieceBordersChangeNothing(pieceSize: Int) {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>\r\n<!-- ü < > -- -->\r<?go <a/>?>\n<a id="x > y" b='"'>é𝄞\r\n\
      <![CDATA[ ]] ]> <not> ]]>&lt;&#x1F600;<b\n id = '1'\n/><?p?><p:c xmlns:p="urn:known"></p:c>\r</a>\n<!-- e -->
      """.replacing(" -- ", with: " - ")
    let whole = readXML(text)
    #expect(whole.error == nil)
    #expect(readXML(text, pieceSize: pieceSize) == whole)
  }

  @Test func anInstructionInPlaceOfTheDeclarationIsAnInstruction() {
    let events = readXML("<?xml-stylesheet href='x'?>\n<?b?><a/>").events
    #expect(events.prefix(2) == ["?xml-stylesheet href='x' 1:1", "?b  2:1"])
  }

  @Test func readsAnEmptyVocabularyAndAThousandNames() throws {
    struct Many: XMLEventHandler {
      static let vocabulary = (0..<1000).map { "n\($0)" }
      var names: [Int] = []
      mutating func startElement(_ element: XMLElement) { names.append(element.name) }
      mutating func endElement(_ element: XMLElementEnd) {}
      mutating func characters(_ bytes: UnsafeRawBufferPointer) {}
    }
    var many = Many()
    let text = "<r>" + (0..<1000).reversed().map { "<n\($0)/>" }.joined() + "</r>"
    try XMLEventReader().read(SourceFile(name: "t", bytes: Array(text.utf8)), into: &many)
    #expect(many.names == [-1] + (0..<1000).reversed())
  }
}

extension String {
  func replacing(_ old: String, with new: String) -> String {
    var (result, rest) = ("", Substring(self))
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
