import CrosswalkModel

/// The text of a template's file.
enum TemplateText {
  /// `bytes` as UTF-8 with lines that end in LF, without a byte order mark.
  ///
  /// Private-use and control characters are refused: the engine marks places with the former, and no document has a
  /// use for the latter.
  static func read(
    _ bytes: [UInt8], file: String, limit: Int = TemplateLimits.fileSize
  ) throws(TemplateError) -> [UInt8] {
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard bytes.count <= limit else {
      throw TemplateError(.tooLarge(bytes: bytes.count, limit: limit), at: start)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateError(.notText, at: start)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var line = 1
    var lineStart = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{FEFF}" where plain.isEmpty: continue
      case "\n":
        if plain.last == UInt8(ascii: "\r") { plain.removeLast() }
        line += 1
        lineStart = plain.count + 1
      case "\r", "\t": break
      default:
        guard isAllowed(scalar) else {
          let place = SourceLocation(file: file, line: line, column: plain.count - lineStart + 1)
          throw TemplateError(.reservedCharacter(scalar.value), at: place)
        }
      }
      plain.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
    return plain.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
  }

  /// Whether a character may stand in a template: those for private use mark places in documents that are made.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isForbiddenInMarkup && scalar.properties.generalCategory != .privateUse
  }
}
