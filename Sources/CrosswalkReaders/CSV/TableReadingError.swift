/// Why reading the rows of a table ended: the file, or the code that received its rows.
public enum TableReadingError<Failure: Error>: Error {
  /// The file is not allowed, no table, or could not be read.
  case reading(ReadingError)
  /// What the receiver threw.
  case receiver(Failure)
}

extension TableReadingError where Failure == Never {
  /// What is wrong with the file, where the receiver throws nothing.
  public var fault: ReadingError {
    switch self {
    case .reading(let error): error
    }
  }
}

extension TableReadingError where Failure == ReadingError {
  /// What is wrong with the file, where the receiver finds faults of the same kind.
  public var fault: ReadingError {
    switch self {
    case .reading(let error), .receiver(let error): error
    }
  }
}
