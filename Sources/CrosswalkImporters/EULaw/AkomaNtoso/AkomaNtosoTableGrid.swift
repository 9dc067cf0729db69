/// Counts the columns of a table whose cells say only over how many they reach.
struct AkomaNtosoTableGrid {
  /// Rows below the current one that a cell of an earlier row still covers, by column.
  private var covered: [Int: Int] = [:]
  private var next: [Int: Int] = [:]
  private var column = 1

  /// Goes on to the next row.
  mutating func beginRow() {
    covered = next
    next = covered.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    column = 1
  }

  /// The column, from 1, of the next cell.
  mutating func cell(columns: Int, rows: Int) -> Int {
    while covered[column] != nil { column += 1 }
    let place = column
    // No page has more columns; a hostile file may say so.
    column += min(max(columns, 1), 1000)
    if rows > 1, column <= 2000 { for spanned in place..<column { next[spanned] = rows - 1 } }
    return place
  }
}
