/// How high a row must be for its wrapped texts, by an estimate that errs on the side of room.
///
/// Spreadsheet programs differ in whether they work it out themselves on opening a file; with a height in the file, all show
/// the same.
enum RowHeight {
  /// Points of one line of the normal font.
  private static let line = 15.0
  /// The most points that the format allows a row.
  private static let most = 409.0
  /// Points for what is printed of a row; `nil` where one line is enough, the default.
  ///
  /// Cost: one pass over the bytes of the texts.
  static func points(of cells: [StyledCell], columns: some Sequence<SheetColumn>) -> Double? {
    var lines = 1
    for (cell, column) in zip(cells, columns) {
      guard case .text(let text) = cell.value else { continue }
      switch cell.style {
      case .title: return 24
      case .heading: return 20
      case .notice, .faint: continue
      case .body, .strong: lines = max(lines, Self.lines(of: text, width: column.width))
      }
    }
    return lines == 1 ? nil : min(most, Double(lines) * line)
  }

  /// Lines of `text` in a column of `width`.
  private static func lines(of text: String, width: Double) -> Int {
    // Widths count digits, and letters are narrower on average: what words leave empty at the ends of lines makes up for it.
    let room = max(1, Int(width))
    // Most cells are short.
    guard text.utf8.count > room || text.utf8.contains(0x0A) else { return 1 }
    var (lines, used) = (1, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x0A: (lines, used) = (lines + 1, 0)
      // The rest of a letter of several bytes.
      case 0x80..<0xC0: continue
      // From here on letters are mostly those of East Asia, twice as wide.
      case 0xE3...: used += 2
      default: used += 1
      }
      if used > room { (lines, used) = (lines + 1, 1) }
    }
    return lines
  }
}
