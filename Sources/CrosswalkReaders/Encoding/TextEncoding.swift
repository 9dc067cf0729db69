/// The encodings that the readers take; anything else is refused by name.
enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case latin1 = "ISO-8859-1"
  case windows1252 = "Windows-1252"
  case ascii = "US-ASCII"

  /// The encoding that a file says it has, by its names in the IANA registry; `nil` where it is not allowed.
  ///
  /// Plain `UTF-16` leaves the byte order to the mark and is told apart by the caller.
  init?(declared name: String) {
    switch name.uppercased() {
    case "UTF-8": self = .utf8
    case "UTF-16LE": self = .utf16LittleEndian
    case "UTF-16BE": self = .utf16BigEndian
    case "ISO-8859-1", "ISO_8859-1", "LATIN1": self = .latin1
    case "WINDOWS-1252", "CP1252": self = .windows1252
    case "US-ASCII", "ASCII": self = .ascii
    default: return nil
    }
  }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// What the first bytes say about the encoding.
enum EncodingMark: Equatable {
  /// A byte order mark of so many bytes.
  case mark(TextEncoding, length: Int)
  /// Bytes as ASCII has them: the declaration, or the caller, says which extension of it.
  case none
  /// An encoding that is not allowed.
  case refused(String)

  init(_ bytes: some Collection<UInt8>) {
    let first = Array(bytes.prefix(4))
    let padded = first + [UInt8](repeating: 0x20, count: 4 - first.count)
    switch (padded[0], padded[1], padded[2], padded[3]) {
    case (0xEF, 0xBB, 0xBF, _): self = .mark(.utf8, length: 3)
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (_, 0, 0, 0), (0, 0, 0, _): self = .refused("UTF-32")
    case (0xFF, 0xFE, _, _): self = .mark(.utf16LittleEndian, length: 2)
    case (0xFE, 0xFF, _, _): self = .mark(.utf16BigEndian, length: 2)
    case (1..., 0, 1..., 0), (0, 1..., 0, 1...): self = .refused("UTF-16 without a byte order mark")
    case (0x4C, 0x6F, 0xA7, 0x94): self = .refused("EBCDIC")
    default: self = .none
    }
  }
}
