import CrosswalkModel

/// What the cells of a sheet refer to, and what they mean with it.
struct SheetContext {
  let part: SourceFile
  /// What messages call the sheet: `book.xlsx!Sheet name`.
  let name: String
  let strings: [String]
  let showsDate: [Bool]
  let startsIn1904: Bool
  let limits: ReadingLimits

  func place(row: Int, column: Int) -> SourceLocation {
    SourceLocation(file: name, line: row, column: column)
  }

  /// What `cell` holds; `nil` where it holds nothing.
  ///
  /// - Throws: ``ReadingError`` for a shared text that does not exist, a cell type that nobody knows, or a cell that
  ///   is too long.
  func cell(_ cell: OpenCell, row: Int) throws(ReadingError) -> SheetCell? {
    let content = try content(of: cell, row: row)
    guard content.text.utf8.count <= limits.csvFieldBytes else {
      throw ReadingError(.cellTooLong(limit: limits.csvFieldBytes), at: place(row: row, column: cell.column))
    }
    if content.text.isEmpty {
      guard cell.hasFormula else { return nil }
      // A formula may well give an empty text; then the type says so.
      let note: SheetCell.Note = cell.type == "str" ? .formula : .formulaWithoutValue
      return SheetCell(column: cell.column, text: "", note: note)
    }
    let note = content.note ?? (cell.hasFormula ? .formula : nil)
    return SheetCell(column: cell.column, text: content.text, note: note)
  }

  private func content(
    of cell: OpenCell, row: Int
  ) throws(ReadingError) -> (text: String, note: SheetCell.Note?) {
    let text = String(decoding: cell.bytes, as: UTF8.self)
    switch cell.type {
    case "n": return number(text, style: cell.style)
    case "s": return (try shared(text, cell, row: row), nil)
    case "str", "inlineStr": return (WorkbookNames.unescaped(text), nil)
    case "d": return (text, nil)
    case "b": return (text.isEmpty ? "" : text == "0" || text == "false" ? "FALSE" : "TRUE", nil)
    case "e": return (text, .error)
    default:
      throw ReadingError(
        .damagedWorkbook("there is no cell type \"\(cell.type)\""), at: place(row: row, column: cell.column))
    }
  }

  /// A number stays as the file spells it, unless its style shows a date.
  private func number(_ text: String, style: Int) -> (text: String, note: SheetCell.Note?) {
    guard !text.isEmpty, showsDate.indices.contains(style), showsDate[style] else { return (text, nil) }
    guard let date = SerialDate.text(text, startsIn1904: startsIn1904) else { return (text, .noDate) }
    return (date, nil)
  }

  private func shared(_ text: String, _ cell: OpenCell, row: Int) throws(ReadingError) -> String {
    // A cell of this type without a value is an empty cell.
    if text.isEmpty { return "" }
    guard let index = Int(text), strings.indices.contains(index) else {
      throw ReadingError(
        .damagedWorkbook(
          "the cell names shared text \(text.prefix(20)), of which there are \(strings.count)"),
        at: place(row: row, column: cell.column))
    }
    return strings[index]
  }
}

/// Reads the areas of a sheet that are shown as one cell.
struct MergedAreaHandler: XMLEventHandler {
  static let vocabulary = ["mergeCell", "ref"]
  static let namespaces = WorkbookNames.spreadsheet
  /// More than any table has, and few enough to look through.
  static let most = 65_536

  let part: SourceFile
  private(set) var areas: [MergedArea] = []

  init(part: SourceFile) { self.part = part }

  mutating func startElement(_ element: XMLElement) throws(ReadingError) {
    guard element.name == 0, element.namespaceIndex >= 0 else { return }
    let place = SourceLocation(file: part.name, line: element.line, column: element.column)
    guard let area = element.string(1).flatMap({ MergedArea($0) }) else {
      throw ReadingError(
        .damagedWorkbook("there is no area \"\(element.string(1) ?? "")\" in a sheet"), at: place)
    }
    guard areas.count < Self.most else {
      throw ReadingError(.damagedWorkbook("more than \(Self.most) merged areas"), at: place)
    }
    areas.append(area)
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ReadingError) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ReadingError) {}
}
