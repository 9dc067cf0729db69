import CrosswalkModel

extension OutlineSource {
  /// Refuses tables that would have too many cells, before the parser makes them: it completes short rows without bound.
  ///
  /// A table is among lines that no blank one parts, and has no more columns than the longest of them.
  func checkTables() throws(TemplateError) {
    var (rows, columns, before) = (0, 0, 0)
    for (index, line) in original.enumerated() {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        before += rows * columns
        (rows, columns) = (0, 0)
        continue
      }
      let bars = line.count { $0 == UInt8(ascii: "|") }
      rows += 1
      columns = max(columns, bars == 0 ? 0 : bars + 1)
      guard before + rows * columns <= TemplateLimits.cells else {
        throw TemplateError(
          .markdown(
            "the tables have more than \(TemplateLimits.cells) cells", hint: "let a list repeat rows"),
          at: SourceLocation(file: file, line: index + 1, column: 1))
      }
    }
  }

  /// Refuses characters that are named by their number and must not stand in a template: the engine marks places with
  /// some of them.
  mutating func checkReferences() {
    for (index, line) in original.enumerated() {
      for (offset, reference) in Self.references(in: line) {
        guard let scalar = reference, !TemplateText.isAllowed(scalar) else { continue }
        problems.append(
          TemplateError(
            .reservedCharacter(scalar.value),
            at: SourceLocation(file: file, line: index + 1, column: offset + 1)))
      }
    }
  }

  /// What `&#…;` stands for, with its place; `nil` where it stands for no character.
  private static func references(in line: [UInt8]) -> [(offset: Int, scalar: Unicode.Scalar?)] {
    let sign = [UInt8(ascii: "&"), UInt8(ascii: "#")]
    return line.indices.dropLast().filter { line[$0..<($0 + 2)].elementsEqual(sign) }.map { offset in
      var digits = line[(offset + 2)...].prefix { $0 != UInt8(ascii: ";") }.prefix(10)
      let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      if isHexadecimal { digits.removeFirst() }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      return (offset, value.flatMap(Unicode.Scalar.init))
    }
  }
}
