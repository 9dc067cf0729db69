import CrosswalkDigest
import CrosswalkModel

/// Puts in order what a program writes into a PDF about the clock and about itself.
///
/// The day of making becomes a given one, and the identifiers, which programs draw at random or from the clock, follow
/// from the content. Every value keeps its length, so that the places in the file stay right. Nothing inside of
/// streams is touched.
enum PDFIdentity {
  /// `pdf` with the given day and with identifiers made of its content.
  static func settled(_ pdf: [UInt8], day: CalendarDate) -> [UInt8] {
    var pdf = pdf
    var identifiers: [Range<Int>] = []
    let digits = Array(day.description.utf8.filter { $0 != UInt8(ascii: "-") })
    for range in regionsOutsideStreams(pdf) {
      for name in ["/CreationDate", "/ModDate"] {
        for place in places(of: name, pdf, range) {
          let value = run(in: pdf, after: place, skipping: " (D:", of: isDigit, within: range)
          for (offset, index) in value.enumerated() {
            pdf[index] = offset < digits.count ? digits[offset] : UInt8(ascii: "0")
          }
        }
      }
      for place in places(of: "/DocChecksum", pdf, range) {
        identifiers.append(run(in: pdf, after: place, skipping: " /", of: isHexadecimal, within: range))
      }
      for place in places(of: "/ID", pdf, range) {
        let first = run(in: pdf, after: place, skipping: " \r\n[<", of: isHexadecimal, within: range)
        let second = run(
          in: pdf, after: first.upperBound, skipping: " \r\n><", of: isHexadecimal, within: range)
        identifiers += [first, second]
      }
    }
    for index in identifiers.joined() { pdf[index] = UInt8(ascii: "0") }
    let digest = Array(ContentDigest.hexadecimal(ContentDigest.sha256(pdf)).uppercased().utf8)
    for range in identifiers {
      for (offset, index) in range.enumerated() { pdf[index] = digest[offset % digest.count] }
    }
    return pdf
  }

  /// The parts of the file that no stream holds.
  private static func regionsOutsideStreams(_ pdf: [UInt8]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    var start = 0
    while let begin = places(of: "stream", pdf, start..<pdf.count, limit: 1).first {
      regions.append(start..<begin)
      guard let end = places(of: "endstream", pdf, begin..<pdf.count, limit: 1).first else { return regions }
      start = end
    }
    return regions + [start..<pdf.count]
  }

  /// Where `word` ends in `range`, each time it stands there.
  private static func places(of word: String, _ pdf: [UInt8], _ range: Range<Int>, limit: Int = .max) -> [Int]
  {
    let word = Array(word.utf8)
    var places: [Int] = []
    var index = range.lowerBound
    while index + word.count <= range.upperBound, places.count < limit {
      if pdf[index] == word[0], pdf[index..<index + word.count].elementsEqual(word) {
        index += word.count
        places.append(index)
      } else {
        index += 1
      }
    }
    return places
  }

  /// The run of bytes of one sort after `place`, behind some that are passed over.
  private static func run(
    in pdf: [UInt8], after place: Int, skipping: String, of sort: (UInt8) -> Bool, within range: Range<Int>
  ) -> Range<Int> {
    let skipped = Array(skipping.utf8)
    var start = place
    while start < range.upperBound, skipped.contains(pdf[start]) { start += 1 }
    var end = start
    while end < range.upperBound, sort(pdf[end]) { end += 1 }
    return start..<end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
  }
}
