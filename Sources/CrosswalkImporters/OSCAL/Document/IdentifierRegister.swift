import CrosswalkModel

/// The identifiers that a document has used, and where.
struct IdentifierRegister {
  /// Longest identifier, in bytes.
  static let longest = 256

  private var table = SpanTable()
  private var marks: [TextMark] = []

  /// Enters `id`.
  ///
  /// - Returns: The stored identifier, and the place of its first use where this is not the first.
  mutating func enter(_ id: UnsafeRawBufferPointer, at mark: TextMark, in arena: inout TextArena)
    -> (span: TextSpan, first: TextMark?)
  {
    let found = table.insert(id, value: Int32(marks.count), in: &arena)
    guard !found.wasThere else { return (found.span, marks[Int(found.value)]) }
    marks.append(mark)
    return (found.span, nil)
  }

  /// Whether `id` can be named in a reference and shown on a terminal.
  ///
  /// More is taken than OSCAL allows (an identifier that begins with a digit), but nothing that separates the
  /// parts of a reference or a path, no blanks, and nothing that a terminal would obey.
  static func isAllowed(_ id: UnsafeRawBufferPointer) -> Bool {
    guard let first = id.first, id.count <= longest, first != UInt8(ascii: ".") else { return false }
    return id.allSatisfy {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#")
    }
      && isSafe(id)
  }

  /// Whether nothing in `text` would control a terminal or reorder what it shows.
  static func isSafe(_ text: UnsafeRawBufferPointer) -> Bool {
    guard !text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return true }
    return !String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: \.isUnsafeOnATerminal)
  }
}
