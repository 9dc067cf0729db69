/// A text whose marks `⟦name⟧` show the places that a test expects; the marks are taken out before reading.
struct MarkedSource {
  let text: String
  private var places: [String: String] = [:]

  init(_ marked: String) {
    var plain = ""
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      plain += rest[..<open]
      places[String(rest[rest.index(after: open)..<close])] = Self.place(after: plain)
      rest = rest[rest.index(after: close)...]
    }
    text = plain + rest
  }

  /// `line:column` of the mark.
  subscript(mark: String) -> String { places[mark] ?? "no mark \(mark)" }

  /// Counts by the definition: a line ends at LF, CRLF or a lone CR, columns are UTF-8 bytes.
  private static func place(after text: String) -> String {
    let bytes = Array(text.utf8)
    var (line, column) = (1, 1)
    for (index, byte) in bytes.enumerated() {
      let endsLine =
        byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
      (line, column) = endsLine ? (line + 1, 1) : (line, column + 1)
    }
    return "\(line):\(column)"
  }
}
