/// What stands between the cells of a row.
public enum CSVDelimiter: UInt8, Hashable, Sendable, CaseIterable {
  /// `,`
  case comma = 0x2C
  /// `;`, as spreadsheets write it where the comma is the decimal sign.
  case semicolon = 0x3B
  /// The tab character.
  case tab = 0x09

  /// The delimiter as messages show it.
  var shown: String {
    switch self {
    case .comma: "','"
    case .semicolon: "';'"
    case .tab: "tab"
    }
  }
}

/// How the cells of a CSV file are written, as far as the file does not say it itself.
public struct CSVDialect: Hashable, Sendable {
  /// How wide rows are.
  public enum Widths: Hashable, Sendable {
    /// Every row has as many cells as the first: a row of another width is an error.
    case equal
    /// Rows may differ; the caller looks at ``CSVRow/count``.
    case free
  }
  /// The encoding of a file without a byte order mark.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8.
    case utf8
    /// Windows-1252, as older spreadsheets save it; never guessed.
    case windows1252
  }

  /// The delimiter; `nil`: as a first line `sep=…` or else the first row shows it.
  public var delimiter: CSVDelimiter?
  /// How wide rows are.
  public var widths: Widths
  /// The encoding of a file without a byte order mark.
  public var encoding: Encoding

  /// Creates a dialect: RFC 4180, the delimiter detected, all rows equally wide, UTF-8.
  public init(delimiter: CSVDelimiter? = nil, widths: Widths = .equal, encoding: Encoding = .utf8) {
    self.delimiter = delimiter
    self.widths = widths
    self.encoding = encoding
  }
}
