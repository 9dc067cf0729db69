extension HTMLContextReader {
  /// Reads the attributes of an element and its end.
  mutating func readAttributes(of element: String) {
    let start = offset
    while offset < bytes.count {
      skipBlanks()
      if starts(">") || starts("/>") {
        offset += starts(">") ? 1 : 2
        return
      }
      readAttribute(of: element)
    }
    refuse("an element that does not end", "end it with >", at: start)
  }

  private mutating func readAttribute(of element: String) {
    let hint = "tags stand inside quoted values: class=\"{{name}}\""
    if refuseTag(in: "the place of an attribute's name", hint) { return }
    let place = offset
    let name = readName()
    guard !name.isEmpty else {
      if offset < bytes.count {
        refuse("a character that begins no attribute", "write NAME=\"VALUE\"", at: offset)
      }
      offset = min(offset + 1, bytes.count)
      return
    }
    if let (what, hint) = HTMLRules.refusal(ofAttribute: name, in: element) { refuse(what, hint, at: place) }
    _ = refuseTag(in: "the name of an attribute", hint)
    skipBlanks()
    if starts("=") {
      offset += 1
      skipBlanks()
      readValue(of: name)
    }
  }

  private mutating func readValue(of name: String) {
    let start = offset
    guard let quote = bytes[offset...].first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      while offset < bytes.count, !isBlank(bytes[offset]), bytes[offset] != UInt8(ascii: ">") {
        if !refuseTag(in: "a value without quotation marks", "write \(name)=\"…\"") { offset += 1 }
      }
      return checkValue(bytes[start..<offset], of: name, at: start)
    }
    offset += 1
    let outer = sections
    sections = OpenSections()
    while offset < bytes.count, bytes[offset] != quote { readQuoted(name, from: start + 1) }
    problems += sections.end()
    sections = outer
    checkValue(bytes[min(start + 1, offset)..<offset], of: name, at: start)
    offset = min(offset + 1, bytes.count)
  }

  /// A step inside a quoted value: a tag or a byte.
  private mutating func readQuoted(_ name: String, from start: Int) {
    guard let found = tags[offset] else {
      offset += 1
      return
    }
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    if HTMLRules.allowsTags(inAttribute: name, after: before), found.tag.kind != .partial {
      take(found)
    } else {
      _ = refuseTag(
        in: "the attribute \(name)", "tags stand in class, id, title, lang, alt, aria-… and data-…")
    }
  }

  private mutating func checkValue(_ value: ArraySlice<UInt8>, of name: String, at start: Int) {
    if let (what, hint) = HTMLRules.refusal(ofValue: String(decoding: value, as: UTF8.self), of: name) {
      refuse(what, hint, at: start)
    }
  }
}
