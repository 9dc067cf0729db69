import CXLSXWriter
import CrosswalkModel
import Glibc

/// Writes one sheet, row by row: the library cannot go back to an earlier row.
struct SheetWriter {
  /// Owned by its workbook.
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: CellFormats

  /// Writes everything of `sheet`; `title` stands in the header of each printed page.
  func write(_ sheet: SheetContent, titled title: String) throws(ExportError) {
    for (index, column) in sheet.columns.enumerated() {
      try check(worksheet_set_column(worksheet, UInt16(index), UInt16(index), column.width, nil))
    }
    try setUpPage(sheet, title)
    var row: UInt32 = 0
    if sheet.layout == .table {
      try writeHeader(of: sheet)
      row = 1
    }
    for cells in sheet.rows {
      if let points = RowHeight.points(of: cells, columns: sheet.columns.prefix(sheet.printed)) {
        try check(worksheet_set_row(worksheet, row, points, nil))
      }
      for (column, cell) in cells.enumerated() { try write(cell, row, UInt16(column)) }
      row += 1
    }
    if sheet.layout == .table, row > 1 { try mark(sheet, through: row - 1) }
    // A full disk must end in an error, not in a file that lacks rows.
    if let rows = worksheet.pointee.optimize_tmpfile, fflush(rows) != 0 || ferror(rows) != 0 {
      throw LibXLSXWorkbook.failure("a temporary file cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  private func writeHeader(of sheet: SheetContent) throws(ExportError) {
    try check(worksheet_set_row(worksheet, 0, 46, nil))
    for (index, column) in sheet.columns.enumerated() {
      try check(
        worksheet_write_string(worksheet, 0, UInt16(index), CellText.cell(column.title).text, formats.header))
    }
    worksheet_freeze_panes(worksheet, 1, 1)
    try check(worksheet_repeat_rows(worksheet, 0, 0))
    let last = UInt16(max(0, sheet.columns.count - 1))
    try check(worksheet_autofilter(worksheet, 0, 0, UInt32(sheet.rows.count), last))
  }

  private func write(_ cell: StyledCell, _ row: UInt32, _ column: UInt16) throws(ExportError) {
    let format = formats[cell.value, cell.style]
    switch cell.value {
    case .empty: return
    case .text(let text):
      try check(worksheet_write_string(worksheet, row, column, CellText.cell(text).text, format))
    case .count(let count): try check(worksheet_write_number(worksheet, row, column, Double(count), format))
    case .share(let number), .confidence(let number), .number(let number):
      // A number that is none has no form in a workbook.
      guard number.isFinite else { return }
      try check(worksheet_write_number(worksheet, row, column, number, format))
    case .date(let day): try write(day, row, column, format)
    }
  }

  /// A day is a number with a format; days before the calendar of workbooks begins are text.
  private func write(
    _ day: CalendarDate, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(ExportError) {
    guard (1901...9999).contains(day.year) else {
      return try check(worksheet_write_string(worksheet, row, column, day.description, format))
    }
    // Day 1 is 1 January 1900, and 1900 counts as a leap year.
    try check(worksheet_write_number(worksheet, row, column, Double(day.daysSinceEpoch + 25_569), format))
  }

  private func setUpPage(_ sheet: SheetContent, _ title: String) throws(ExportError) {
    worksheet_set_paper(worksheet, 9)
    worksheet_set_landscape(worksheet)
    if sheet.printed < sheet.columns.count {
      let lastRow = UInt32(sheet.rows.count)
      try check(worksheet_print_area(worksheet, 0, 0, lastRow, UInt16(max(0, sheet.printed - 1))))
    }
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_set_margins(worksheet, 0.5, 0.5, 0.7, 0.7)
    try check(worksheet_set_header(worksheet, "&L&9" + Self.pageText(title)))
    try check(worksheet_set_footer(worksheet, "&L&9&A&R&9Page &P of &N"))
  }

  /// Text in the header of a page: `&` begins a code there, and a digit after the font size would belong to it.
  ///
  /// The format takes 255 code points, marks without a width among them; escapes and doubled `&` are twice as long.
  private static func pageText(_ title: String) -> String {
    let short = String(
      String.UnicodeScalarView(title.onOneLine.shortened(to: 110).unicodeScalars.prefix(120)))
    let line = CellText.cell(short).text
    return " " + line.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }

  private func mark(_ sheet: SheetContent, through lastRow: UInt32) throws(ExportError) {
    for (index, column) in sheet.columns.enumerated() {
      switch column.marking {
      case .none: break
      case .share: try check(markShares(UInt16(index), lastRow))
      case .words(let words): for word in words { try check(mark(word, UInt16(index), lastRow)) }
      }
      // After the colours, and for just the same cells: some programs show the first rule that fits and no other.
      try check(drawLine(UInt16(index), lastRow))
    }
  }

  private func mark(_ word: MarkedWord, _ column: UInt16, _ lastRow: UInt32) -> lxw_error {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    rule.format = formats[word.tone]
    // Words of the toolkit, none of which has a quotation mark.
    return "\"\(word.word)\"".withCString { text in
      rule.value_string = UnsafeMutablePointer(mutating: text)
      return worksheet_conditional_format_range(worksheet, 1, column, lastRow, column, &rule)
    }
  }

  /// A line below every cell, empty ones too, without writing those.
  private func drawLine(_ column: UInt16, _ lastRow: UInt32) -> lxw_error {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_NO_ERRORS.rawValue)
    rule.format = formats.line
    return worksheet_conditional_format_range(worksheet, 1, column, lastRow, column, &rule)
  }

  private func markShares(_ column: UInt16, _ lastRow: UInt32) -> lxw_error {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    rule.max_value = 1
    rule.min_color = 0xFFFFFF
    rule.max_color = 0x9DC3E6
    return worksheet_conditional_format_range(worksheet, 1, column, lastRow, column, &rule)
  }

  private func check(_ outcome: lxw_error) throws(ExportError) {
    guard outcome == LXW_NO_ERROR else { throw LibXLSXWorkbook.failure(outcome) }
  }
}
