import CXLSXWriter
import CrosswalkModel

/// Writes a workbook through libxlsxwriter.
///
/// The same content gives the same bytes. Texts are written as texts whatever they look like, so that nothing in a cell
/// is ever run or linked. Cost: linear in the number of cells.
enum WorkbookWriter {
  /// The most rows that a sheet has, the header among them.
  static let mostRows = 1_048_576

  /// The whole file.
  static func bytes(of content: WorkbookContent, mostRows: Int = Self.mostRows) throws(ExportError) -> [UInt8]
  {
    let workbook = try LibXLSXWorkbook(title: content.title, created: content.created)
    let formats = CellFormats(workbook)
    var names = SheetNames()
    for sheet in content.sheets {
      for part in sheet.parts(ofAtMost: mostRows) {
        let name = names.name(for: part.name)
        guard let worksheet = workbook_add_worksheet(workbook.workbook, name) else {
          throw LibXLSXWorkbook.failure(
            "the sheet \(name) cannot be added: temporary files cannot be made, or too many files are open")
        }
        try SheetWriter(worksheet: worksheet, formats: formats).write(part, titled: content.title)
      }
    }
    let bytes = try workbook.finish()
    guard WorkbookCheck.isWhole(bytes) else {
      throw LibXLSXWorkbook.failure("a part of it was cut off: the disk of the temporary files is full")
    }
    return bytes
  }
}

extension SheetContent {
  /// The sheet, or as many as it takes where it has more rows than one holds.
  func parts(ofAtMost mostRows: Int) -> [SheetContent] {
    let room = layout == .table ? mostRows - 1 : mostRows
    guard rows.count > room else { return [self] }
    return stride(from: 0, to: rows.count, by: room).map { start in
      var part = self
      part.rows = Array(rows[start..<min(start + room, rows.count)])
      return part
    }
  }
}
