import CrosswalkModel
import CrosswalkReaders

/// The text of merged cells, which a workbook keeps in the first of them only.
struct MergedCells {
  private struct Open {
    var area: MergedArea
    var text: String
  }

  /// By their first rows, last first.
  private var waiting: [MergedArea]
  private var open: [Open] = []
  private let widest: Int

  private static let widestSheet = 16_384

  /// - Parameter widest: Columns beyond this one are left as they are.
  init(_ areas: [MergedArea], widest: Int) {
    waiting = areas.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    self.widest = widest
  }

  /// Whether no area reaches any further row.
  var isEmpty: Bool { waiting.isEmpty && open.isEmpty }

  /// The cells of row `number` with the text of each merged area in all of its cells that hold nothing.
  ///
  /// Rows must be asked for from top to bottom.
  ///
  /// - Parameter numbered: Whether the second column of an area gets the text with a 2 after it, and so on, so that
  ///   columns below one merged header have different names.
  mutating func spread(_ cells: [TableCell], row number: Int, numbered: Bool, name: String) -> [TableCell] {
    open.removeAll { !$0.area.rows.contains(number) }
    var width = open.reduce(0) { $0 + $1.area.columns.count }
    while let area = waiting.last, area.rows.lowerBound <= number {
      waiting.removeLast()
      let column = area.columns.lowerBound
      // Where the first row of an area holds nothing, it has no text.
      guard area.rows.contains(number), area.rows.lowerBound == number, column <= cells.count else {
        continue
      }
      // Areas that overlap are no areas; together they are never wider than a sheet.
      guard width + area.columns.count <= Self.widestSheet else { continue }
      width += area.columns.count
      open.append(Open(area: area, text: cells[column - 1].text))
    }
    var result = cells
    for area in open where !area.text.isEmpty {
      fill(area, &result, row: number, numbered: numbered, name: name)
    }
    return result
  }

  private func fill(_ open: Open, _ cells: inout [TableCell], row: Int, numbered: Bool, name: String) {
    let columns = open.area.columns
    for column in columns.clamped(to: 1...max(widest, 1)) {
      while cells.count < column {
        let place = SourceLocation(file: name, line: row, column: cells.count + 1)
        cells.append(TableCell("", location: place))
      }
      guard cells[column - 1].isBlank else { continue }
      let position = column - columns.lowerBound + 1
      let text = numbered && position > 1 ? "\(open.text) \(position)" : open.text
      cells[column - 1] = TableCell(text, location: cells[column - 1].location)
    }
  }
}
