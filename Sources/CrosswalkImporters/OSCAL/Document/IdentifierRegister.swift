import CrosswalkModel

/// The identifiers that a document has used, and where.
struct IdentifierRegister {
  /// Longest identifier, in bytes.
  static let longest = 256

  private var table = SpanTable()
  private var lines: [UInt32] = []
  private var columns: [UInt32] = []

  /// Enters `id`.
  ///
  /// - Returns: The stored identifier, and the line and column of its first use where this is not the first.
  mutating func enter(
    _ id: UnsafeRawBufferPointer, line: Int, column: Int, in arena: inout TextArena
  ) -> (span: TextSpan, first: (line: UInt32, column: UInt32)?) {
    let found = table.insert(id, value: Int32(lines.count), in: &arena)
    guard !found.wasThere else { return (found.span, (lines[Int(found.value)], columns[Int(found.value)])) }
    lines.append(UInt32(line))
    columns.append(UInt32(column))
    return (found.span, nil)
  }

  /// Whether `id` can be named in a reference and shown on a terminal.
  ///
  /// More is taken than OSCAL allows (an identifier that begins with a digit), but nothing that separates the parts
  /// of a reference or a path, no blanks, and nothing that a terminal would obey.
  static func isAllowed(_ id: UnsafeRawBufferPointer) -> Bool {
    guard let first = id.first, id.count <= longest, first != UInt8(ascii: ".") else { return false }
    return id.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") }
      && isSafe(id)
  }

  /// Whether nothing in `text` would control a terminal or reorder what it shows.
  static func isSafe(_ text: UnsafeRawBufferPointer) -> Bool {
    guard !text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return true }
    return !String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: \.isUnsafeOnATerminal)
  }
}
