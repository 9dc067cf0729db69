import CrosswalkDigest
import CrosswalkModel

/// Puts in order what a program writes into a PDF about the clock and about itself.
///
/// The day of making becomes a given one, and the identifiers, which programs draw at random or from the clock, follow
/// from the content. Every value keeps its length, so that the places in the file stay right. Nothing inside of
/// streams and texts is touched.
enum PDFIdentity {
  /// `pdf` with the given day and with identifiers made of its content.
  static func settled(_ pdf: [UInt8], day: CalendarDate) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    let digits = Array(day.description.utf8.filter { $0 != UInt8(ascii: "-") })
    var settled = pdf
    var identifiers: [Range<Int>] = []
    for (name, end) in names(pdf) {
      switch name {
      case "CreationDate", "ModDate":
        for (offset, index) in run(in: pdf, after: end, behind: "(D:", of: isDigit).enumerated() {
          settled[index] = offset < digits.count ? digits[offset] : zero
        }
      case "DocChecksum":
        identifiers.append(run(in: pdf, after: end, behind: "/", of: isHexadecimal))
      case "ID":
        let first = run(in: pdf, after: end, behind: "[<", of: isHexadecimal)
        identifiers.append(first)
        identifiers.append(run(in: pdf, after: first.upperBound, behind: "><", of: isHexadecimal))
      default: break
      }
    }
    for index in identifiers.joined() { settled[index] = zero }
    let digest = Array(ContentDigest.hexadecimal(ContentDigest.sha256(settled)).uppercased().utf8)
    for range in identifiers {
      for (offset, index) in range.enumerated() { settled[index] = digest[offset % digest.count] }
    }
    return settled
  }

  /// The names of the file, each with the place behind it, but for what stands in streams, texts and comments.
  private static func names(_ pdf: [UInt8]) -> [(name: String, end: Int)] {
    var names: [(String, Int)] = []
    var index = 0
    while index < pdf.count {
      switch pdf[index] {
      case UInt8(ascii: "%"): index = pdf[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? pdf.count
      case UInt8(ascii: "("): index = endOfText(pdf, from: index)
      case UInt8(ascii: "/"):
        let end = pdf[(index + 1)...].firstIndex { !isRegular($0) } ?? pdf.count
        names.append((String(decoding: pdf[(index + 1)..<end], as: UTF8.self), end))
        index = end
      case UInt8(ascii: "s") where pdf[index...].starts(with: Array("stream".utf8)):
        index = endOfStream(pdf, from: index)
      default: index += 1
      }
    }
    return names
  }

  /// The place behind the text that begins at `start`; brackets in it come in pairs or behind a backslash.
  private static func endOfText(_ pdf: [UInt8], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < pdf.count {
      switch pdf[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, pdf.count)
  }

  private static func endOfStream(_ pdf: [UInt8], from start: Int) -> Int {
    let word = Array("endstream".utf8)
    var index = start
    while let next = pdf[index...].firstIndex(of: word[0]) {
      if pdf[next...].starts(with: word) { return next + word.count }
      index = next + 1
    }
    return pdf.count
  }

  /// The run of bytes of one sort behind `marks`, before each of which there may be white space; empty where they do
  /// not stand after `place`.
  private static func run(
    in pdf: [UInt8], after place: Int, behind marks: String, of sort: (UInt8) -> Bool
  ) -> Range<Int> {
    var start = place
    for mark in marks.utf8 {
      while start < pdf.count, isWhite(pdf[start]) { start += 1 }
      guard start < pdf.count, pdf[start] == mark else { return place..<place }
      start += 1
    }
    let end = pdf[start...].firstIndex { !sort($0) } ?? pdf.count
    return start..<end
  }

  private static func isWhite(_ byte: UInt8) -> Bool { [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }
  private static func isRegular(_ byte: UInt8) -> Bool {
    !isWhite(byte) && !"()<>[]{}/%".utf8.contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
  }
}
