import CrosswalkModel
import Testing

@testable import CrosswalkReaders

/// What reading one JSON text comes to.
struct JSONOutcome: Equatable {
  var events: [String] = []
  var error: ReadingError?
}

/// Reads `bytes` as JSON: events as `line:column kind`, and the error at its end.
func readJSON(_ bytes: [UInt8], limits: ReadingLimits = .standard, pieceSize: Int = 64 << 10) -> JSONOutcome {
  var outcome = JSONOutcome()
  do throws(ReadingError) {
    var reader = try JSONEventReader(
      SourceFile(name: "a.json", bytes: bytes), limits: limits, pieceSize: pieceSize)
    while let event = try reader.next() {
      outcome.events.append("\(event.line):\(event.column) \(event.kind)")
    }
  } catch {
    outcome.error = error
  }
  return outcome
}

@Suite struct JSONEventReaderTests {
  private func read(_ text: String) -> JSONOutcome { readJSON(Array(text.utf8)) }

  @Test func tellsEveryEventWithItsPlace() {
    let text =
      "{ \"a\": [1, -2.50e+3,\r\n true,false ,null],\n\"é\":{\"b\\n\\u00e9\\ud83d\\ude00\": \"\\/x\\\"\"}, \"c\":[], \"d\":{} }\n"
    #expect(
      read(text)
        == JSONOutcome(events: [
          "1:1 beginObject", "1:3 name(\"a\")", "1:8 beginArray", "1:9 number(\"1\")",
          "1:12 number(\"-2.50e+3\")", "2:2 boolean(true)", "2:7 boolean(false)", "2:14 null",
          "2:18 endArray",
          "3:1 name(\"é\")", "3:6 beginObject", "3:7 name(\"b\\né😀\")", "3:32 string(\"/x\\\"\")",
          "3:39 endObject", "3:42 name(\"c\")", "3:46 beginArray", "3:47 endArray", "3:50 name(\"d\")",
          "3:54 beginObject", "3:55 endObject", "3:57 endObject",
        ]))
  }

  @Test(arguments: [
    ("{\"a\":1 ⟦x⟧\"b\":2}", JSONFault.commaExpected), ("{\"a\":1,⟦x⟧}", .trailingComma),
    ("[1,⟦x⟧]", .trailingComma), ("[⟦x⟧,1]", .valueExpected), ("{⟦x⟧,}", .nameExpected),
    ("{⟦x⟧a:1}", .nameExpected), ("{⟦x⟧'a':1}", .singleQuote), ("{\"a\" ⟦x⟧1}", .colonExpected),
    ("{\"a\":⟦x⟧}", .valueExpected), ("{\"a\":1}⟦x⟧}", .contentAfterValue),
    ("[1] ⟦x⟧[2]", .contentAfterValue),
    ("[1,⟦x⟧// two\n2]", .comment), ("[1⟦x⟧/* */]", .comment), ("[⟦x⟧NaN]", .notANumber),
    ("[⟦x⟧-Infinity]", .notANumber), ("[⟦x⟧01]", .leadingZero), ("[⟦x⟧-012]", .leadingZero),
    ("[⟦x⟧1.]", .malformedNumber), ("[⟦x⟧.5]", .malformedNumber), ("[⟦x⟧+1]", .malformedNumber),
    ("[⟦x⟧1e]", .malformedNumber), ("[⟦x⟧0x1F]", .malformedNumber), ("[⟦x⟧-]", .malformedNumber),
    ("[⟦x⟧True]", .unknownWord), ("[⟦x⟧nul]", .unknownWord), ("[\"a⟦x⟧\tb\"]", .controlCharacter),
    ("[\"a⟦x⟧\nb\"]", .controlCharacter), ("[\"⟦x⟧\\x41\"]", .unknownEscape),
    ("[\"⟦x⟧\\u00g0\"]", .unknownEscape), ("[\"⟦x⟧\\ud800\"]", .loneSurrogate),
    ("[\"⟦x⟧\\ud800\\u0041\"]", .loneSurrogate), ("[\"⟦x⟧\\udc00\"]", .loneSurrogate),
    ("[\"⟦x⟧\\u0000\"]", .escapedNUL), ("[1,\r\n⟦x⟧\"a", .unclosedString), ("[1,\n2⟦x⟧", .unclosedValue),
  ])
  func refusesWhatJSONDoesNotHave(marked: String, fault: JSONFault) {
    let source = MarkedSource(marked)
    let error = readJSON(Array(source.text.utf8)).error
    #expect(error?.reason == .malformedJSON(fault))
    #expect(error?.location.description == "a.json:" + source["x"])
    #expect(error?.diagnostic.message.contains(fault.rawValue) == true)
  }

  @Test func refusesANameThatStandsTwiceHoweverItIsSpelled() {
    let source = MarkedSource("{\"a\": {\"a\": 1},\n ⟦second⟧\"\\u0061\": 2}")
    let error = readJSON(Array(source.text.utf8)).error
    #expect(
      error?.reason == .duplicateName("a", firstSeen: SourceLocation(file: "a.json", line: 1, column: 2)))
    #expect(error?.location.description == "a.json:" + source["second"])
  }

  @Test func holdsItsLimits() {
    var limits = ReadingLimits.standard
    (limits.depth, limits.textBytes, limits.nameBytes, limits.jsonNames, limits.elements) = (2, 4, 3, 2, 6)
    func reason(_ text: String) -> ReadingError.Reason? {
      readJSON(Array(text.utf8), limits: limits).error?.reason
    }
    #expect(reason("[[\"abcd\"]]") == nil)
    #expect(reason("[[[]]]") == .valuesTooDeep(limit: 2))
    #expect(reason("[\"abcde\"]") == .textTooLong(limit: 4))
    #expect(reason("{\"abcd\":1}") == .nameTooLong(limit: 3))
    #expect(reason("[1234]") == .wordTooLong(limit: 3))
    #expect(reason("{\"a\":1,\"b\":2,\"c\":3}") == .tooManyNames(limit: 2))
    #expect(reason("[1,2,3,4,5,6]") == .tooManyValues(limit: 6))
  }

  @Test func readsUTF8AndUTF16WithTheirMarks() {
    let text = "{\"é\": \"😀\"}"
    let plain = read(text)
    #expect(plain.error == nil && plain.events.count == 4)
    #expect(readJSON([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == plain)
    let units = Array(text.utf16)
    #expect(readJSON([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == plain)
    #expect(readJSON([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == plain)
    #expect(readJSON(Array("[\"".utf8) + [0xC3, 0x28]).error?.reason.isAboutText == true)
    #expect(readJSON(Array("[\"a\0\"]".utf8)).error?.reason == .nulByte)
    #expect(readJSON([]).error?.reason == .empty)
    #expect(read("<a/>").error?.reason == .notJSON(.xml))
  }

  private static let document = Array(
    "{\"a\": [1.5e-3, true, null, \"x\\u00e9\\ud83d\\ude00\\\\\"],\r\n \"é\": {\"b\": [[], {}]}, \"c\": false}"
      .utf8)

  @Test func everyTruncationIsAnErrorAtTheEnd() {
    #expect(readJSON(Self.document).error == nil)
    for end in 0..<Self.document.count {
      let error = readJSON(Array(Self.document[..<end])).error
      #expect(error != nil, "\(end)")
      #expect((error?.location.line ?? 0) <= 2)
    }
  }

  @Test(arguments: 0..<10)
  func brokenJSONIsTheSameInPiecesOfAnySize(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("{}[]\",:\\u0aE+-.tnf \r\n/'é\u{1}".utf8) + [0xFF, 0]
    for _ in 0..<200 {
      var bytes = Self.document
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = alphabet.randomElement(using: &random) ?? 0
      }
      let whole = readJSON(bytes)
      for size in [1, 2, Int.random(in: 3...40, using: &random)] {
        #expect(
          readJSON(bytes, pieceSize: size) == whole, "\(size) \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func aLongLineAndALongStringTakeLinearTime() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let long = String(repeating: "\\\"x", count: count)
      let bytes = Array(("[" + String(repeating: "{\"a\":\"b\"},", count: count) + "\"\(long)\"]").utf8)
      return clock.measure { #expect(readJSON(bytes, pieceSize: 4 << 10).error == nil) }
    }
    _ = time(500)
    #expect(time(16_000) < time(2_000) * 40)
  }

  @Test func whatIsWrittenIsReadAgain() {
    var writer = JSONDocumentWriter()
    writer.beginObject()
    writer.name("a\"\\")
    writer.beginArray()
    writer.string("\u{1}\n\té😀/")
    writer.word("-1.0")
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    let bytes = writer.finish()
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "{\n  \"a\\\"\\\\\": [\n    \"\\u0001\\n\\té😀/\",\n    -1.0,\n    {}\n  ]\n}\n")
    #expect(readJSON(bytes).error == nil)
  }
}
