import Testing

@testable import CrosswalkReaders

@Suite struct XMLLocationTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesAtEveryKindOfLineEnd(lineEnd: String) {
    let source = MarkedSource(
      "⟦a⟧<a>⏎é𝄞 ⟦b⟧<b⏎ id='1'⏎/>⏎⏎  ⟦c⟧<c>⏎⟦/c⟧</c>⟦/a⟧</a>".replacing("⏎", with: lineEnd))
    for pieceSize in [1, 2, 3, 64 << 10] {
      let tags = readXML(source.text, pieceSize: pieceSize).events.filter { !$0.hasPrefix("\"") }
      #expect(
        tags == [
          "<a \(source["a"])", "<b \(source["b"]) id=1", "/b \(source["b"])", "<c \(source["c"])",
          "/c \(source["/c"])", "/a \(source["/a"])",
        ])
    }
  }

  @Test(arguments: [
    "<a ⟦!⟧< b='1'/>", "<a>\n<b>\n⟦!⟧</a>", "<a>\n\n⟦!⟧&nope;</a>", "<a>\n</a>\n⟦!⟧x", "<a>\n</a>\n⟦!⟧<b/>",
    "<a\r\n b='1'\r\n b='2'⟦!⟧/>", "<a>é<b/>ü<c>⟦!⟧</d></c></a>", "⟦!⟧x", "<a>\n<b>text⟦!⟧",
    "<a/>\n\n⟦!⟧&amp;",
  ])
  func pointsAtTheFault(marked: String) {
    let source = MarkedSource(marked)
    for pieceSize in [1, 4, 64 << 10] {
      let outcome = readXML(source.text, pieceSize: pieceSize)
      #expect(outcome.place == source["!"], "\(outcome.error.map { $0.diagnostic.line } ?? "accepted")")
    }
  }

  @Test func knowsLinesBeyondTheLimitOfLibxml2() {
    let text = "<a>" + String(repeating: "<b/>\n", count: 70_000) + "<c></d></a>"
    #expect(faultOfXML(Array(text.utf8))?.location.line == 70_001)
  }

  @Test func findsFaultsOnTheFirstTheMiddleAndTheLastLineOfALongFile() {
    let lines = ["<a>"] + (2...9_999).map { "<b id='\($0)'>text of a line</b>" } + ["</a>"]
    for (line, fault) in [(1, "<a x>"), (5_000, "<b id='1'>&</b>"), (10_000, "</ab>")] {
      var broken = lines
      broken[line - 1] = fault
      for lineEnd in ["\n", "\r\n", "\r"] {
        #expect(faultOfXML(Array(broken.joined(separator: lineEnd).utf8))?.location.line == line)
      }
      let before = broken[..<(line - 1)].joined().utf8.count
      let column = faultOfXML(Array(broken.joined().utf8))?.location.column ?? 0
      #expect((before + 1...before + fault.utf8.count + 1).contains(column))
    }
  }

  @Test func everyPlaceOfAGeneratedDocumentAgreesWithCounting() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      var marked = "⟦0⟧<a>"
      for index in 1...200 {
        let filler = ["", "é", "\n", "\r\n", "\r", "text ", "<!-- < \n -->", "<![CDATA[<\r\n]]>"]
        marked += filler.randomElement(using: &random)! + "⟦\(index)⟧<b\n id='\(index)'/>"
      }
      let source = MarkedSource(marked + "</a>")
      let starts = readXML(source.text, pieceSize: .random(in: 1...300)).events.filter { $0.hasPrefix("<b") }
      #expect(starts == (1...200).map { "<b \(source["\($0)"]) id=\($0)" })
    }
  }
}
