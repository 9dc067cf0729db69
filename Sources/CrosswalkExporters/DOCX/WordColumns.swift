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

  /// Adds the changes for every table in the style of outlines whose columns nobody moved.
  func fit(_ edits: inout WordEdits) {
    for (index, node) in tree.nodes.enumerated() where node.name == .tbl {
      guard let properties = tree.child(.tblPr, of: index), let style = tree.child(.tblStyle, of: properties),
        tree.nodes[style].value == "DocumentTable", let grid = tree.child(.tblGrid, of: index)
      else { continue }
      let marks = tree.nodes[grid].children.filter { tree.nodes[$0].name == .gridCol }
      guard marks.count > 1, areEqual(marks) else { continue }
      let rows = node.children.filter { tree.nodes[$0].name == .tr }.map(cells)
      let widths = Self.widths(columns(rows, count: marks.count))
      for (mark, width) in zip(marks, widths) {
        edits.replace(tree.nodes[mark].range, with: "<w:gridCol w:w=\"\(width)\"/>")
      }
      for row in rows where row.count == marks.count {
        for (cell, width) in zip(row, widths) { set(width, of: cell, &edits) }
        splitIfTall(row, widths, &edits)
      }
    }
  }

  /// Whether the columns are as wide as each other: an author who moved one wants them so.
  private func areEqual(_ marks: [Int]) -> Bool {
    let widths = marks.compactMap { WordStartTag(tree.startTag(of: $0))["w"].flatMap { Int($0) } }
    guard let least = widths.min(), let most = widths.max(), widths.count == marks.count else { return false }
    return most - least <= 40
  }

  private func cells(_ row: Int) -> [Int] { tree.nodes[row].children.filter { tree.nodes[$0].name == .tc } }

  private func set(_ width: Int, of cell: Int, _ edits: inout WordEdits) {
    guard let properties = tree.child(.tcPr, of: cell), let mark = tree.child(.tcW, of: properties) else {
      return
    }
    edits.replace(tree.nodes[mark].range, with: "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>")
  }

  /// Lets a row that would fill a third of a page or more break between pages.
  private func splitIfTall(_ row: [Int], _ widths: [Int], _ edits: inout WordEdits) {
    let lines = zip(row, widths).map { cell, width in
      (tree.nodes[cell].contentEnd - tree.nodes[cell].contentStart) * 90 / max(width, 1)
    }
    guard lines.contains(where: { $0 > 18 }), let parent = row.first.flatMap({ tree.nodes[$0].parent }),
      let properties = tree.child(.trPr, of: parent), let mark = tree.child(.cantSplit, of: properties)
    else { return }
    edits.replace(tree.nodes[mark].range, with: "")
  }

  private func columns(_ rows: [[Int]], count: Int) -> [Column] {
    var columns = [Column](repeating: Column(), count: count)
    for (number, row) in rows.enumerated() where row.count == count {
      for (place, cell) in row.enumerated() {
        for paragraph in tree.nodes[cell].children where tree.nodes[paragraph].name == .p {
          let text = WordParagraph(paragraph, number: 1, in: tree, file: "").text
          measure(text, isHeader: number == 0, &columns[place])
        }
      }
    }
    return columns
  }

  private func measure(_ text: [UInt8], isHeader: Bool, _ column: inout Column) {
    var word = 0
    var line = 0
    var previous: UInt8 = 0
    for byte in text {
      // Continuation bytes are no characters.
      guard byte & 0xC0 != 0x80 else { continue }
      line = byte == 0x0A ? 0 : line + 1
      // A day is one word, though it has hyphens.
      let isDay = byte == UInt8(ascii: "-") && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(previous)
      word = byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") && !isDay ? 0 : word + 1
      previous = byte
      // Bold letters are wider by a tenth.
      column.word = max(column.word, isHeader ? word + (word + 5) / 8 : word)
      column.cell = max(column.cell, line)
    }
  }

  /// Widths in twentieths of a point that fill the page.
  private static func widths(_ columns: [Column]) -> [Int] {
    let total = OutlinePackage.textWidth
    // The mean width of a character at 9 and 8 points, with the space at both sides of a cell.
    let character = columns.count >= 6 ? 91 : 101
    let margin = 180
    // Words that are longer than this break; the limit falls until all columns have room.
    var longest = 22
    func least() -> [Int] { columns.map { min(max($0.word, 3), longest) * character + margin } }
    while longest > 8, least().reduce(0, +) > total { longest -= 1 }
    let least = least()
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
