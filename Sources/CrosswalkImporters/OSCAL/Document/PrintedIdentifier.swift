/// Finds the bare identifier in what a publisher prints before a control.
///
/// `AC-2(10)` is one as it stands; in `Account Management (03.01.01)` it is what the parentheses hold,
/// because the OSCAL identifier `SP_800_171_03.01.01` ends with it.
struct PrintedIdentifier {
  /// Where the bare identifier comes from.
  enum Origin: Equatable {
    /// Bytes of the printed text.
    case printed(Range<Int>)
    /// The OSCAL identifier: the printed text names nothing.
    case identifier
  }

  /// Longest printed text that is taken as an identifier, in bytes.
  private static let longest = 64

  private var foldedID: [UInt8] = []
  private var foldedText: [UInt8] = []

  /// The bare identifier in `label` of the control called `id` (empty where it has none).
  mutating func bare(label: ArraySlice<UInt8>, id: ArraySlice<UInt8>) -> Origin {
    let text = label.trimmingBlanks
    guard !text.isEmpty else { return .identifier }
    let whole = Origin.printed(text.startIndex - label.startIndex..<text.endIndex - label.startIndex)
    Self.fold(id, into: &foldedID)
    Self.fold(text, into: &foldedText)
    let isWhole = foldedID == foldedText
    if !isWhole, let open = Self.parenthesisAfterBlank(in: text) {
      let inner = text[open + 1..<text.endIndex - 1].trimmingBlanks
      Self.fold(inner, into: &foldedText)
      guard !inner.isEmpty, inner.count <= Self.longest, idEndsWithText else { return .identifier }
      return .printed(inner.startIndex - label.startIndex..<inner.endIndex - label.startIndex)
    }
    let isUsable = text.count <= Self.longest && !text.contains(UInt8(ascii: "#"))
    return isUsable ? whole : .identifier
  }

  /// Whether `title`, printed alone, is the identifier that `id` ends with: `03.01.13`.
  mutating func isIdentifier(title: ArraySlice<UInt8>, of id: ArraySlice<UInt8>) -> Bool {
    guard title.count <= Self.longest, title.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    Self.fold(id, into: &foldedID)
    Self.fold(title, into: &foldedText)
    return foldedText.count > 1 && idEndsWithText
  }

  /// Both forms begin with the mark between their parts, so that an end is the end of whole parts.
  private var idEndsWithText: Bool { foldedID.suffix(foldedText.count) == foldedText[...] }

  /// Writes letters and numbers in lower case, numbers without leading zeros, each part after a full stop.
  private static func fold(_ text: ArraySlice<UInt8>, into form: inout [UInt8]) {
    form.removeAll(keepingCapacity: true)
    var startsPart = true
    var previousIsDigit = false
    for (index, byte) in zip(text.indices, text) {
      guard byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 else {
        startsPart = true
        previousIsDigit = false
        continue
      }
      if startsPart { form.append(UInt8(ascii: ".")) }
      startsPart = false
      let isLeadingZero =
        byte == UInt8(ascii: "0") && !previousIsDigit && index + 1 < text.endIndex
        && text[index + 1].isASCIIDigit
      guard !isLeadingZero else { continue }
      form.append(byte.isASCIILetter ? byte | 0x20 : byte)
      previousIsDigit = byte.isASCIIDigit
    }
  }

  /// Where the parenthesis opens that ends `text`, if a blank stands before it.
  private static func parenthesisAfterBlank(in text: ArraySlice<UInt8>) -> Int? {
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")),
      open > text.startIndex, text[open - 1] == 0x20
    else { return nil }
    return open
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at either end.
  var trimmingBlanks: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isXMLBlank }), let last = lastIndex(where: { !$0.isXMLBlank })
    else { return self[endIndex..<endIndex] }
    return self[first...last]
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
