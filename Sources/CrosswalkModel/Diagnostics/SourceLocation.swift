/// A place in an input file that an editor can jump to.
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file as the user named it; for a member of a container, `archive.zip!member.xml`.
  public let file: String
  /// Line, from 1.
  ///
  /// A line ends at LF, CRLF or a lone CR.
  public let line: Int
  /// Column, from 1, in UTF-8 bytes of the text as the reader decoded it.
  public let column: Int

  /// Creates a location; `line` and `column` count from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// Orders by file, then by place in it.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
