import CrosswalkModel
import CrosswalkReaders

/// A text whose marks `⟦name⟧` show the places that a test expects; the marks are taken out before reading.
struct MarkedSource {
  /// The text without its marks.
  let text: String
  /// What messages call the file.
  let name: String
  private var places: [String: SourceLocation] = [:]

  init(_ marked: String, name: String = "marked.xml") {
    self.name = name
    var plain = ""
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      plain += rest[..<open]
      places[String(rest[rest.index(after: open)..<close])] = Self.place(after: plain, in: name)
      rest = rest[rest.index(after: close)...]
    }
    text = plain + rest
  }

  /// The text as a file in memory.
  var file: SourceFile { SourceFile(name: name, bytes: Array(text.utf8)) }

  /// The place of a mark; line 0 where there is no such mark.
  subscript(mark: String) -> SourceLocation {
    places[mark] ?? SourceLocation(file: "no mark \(mark)", line: 0, column: 0)
  }

  /// Counts by the definition: a line ends at LF, CRLF or a lone CR, columns are UTF-8 bytes.
  private static func place(after text: String, in file: String) -> SourceLocation {
    let bytes = Array(text.utf8)
    var (line, column) = (1, 1)
    for (index, byte) in bytes.enumerated() {
      let endsLine =
        byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
      (line, column) = endsLine ? (line + 1, 1) : (line, column + 1)
    }
    return SourceLocation(file: file, line: line, column: column)
  }
}
