import CrosswalkModel

/// The names of the columns, taken from the first row of a table.
public struct CSVHeader: Hashable, Sendable {
  /// Whether a column may lack a name.
  public enum EmptyNames: Hashable, Sendable {
    /// Every column has a name.
    case refused
    /// Columns without a name are kept and found by position only.
    case allowed
  }

  /// The names in order, without white space at their ends; runs of white space inside count as one space.
  public let names: [String]
  /// Where each name stands.
  public let locations: [SourceLocation]
  /// The delimiter of the file.
  public let delimiter: CSVDelimiter

  /// Takes `row` as the header.
  ///
  /// - Throws: ``ReadingError`` for two columns of one name, or, unless allowed, a column without a name.
  public init(_ row: CSVRow, emptyNames: EmptyNames = .refused) throws(ReadingError) {
    names = []
    locations = []
    delimiter = row.delimiter
  }

  /// The position of the column called `name`, `nil` when there is none.
  public func column(_ name: String) -> Int? { nil }

  /// The position of the column called `name`.
  ///
  /// - Throws: ``ReadingError`` that names the delimiter in use, the usual cause.
  public func requiredColumn(_ name: String) throws(ReadingError) -> Int { 0 }
}
