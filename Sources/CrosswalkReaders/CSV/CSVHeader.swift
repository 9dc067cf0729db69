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
  private let columns: [String: Int]

  /// Takes `row` as the header.
  ///
  /// - Throws: ``ReadingError`` for two columns of one name, or, unless allowed, a column without a name.
  public init(_ row: CSVRow, emptyNames: EmptyNames = .refused) throws(ReadingError) {
    var names: [String] = []
    var locations: [SourceLocation] = []
    var columns: [String: Int] = [:]
    for column in 0..<row.count {
      let cell = row[column]
      let name = Self.name(cell.string)
      let location = cell.location
      if name.isEmpty && emptyNames == .refused { throw ReadingError(.emptyColumnName, at: location) }
      if let first = columns[name] {
        throw ReadingError(.duplicateColumn(name, firstSeen: locations[first]), at: location)
      }
      if !name.isEmpty { columns[name] = column }
      names.append(name)
      locations.append(location)
    }
    self.names = names
    self.locations = locations
    self.columns = columns
    delimiter = row.delimiter
  }

  /// The position of the column called `name`, `nil` when there is none.
  public func column(_ name: String) -> Int? { columns[name] }

  /// The position of the column called `name`.
  ///
  /// - Throws: ``ReadingError`` that names the delimiter in use, the usual cause.
  public func requiredColumn(_ name: String) throws(ReadingError) -> Int {
    if let column = columns[name] { return column }
    throw ReadingError(.missingColumn(name, delimiter: delimiter), at: locations[0])
  }

  /// Spreadsheets break lines inside of headers and leave spaces at their ends.
  private static func name(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
