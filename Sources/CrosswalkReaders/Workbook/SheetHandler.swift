import CrosswalkModel

/// Hands on the rows of a sheet as they end.
struct SheetHandler: XMLEventHandler {
  /// The elements and attributes of a sheet; `r` and `t` are both.
  private enum Name {
    static let worksheet = 0, row = 1, cell = 2, value = 3, text = 4, formula = 5, reading = 6
    static let reference = 7, style = 8, sheetData = 9
  }
  static let vocabulary = ["worksheet", "row", "c", "v", "t", "f", "rPh", "r", "s", "sheetData"]
  static let namespaces = WorkbookNames.spreadsheet

  private enum Target { case none, value, formula }

  private let context: SheetContext
  private let visit: (SheetRow) -> Bool
  private(set) var isFinished = false

  private var row = 0
  private var cells: [SheetCell] = []
  private var lastColumn = 0
  private var isSorted = true
  private var open = OpenCell()
  private var isInCell = false
  private var target = Target.none
  private var readings = 0
  private var totalBytes = 0
  private var isFirst = true

  init(context: SheetContext, visit: @escaping (SheetRow) -> Bool) {
    self.context = context
    self.visit = visit
  }

  mutating func startElement(_ element: XMLElement) throws(ReadingError) {
    if isFirst { try checkRoot(element) }
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case Name.row: try startRow(element)
    case Name.cell: try startCell(element)
    case Name.value where isInCell: target = .value
    case Name.text where isInCell: target = readings == 0 ? .value : .none
    case Name.formula where isInCell:
      open.hasFormula = true
      target = .formula
    case Name.reading: readings += 1
    default: break
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(ReadingError) {
    guard element.namespaceIndex >= 0 else { return }
    switch element.name {
    case Name.row: endRow()
    case Name.cell: try endCell()
    case Name.value, Name.text, Name.formula: target = .none
    case Name.reading: readings -= 1
    // What follows describes looks; merged areas are read apart.
    case Name.sheetData: isFinished = true
    default: break
    }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(ReadingError) {
    guard target == .value else { return }
    open.bytes.append(contentsOf: bytes)
    totalBytes += bytes.count
    try checkTotal()
  }

  private mutating func checkRoot(_ element: XMLElement) throws(ReadingError) {
    isFirst = false
    guard element.name == Name.worksheet, element.namespaceIndex >= 0 else {
      throw damaged("the part is a <\(element.localName)> and no <worksheet>", element)
    }
  }

  private func damaged(_ what: String, _ element: XMLElement) -> ReadingError {
    ReadingError(
      .damagedWorkbook(what),
      at: SourceLocation(file: context.part.name, line: element.line, column: element.column))
  }

  private mutating func startRow(_ element: XMLElement) throws(ReadingError) {
    let number = element.string(Name.reference)
    guard let next = number.map({ Int($0) }) ?? row + 1, next > 0, next <= CellReference.lastRow else {
      throw damaged("there is no row \"\(number ?? "\(row + 1)")\"", element)
    }
    guard next > row else { throw damaged("row \(next) stands after row \(row)", element) }
    row = next
    lastColumn = 0
    isSorted = true
    cells.removeAll(keepingCapacity: true)
  }

  private mutating func startCell(_ element: XMLElement) throws(ReadingError) {
    let column: Int
    if let name = element.string(Name.reference) {
      guard let reference = CellReference(name) else {
        throw damaged("there is no cell \"\(name)\" in a sheet", element)
      }
      guard reference.row == row else { throw damaged("cell \(name) stands in row \(row)", element) }
      column = reference.column
    } else {
      column = lastColumn + 1
      guard column <= CellReference.lastColumn else {
        throw damaged("row \(row) has more than \(CellReference.lastColumn) cells", element)
      }
    }
    if column <= lastColumn { isSorted = false }
    lastColumn = column
    open = OpenCell(column: column, type: element.string(Name.text) ?? "n")
    open.style = element.string(Name.style).flatMap { Int($0) } ?? 0
    isInCell = true
  }

  private mutating func endCell() throws(ReadingError) {
    isInCell = false
    guard let cell = try context.cell(open, row: row) else { return }
    if open.type == "s" {
      totalBytes += cell.text.utf8.count
      try checkTotal()
    }
    cells.append(cell)
  }

  private func checkTotal() throws(ReadingError) {
    guard totalBytes <= context.limits.zipTotalBytes else {
      let limit = context.limits.zipTotalBytes
      throw ReadingError(
        .sheetTextTooLong(limit: limit), at: context.place(row: row, column: max(open.column, 1)))
    }
  }

  private mutating func endRow() {
    guard !cells.isEmpty else { return }
    if !isSorted { sortCells() }
    if !visit(SheetRow(number: row, cells: cells)) { isFinished = true }
  }

  /// Puts cells that stand in the wrong order into that of their columns; of two at one place the first counts.
  private mutating func sortCells() {
    var seen: Set<Int> = []
    cells = cells.filter { seen.insert($0.column).inserted }.sorted { $0.column < $1.column }
  }
}

/// A cell while it is read.
struct OpenCell {
  var column = 0
  var type = "n"
  var style = 0
  var hasFormula = false
  var bytes: [UInt8] = []
}
