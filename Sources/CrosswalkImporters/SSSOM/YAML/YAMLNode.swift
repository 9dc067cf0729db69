import CrosswalkModel

/// One value of a metadata block, with its place.
struct YAMLNode {
  /// What stands there.
  indirect enum Value {
    /// A scalar as text, whatever its type; `nil` for an empty value, `~` or `null`.
    case scalar(String?)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One member of a mapping.
  struct Entry {
    var key: String
    var location: SourceLocation
    var value: YAMLNode
  }

  var value: Value
  var location: SourceLocation
}

/// One line of a metadata block.
struct YAMLLine {
  /// Blanks before the content.
  var indent: Int
  /// The content, without blanks at its end.
  var text: Substring
  /// Number of the line in its file, from 1.
  var number: Int
  /// Column, from 1, of the place that `indent` counts from.
  var origin: Int

  var isBlank: Bool { text.isEmpty }
  /// Blank, or nothing but a comment.
  var isLayout: Bool { text.isEmpty || text.first == "#" }
  var isItem: Bool { text == "-" || text.hasPrefix("- ") }

  /// - Parameter start: Column, from 1, of the first byte of `raw`.
  init(_ raw: Substring, number: Int, start: Int) {
    let content = raw.utf8.drop { $0 == 0x20 }
    indent = raw.utf8.count - content.count
    var end = content.endIndex
    while end > content.startIndex {
      let before = content.index(before: end)
      guard [0x20, 0x09, 0x0D].contains(content[before]) else { break }
      end = before
    }
    text = raw[content.startIndex..<end]
    self.number = number
    origin = start
  }

  func location(in file: String, after offset: Int = 0) -> SourceLocation {
    SourceLocation(file: file, line: number, column: origin + indent + offset)
  }
}
