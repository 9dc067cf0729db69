import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// What every importer must do, whatever its format.
@Suite struct ImporterComplianceTests {
  /// Every place is one that an editor can jump to.
  private func checkPlaces(
    _ outcome: ImporterUnderTest.Outcome, of importer: ImporterUnderTest, in bytes: [UInt8]
  ) {
    let isText = importer.isText
    let lines = isText ? bytes.count { $0 == 0x0A || $0 == 0x0D } + 1 : .max
    for place in outcome.places {
      if let further = importer.further, place.file.hasSuffix(further) { continue }
      #expect(place.file.hasPrefix("sample"), "\(place)")
      #expect((1...lines).contains(place.line), "\(place)")
      #expect(place.column >= 1 && (!isText || place.column <= bytes.count + 1), "\(place)")
    }
  }

  @Test(arguments: ImporterUnderTest.all)
  func importsItsSampleTheSameEveryTime(_ importer: ImporterUnderTest) throws {
    let bytes = try importer.bytes()
    let outcome = importer.outcome(of: bytes)
    #expect(outcome.error == nil)
    #expect(outcome.nodes.count + outcome.graph.claims.count > 0)
    checkPlaces(outcome, of: importer, in: bytes)
    #expect(importer.outcome(of: bytes).content == outcome.content)
    #expect(importer.outcome(of: bytes).places == outcome.places)
  }

  /// A file that was cut gives an error with its place, or, where the rest is a whole file, less of the same.
  @Test(arguments: ImporterUnderTest.all)
  func everyCutIsAnErrorOrGivesLess(_ importer: ImporterUnderTest) throws {
    let bytes = try importer.bytes()
    let whole = importer.outcome(of: bytes)
    for end in bytes.indices {
      let cut = importer.outcome(of: Array(bytes[..<end]))
      checkPlaces(cut, of: importer, in: Array(bytes[..<end]))
      if cut.error != nil {
        #expect(cut.graph.catalogs.isEmpty, "an error leaves a catalog behind, cut at \(end)")
      } else {
        #expect(cut.nodes.count <= whole.nodes.count && cut.graph.claims.count <= whole.graph.claims.count)
      }
    }
  }

  @Test(arguments: ImporterUnderTest.all, 0..<4)
  func noBrokenFileCrashesOrHasAnErrorWithoutAPlace(_ importer: ImporterUnderTest, seed: Int) throws {
    let bytes = try importer.bytes()
    let alphabet = Array("<>&;\"'=/!?-[]{}:,#x \r\n\té\u{0}".utf8) + [0xFF, 0xC3, 0xEF]
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<broken.count, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: broken[place] = byte
        case 1: broken.insert(byte, at: place)
        case 2: broken.removeSubrange(place..<min(place + 7, broken.count))
        default: broken.insert(contentsOf: broken[place..<min(place + 40, broken.count)], at: place)
        }
        if broken.isEmpty { broken = [byte] }
      }
      checkPlaces(importer.outcome(of: broken), of: importer, in: broken)
    }
  }

  @Test(arguments: ImporterUnderTest.all.filter(\.isText))
  func lineEndsAndAByteOrderMarkChangeNothing(_ importer: ImporterUnderTest) throws {
    let text = String(decoding: try importer.bytes(), as: UTF8.self).replacing("\r\n", with: "\n")
    let plain = importer.outcome(of: Array(text.utf8))
    let unix = Array(text.utf8)
    let windows = Array(text.replacing("\n", with: "\r\n").utf8)
    let marked = [0xEF, 0xBB, 0xBF] + unix
    for other in [windows, marked].map({ importer.outcome(of: $0) }) {
      #expect(other.error == nil)
      #expect(other.content == plain.content)
      #expect(other.places == plain.places)
    }
  }

  @Test(arguments: ImporterUnderTest.all)
  func whatIsNoFileOfTheFormatIsRefused(_ importer: ImporterUnderTest) throws {
    let others = [
      "", " \n", "<!DOCTYPE html><html><body>Not found</body></html>", "{}", "<a/>", "\u{1F}\u{8B}\u{8}\u{0}",
      "PK\u{3}\u{4}",
    ]
    for other in others {
      let outcome = importer.outcome(of: Array(other.utf8))
      #expect(outcome.error != nil, "\(other)")
      #expect(outcome.graph.catalogs.isEmpty && outcome.graph.claims.isEmpty)
    }
  }

  @Test(arguments: ImporterUnderTest.all)
  func theLimitOfAFileHolds(_ importer: ImporterUnderTest) throws {
    let bytes = try importer.bytes()
    let outcome = importer.outcome(of: bytes, limits: .standard.with(fileBytes: bytes.count - 1))
    guard case .reading(let error) = outcome.error?.reason else {
      Issue.record("no error of the reader")
      return
    }
    #expect(error.reason == .tooLarge(limit: bytes.count - 1))
    // A further file may be larger than the sample.
    guard importer.further == nil else { return }
    #expect(importer.outcome(of: bytes, limits: .standard.with(fileBytes: bytes.count)).error == nil)
  }
}
