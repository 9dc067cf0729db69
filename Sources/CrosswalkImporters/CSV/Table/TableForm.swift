import CrosswalkReaders

/// How a table lies in its file, as far as its profile says it.
struct TableForm {
  /// How the cells of a text file are written.
  var dialect = CSVDialect(widths: .free)
  /// Whether the table lies on its side; such a table is held in memory as a whole.
  var isTransposed = false
  /// The sheet of a workbook; `nil` for the first visible one whose header fits.
  var sheet: String?
  /// The row of the header, from 1; `nil` for the first of the first rows that fits.
  var headerRow: Int?
  /// The names by which the header is known; without any, the first row is the header.
  var wanted: [String] = []
  /// Rows right below the header that explain the columns.
  var explanationRows = 0
  /// Whether the text of merged cells counts for each of them, in the rows below the header.
  var spreadsMerged = false

  /// Whether an apostrophe in front of what looks like a formula is a guard and no text.
  var isGuarded = false

  /// How many rows are looked at for a header.
  static let searchedRows = 20
}

extension TableForm {
  /// The form that `profile` describes.
  init(_ profile: ColumnProfile) {
    dialect = profile.dialect
    isTransposed = profile.transposed ?? false
    sheet = profile.sheet
    headerRow = profile.headerRow
    wanted = profile.header
    explanationRows = profile.explanationRows ?? 0
    spreadsMerged = profile.spreadMerged ?? false
    isGuarded = profile.formulaGuard ?? false
  }
}
