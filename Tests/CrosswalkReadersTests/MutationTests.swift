import CrosswalkModel
import Testing

@testable import CrosswalkReaders

/// Documents broken at random: nothing crashes, places lie inside of the text, and piece borders change nothing.
@Suite struct MutationTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>\r\n<!-- a - b --><catalog xmlns="urn:c" id='1'>\n\
    <?page 7?><group id="é"><![CDATA[ ]] > <x> ]]>text &amp; &#233;<p:a xmlns:p="urn:p" p:b="x > y"/></group>\r\
    <!-- <no> --><!--> odd --><!---> odder --><b>1 < 2</b></catalog>\n
    """.replacing("1 < 2", with: "1 &lt; 2")
  private static let table = "id,\"title\"\r\n1,\"two\nlines, \"\"é\"\"\"\n\n2,\r3,\"\"\n4,x\n"
  private static let alphabet =
    Array("<>&;\"'=/!?-[]DOCTYPE#x \r\n\t,é\u{0}".utf8) + [0xFF, 0xC3, 0xEF, 0xFE]

  private func mutate(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = Self.alphabet.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(place + 9, bytes.count))
      default: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
      }
      if bytes.isEmpty { bytes = [byte] }
    }
    return bytes
  }

  private func checkPlace(_ location: CrosswalkModel.SourceLocation?, in bytes: [UInt8]) {
    guard let location else { return }
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    #expect(location.line >= 1 && location.line <= lines)
    #expect(location.column >= 1 && location.column <= bytes.count + 1)
  }

  @Test(arguments: 0..<20)
  func brokenXMLIsTheSameInPiecesOfAnySize(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      let bytes = mutate(Self.document, &random)
      let whole = readXML(bytes)
      checkPlace(whole.error?.location, in: bytes)
      for size in [1, Int.random(in: 2...40, using: &random)] {
        let pieces = readXML(bytes, pieceSize: size)
        let text = String(decoding: bytes, as: UTF8.self)
        // Before a wrong byte the parser may still wait for more of a tag: then either fault is told.
        let isWrongText = [pieces, whole].contains { $0.reason?.isAboutText == true }
        if isWrongText {
          #expect(pieces.error != nil && whole.error != nil, "\(size): \(text)")
        } else {
          #expect(pieces == whole, "\(size): \(text)")
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func brokenCSVIsTheSameInPiecesOfAnySize(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let dialect = CSVDialect(delimiter: .comma)
    for _ in 0..<300 {
      let bytes = mutate(Self.table, &random)
      let whole = readCSV(bytes, dialect: dialect)
      checkPlace(whole.error?.location, in: bytes)
      for size in [1, Int.random(in: 2...20, using: &random)] {
        #expect(readCSV(bytes, dialect: dialect, pieceSize: size) == whole)
      }
    }
  }
}

extension ReadingError.Reason {
  var isAboutText: Bool {
    switch self {
    case .invalidText, .nulByte: true
    default: false
    }
  }
}
