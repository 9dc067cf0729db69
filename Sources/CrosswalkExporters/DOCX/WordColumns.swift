/// Gives the columns of a filled table the width that their words need.
///
/// Word processors do that only while somebody edits; a table with columns of equal width wastes the page.
struct WordColumns {
  private let tree: WordTree

  /// Looks at `tree`.
  init(_ tree: WordTree) { self.tree = tree }

  /// What stands in one column.
  private struct Column {
    /// Characters of the longest word, and of the longest cell.
    var word = 0
    var cell = 0
  }

  /// Adds the changes for every table in the style of outlines.
  func fit(_ edits: inout WordEdits) {
    for (index, node) in tree.nodes.enumerated() where node.name == .tbl {
      guard let properties = tree.child(.tblPr, of: index), let style = tree.child(.tblStyle, of: properties),
        tree.nodes[style].value == "DocumentTable", let grid = tree.child(.tblGrid, of: index)
      else { continue }
      let marks = tree.nodes[grid].children.filter { tree.nodes[$0].name == .gridCol }
      guard marks.count > 1 else { continue }
      let rows = node.children.filter { tree.nodes[$0].name == .tr }.map(cells)
      let widths = Self.widths(columns(rows, count: marks.count))
      for (mark, width) in zip(marks, widths) {
        edits.replace(tree.nodes[mark].range, with: "<w:gridCol w:w=\"\(width)\"/>")
      }
      for row in rows where row.count == marks.count {
        for (cell, width) in zip(row, widths) { set(width, of: cell, &edits) }
      }
    }
  }

  private func cells(_ row: Int) -> [Int] { tree.nodes[row].children.filter { tree.nodes[$0].name == .tc } }

  private func set(_ width: Int, of cell: Int, _ edits: inout WordEdits) {
    guard let properties = tree.child(.tcPr, of: cell), let mark = tree.child(.tcW, of: properties) else {
      return
    }
    edits.replace(tree.nodes[mark].range, with: "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>")
  }

  private func columns(_ rows: [[Int]], count: Int) -> [Column] {
    var columns = [Column](repeating: Column(), count: count)
    for row in rows where row.count == count {
      for (place, cell) in row.enumerated() {
        for paragraph in tree.nodes[cell].children where tree.nodes[paragraph].name == .p {
          measure(WordParagraph(paragraph, number: 1, in: tree, file: "").text, &columns[place])
        }
      }
    }
    return columns
  }

  private func measure(_ text: [UInt8], _ column: inout Column) {
    var word = 0
    var line = 0
    for byte in text {
      // Continuation bytes are no characters.
      guard byte & 0xC0 != 0x80 else { continue }
      line = byte == 0x0A ? 0 : line + 1
      word = byte <= 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") ? 0 : word + 1
      column.word = max(column.word, word)
      column.cell = max(column.cell, line)
    }
  }

  /// Widths in twentieths of a point that fill the page.
  private static func widths(_ columns: [Column]) -> [Int] {
    let total = OutlinePackage.textWidth
    // The mean width of a character at 9 and 8 points, with the space at both sides of a cell.
    let character = columns.count >= 6 ? 86 : 97
    let margin = 180
    let least = columns.map { min(max($0.word, 3), 22) * character + margin }
    let most = columns.enumerated().map { max(min(max($1.cell, 3), 64) * character + margin, least[$0]) }
    let needed = least.reduce(0, +)
    var widths: [Int]
    if needed >= total {
      widths = least.map { $0 * total / needed }
    } else if most.reduce(0, +) <= total {
      // Room for all: what is left goes where most stands.
      widths = most.map { $0 * total / most.reduce(0, +) }
    } else {
      let wishes = zip(least, most).map { $1 - $0 }
      let all = max(wishes.reduce(0, +), 1)
      widths = zip(least, wishes).map { $0 + $1 * (total - needed) / all }
    }
    widths[widths.count - 1] += total - widths.reduce(0, +)
    return widths
  }
}
