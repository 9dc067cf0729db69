extension Unicode.Scalar {
  /// Whether HTML and XML cannot hold the character, or no document has a use for it: controls other than tabs and ends
  /// of lines, and noncharacters.
  var isForbiddenInMarkup: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
