/// What a file is, judged by its first bytes.
public enum SourceKind: String, Hashable, Sendable {
  /// Nothing but white space, or no byte at all.
  case empty
  /// An XML document in an encoding the reader takes, or one that it will name and refuse.
  case xml
  /// JSON: an object or an array.
  case json
  /// A zip container.
  case zip
  /// A gzip stream.
  case gzip
  /// A web page, as captive portals send it in place of a file.
  case html
  /// Any other text: CSV among it.
  case text
  /// Anything else.
  case binary

  /// Judges the first bytes of a file.
  init(prefix: ArraySlice<UInt8>) {
    if prefix.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]].contains(where: prefix.starts) {
      self = .zip
    } else if prefix.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
      self = .xml  // "<?xm" in EBCDIC: the XML reader says what is wrong with it
    } else {
      self.init(text: prefix)
    }
  }

  private init(text prefix: ArraySlice<UInt8>) {
    let isWide =
      prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF])
      || prefix.prefix(4).contains(0)
    // The marks that decide are ASCII: dropping the zero bytes of UTF-16 and UTF-32 shows them.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let narrow = isWide ? prefix.filter { $0 != 0 && $0 < 0xFE } : Array(prefix)
    let shown = narrow.dropFirst(narrow.starts(with: mark) ? mark.count : 0).drop(while: \.isXMLSpace)
    let isBinary = prefix.contains(0) && !isWide
    switch shown.first {
    case nil: self = .empty
    case UInt8(ascii: "<"): self = Self.isWebPage(shown) ? .html : .xml
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = Self.isJSON(shown) ? .json : .text
    default: self = isBinary || (isWide && prefix.first == 0) ? .binary : .text
    }
  }

  private static func isWebPage(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.prefix(14), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    guard let next = text.dropFirst().first(where: { !$0.isXMLSpace }) else { return true }
    return "\"{[]}-0123456789tfn".utf8.contains(next)
  }
}

extension UInt8 {
  /// Space, tab, LF or CR.
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
