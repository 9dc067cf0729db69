import CrosswalkModel

/// A place in the file that is being read, small enough to be kept for every element.
struct TextMark {
  /// Line, from 1.
  var line: UInt32
  /// Column, from 1, in UTF-8 bytes.
  var column: UInt32

  func location(in file: String) -> SourceLocation {
    SourceLocation(file: file, line: Int(line), column: Int(column))
  }
}
