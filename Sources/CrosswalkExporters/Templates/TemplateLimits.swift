/// How large a template and what it makes may be; more is refused before work is done on it.
enum TemplateLimits {
  /// Bytes of one file of a template.
  static let fileSize = 1 << 20
  /// Bytes of one outline: some shapes of Markdown cost the square of their length.
  static let outlineSize = 1 << 18
  /// Columns of a table: Word opens none with more.
  static let columns = 63
  /// Cells of all tables of an outline: the parser completes rows that lack some.
  static let cells = 100_000
  /// Bytes of a Word file.
  static let wordFileSize = 16 << 20
  /// Parts of its own beside the document.
  static let parts = 64
  /// Tags, with those of a part counted each time that it is used.
  static let tags = 20_000
  /// Sections inside each other, and parts inside each other.
  static let nesting = 32
  /// Bytes of a document.
  static let output = 64 << 20
  /// Tags and texts that rendering comes by, with each repetition counted.
  static let steps = 4_000_000
  /// Lists inside each other: what Word numbers.
  static let listLevels = 9
}
