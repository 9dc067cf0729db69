/// The name of a cell or of an area in a sheet: `B7`, `A1:C2`.
struct CellReference: Hashable {
  /// Column, from 1.
  let column: Int
  /// Row, from 1.
  let row: Int

  /// The last column of a sheet, `XFD`.
  static let lastColumn = 16_384
  /// The last row of a sheet.
  static let lastRow = 1_048_576

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `B7` or `$B$7`; `nil` for anything else and for a cell beyond the edge of a sheet.
  init?(_ text: some StringProtocol) {
    var (column, row) = (0, 0)
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 0x40
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 0x60
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells that a spreadsheet shows as one; its content stands in its first cell.
public struct MergedArea: Hashable, Sendable {
  /// The columns, from 1.
  public let columns: ClosedRange<Int>
  /// The rows, from 1.
  public let rows: ClosedRange<Int>

  /// Reads `A1:C2`; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellReference($0) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
      first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }
}
