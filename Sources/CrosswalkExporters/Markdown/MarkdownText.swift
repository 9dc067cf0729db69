import CrosswalkModel

/// Text for Markdown (CommonMark with GitHub's tables) that cannot become markup.
enum MarkdownText {
  /// `text` on one line with every character escaped that could begin markup, HTML or an automatic link.
  static func inline(_ text: String) -> String {
    let line = text.onOneLine
    guard line.utf8.contains(where: isMarkup) else { return guardedStart(withoutWebLink(line)) }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(line.utf8.count + 32)
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
      case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
      case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
      // Without its colon a web address is no automatic link; without its sign, neither is a mail address.
      case UInt8(ascii: ":") where endsInScheme(escaped): escaped += Array("&#58;".utf8)
      case UInt8(ascii: "@"): escaped += Array("&#64;".utf8)
      case UInt8(ascii: ":"): escaped.append(byte)
      default:
        if isMarkup(byte) { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      }
    }
    return guardedStart(withoutWebLink(String(decoding: escaped, as: UTF8.self)))
  }

  /// Whether the text so far ends in the name of a scheme that renderers make links of.
  private static func endsInScheme(_ bytes: [UInt8]) -> Bool {
    let end = String(decoding: bytes.suffix(8), as: UTF8.self).lowercased()
    return ["http", "https", "ftp", "mailto", "xmpp"].contains { end.hasSuffix($0) }
  }

  /// One row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "@"),
      UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "!"):
      true
    default: false
    }
  }

  /// `www.` begins an automatic link on GitHub, in any case of letters.
  private static func withoutWebLink(_ text: String) -> String {
    // Nearly no text holds three w in a row, in either case.
    guard text.utf8.lazy.map({ $0 | 0x20 }).contains(UInt8(ascii: "w")), text.lowercased().contains("www.")
    else {
      return text
    }
    var result = ""
    for character in text {
      let follows = result.suffix(3).lowercased() == "www"
      result += character == "." && follows ? "&#46;" : String(character)
    }
    return result
  }

  /// A line that begins with `#`, `-`, `+`, `=` or `1.` would be a heading, a list or a rule.
  private static func guardedStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "#-+=".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let next = line.dropFirst(digits.count).first, next == "." || next == ")" {
      return digits + "\\" + line.dropFirst(digits.count)
    }
    return line
  }
}
