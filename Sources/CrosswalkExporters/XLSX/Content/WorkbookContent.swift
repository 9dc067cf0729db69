import CrosswalkModel

/// A workbook before it is written: values only, so that what is in it can be tested without a spreadsheet program.
struct WorkbookContent: Sendable {
  /// The title in the properties of the file.
  var title: String
  /// The day that the file names as that of its making: the day of the report, never that of a clock.
  var created: CalendarDate
  /// The sheets, in the order of their tabs; names need be neither legal nor unique yet.
  var sheets: [SheetContent]
}

/// One sheet before it is written.
struct SheetContent: Sendable {
  /// How a sheet is laid out.
  enum Layout: Hashable, Sendable {
    /// Names and values for reading: no header, no filter.
    case page
    /// The first row is a header: frozen, filtered, repeated on each printed page.
    case table
  }

  /// What the tab shall read.
  var name: String
  var layout: Layout
  var columns: [SheetColumn]
  /// How many of the columns are printed, from the left; the others are there to filter by.
  var printed: Int
  /// Rows from the top; the header of a table is made from its columns and stands in none of them.
  var rows: [[StyledCell]]
}

/// One column of a sheet.
struct SheetColumn: Hashable, Sendable {
  /// What a column marks by colour; the words of the cell always say the same.
  enum Marking: Hashable, Sendable {
    case none
    /// Cells that read as one of these words.
    case words([MarkedWord])
    /// Numbers from 0 through 1: the higher, the darker.
    case share
  }

  /// The header of a table; not shown on a page.
  var title: String
  /// In characters of the normal font.
  var width: Double
  var marking = Marking.none
}

/// A word and the colour of cells that hold it.
struct MarkedWord: Hashable, Sendable {
  /// The colours that cells are marked with.
  enum Tone: CaseIterable, Sendable { case green, blue, amber, red, magenta, grey }

  var word: String
  var tone: Tone
}

/// What a cell holds.
enum CellValue: Hashable, Sendable {
  case empty
  /// Text, whatever it looks like: never a formula, never a link.
  case text(String)
  case count(Int)
  /// 0 through 1, shown in percent.
  case share(Double)
  /// 0 through 1, shown with two decimals.
  case confidence(Double)
  /// Any other number.
  case number(Double)
  case date(CalendarDate)

  /// Text, or nothing where there is none.
  static func words(_ text: String?) -> Self { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }

  /// A day, or nothing.
  static func day(_ date: CalendarDate?) -> Self { date.map(Self.date) ?? .empty }

  /// `yes`, or nothing: what stands in most rows says nothing.
  static func mark(_ isSet: Bool) -> Self { isSet ? .text("yes") : .empty }
}

/// A cell and how it looks.
struct StyledCell: Hashable, Sendable {
  /// How a cell looks beside what its value asks for.
  enum Style: Int, CaseIterable, Sendable {
    case body, strong, title, heading, notice, faint
  }

  var value: CellValue
  var style: Style

  init(_ value: CellValue, _ style: Style = .body) {
    self.value = value
    self.style = style
  }
}
