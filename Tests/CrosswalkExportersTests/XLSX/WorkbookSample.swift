import CrosswalkModel
import CrosswalkReaders

@testable import CrosswalkExporters

/// Workbooks made for tests, and read back by the toolkit's own reader.
enum WorkbookSample {
  static let day = Sample.day("2026-11-23")

  static func workbook(_ sheets: [SheetContent]) -> WorkbookContent {
    WorkbookContent(title: "Sample", created: day, sheets: sheets)
  }

  /// A table of one column of texts.
  static func texts(_ texts: [String], named name: String = "Texts") -> SheetContent {
    .table(name, [TableColumn("Text", 20) { .text($0) }], texts)
  }

  struct Sheet {
    var name: String
    /// Texts by column, from 1; rows without any cell are not there.
    var rows: [[Int: String]]
    var notes: [SheetCell.Note] = []
  }

  /// All sheets, in order.
  static func read(_ bytes: [UInt8]) throws -> [Sheet] {
    let workbook = try Workbook(SourceFile(name: "sample.xlsx", bytes: bytes))
    return try workbook.sheets.map { sheet in
      var read = Sheet(name: sheet.name, rows: [])
      try workbook.read(sheet) { (row: SheetRow) -> Bool in
        read.rows.append(Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, $0.text) }))
        read.notes += row.cells.compactMap(\.note)
        return true
      }
      return read
    }
  }

  /// The parts of the file by their paths, as text.
  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let container = try ZipContainer(SourceFile(name: "sample.xlsx", bytes: bytes))
    var parts: [String: String] = [:]
    for file in container.files {
      let path = file.name.split(separator: "!", maxSplits: 1).last.map(String.init) ?? file.name
      parts[path] = String(decoding: try file.bytes(), as: UTF8.self)
    }
    return parts
  }

  /// What the names stand for that the workbook defines for filters, repeated rows and printed areas.
  static func definedNames(_ bytes: [UInt8]) throws -> [String] {
    let workbook = try parts(bytes)["xl/workbook.xml"] ?? ""
    return workbook.matches(of: /<definedName [^>]*>([^<]*)</).map { String($0.1) }
  }
}
