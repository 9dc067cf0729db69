import CrosswalkModel

extension String {
  /// The text on one line that no terminal can be misled by: blanks run together, control characters written
  /// out.
  ///
  /// Cost: one pass over scalars where, as nearly always, nothing has to change.
  var onOneLine: String {
    if isTidyLine { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ").escapedForOneLine
  }

  /// An identifier that wrapping keeps together where it can: its blanks are no places to break at.
  var unbreakable: String { onOneLine.split(separator: " ").joined(separator: "\u{A0}") }

  /// The lines of the text, none wider than `width` columns, broken at blanks and, where a word is too long,
  /// inside it.
  ///
  /// No-break blanks come out as plain ones. There is always at least one line.
  func wrapped(to width: Int) -> [String] {
    if columns <= width { return [withPlainBlanks] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in utf8.split(separator: UInt8(ascii: " ")).map({ Substring($0) }) {
      for (index, (piece, needed)) in word.pieces(of: max(1, width)).enumerated() {
        let gap = line.isEmpty || index > 0 ? 0 : 1
        if !line.isEmpty, index > 0 || used + gap + needed > width {
          lines.append(line.withPlainBlanks)
          (line, used) = (String(piece), needed)
        } else {
          if gap == 1 { line += " " }
          line += piece
          used += gap + needed
        }
      }
    }
    return lines + [line.withPlainBlanks]
  }

  /// The text cut to `width` columns, between words where that leaves half of it; a cut text ends in an
  /// ellipsis.
  func shortened(to width: Int) -> String {
    guard columns > width else { return self }
    var end = startIndex
    var used = 1
    for index in indices {
      used += self[index].columns
      if used > width { break }
      end = self.index(after: index)
    }
    let cut = self[..<end]
    if end < endIndex, self[end] != " ", let blank = cut.lastIndex(of: " "),
      cut[..<blank].columns * 2 >= width
    {
      return cut[..<blank].trimmingBlanks + "…"
    }
    return cut.trimmingBlanks + "…"
  }

  /// The text followed by blanks up to `width` columns.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }

  /// The text after blanks up to `width` columns.
  func rightAligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }

  private var withPlainBlanks: String {
    guard utf8.contains(0xC2) else { return self }
    return String(map { $0 == "\u{A0}" ? " " : $0 })
  }
}

extension Substring {
  /// The word in pieces of at most `width` columns; a character wider than that stands alone.
  fileprivate func pieces(of width: Int) -> [(text: Substring, columns: Int)] {
    let columns = columns
    if columns <= width { return [(self, columns)] }
    var pieces: [(text: Substring, columns: Int)] = []
    var start = startIndex
    var used = 0
    for index in indices {
      let needed = self[index].columns
      if used + needed > width, index > start {
        pieces.append((self[start..<index], used))
        (start, used) = (index, 0)
      }
      used += needed
    }
    return pieces + [(self[start...], used)]
  }
}
