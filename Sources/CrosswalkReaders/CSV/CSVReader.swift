import CrosswalkModel

/// Why reading a CSV file ended: the file, or the code that received its rows.
public enum CSVReadingError<Failure: Error>: Error {
  /// The file is not allowed, not CSV, or could not be read.
  case reading(ReadingError)
  /// What the receiver threw.
  case receiver(Failure)
}

/// Reads CSV files (RFC 4180) as a stream of rows, bounded and with exact locations.
public struct CSVReader: Sendable {
  /// The bounds that hold.
  public let limits: ReadingLimits
  /// How the cells are written.
  public let dialect: CSVDialect

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard, dialect: CSVDialect = CSVDialect()) {
    self.limits = limits
    self.dialect = dialect
  }

  /// Hands every row of `file` to `receive`, in order, the header row included.
  public func read<Failure: Error>(
    _ file: SourceFile, _ receive: (CSVRow) throws(Failure) -> Void
  ) throws(CSVReadingError<Failure>) {}
}
