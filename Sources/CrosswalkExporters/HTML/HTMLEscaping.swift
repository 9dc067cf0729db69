import CrosswalkModel
import Mustache

/// Escapes text for HTML, scalar by scalar.
///
/// swift-mustache escapes by `Character`: a quotation mark with a combining mark after it is one character
/// that it does not know, and passes through; a browser still ends the attribute there. So templates name
/// this content type instead.
struct HTMLEscaping: MustacheContentType {
  /// The name by which a template asks for it: `{{% CONTENT_TYPE:HTML-SCALARS}}` in the first line.
  static let name = "HTML-SCALARS"

  /// `text` safe between tags and inside quoted attributes.
  ///
  /// Control characters that HTML forbids become U+FFFD; marks that switch writing direction stay, and the
  /// style sheet keeps their effect inside their element.
  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.needsCare) else { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar.isForbiddenInMarkup ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }

  /// Bytes that begin something to be replaced: markup, controls, and what may lead a C1 control or a
  /// noncharacter.
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }
}
