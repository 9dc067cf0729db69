/// Writes what stands in one line as Markdown that ``MarkdownLineReader`` reads as the same.
///
/// What Markdown has no mark for is written as a tag. Runs of blanks are one blank, as they are in XML.
struct MarkdownLineWriter {
  /// Marks that cannot stand inside each other.
  private var open: Set<String> = []

  /// The line for `content`, without blanks at both ends.
  static func write(_ content: [OSCALElement.Content]) -> [UInt8] {
    let line = MarkdownLineWriter().line(content)
    return Array(line.trimmingBlanks)
  }

  private func line(_ content: [OSCALElement.Content]) -> [UInt8] {
    var line: [UInt8] = []
    var text = ""
    for part in content {
      if case .text(let more) = part {
        text += more
        continue
      }
      append(text, to: &line)
      text = ""
      if case .element(let element) = part { append(element, to: &line) }
    }
    append(text, to: &line)
    return line
  }

  // MARK: Elements

  private func append(_ element: OSCALElement, to line: inout [UInt8]) {
    switch element.name {
    case "em", "i": appendMarked(element, "*", to: &line)
    case "strong", "b": appendMarked(element, "**", to: &line)
    case "sub": appendMarked(element, "~", to: &line)
    case "sup": appendMarked(element, "^", to: &line)
    case "q": appendMarked(element, "\"", to: &line)
    case "code": appendCode(element, to: &line)
    case "a": appendLink(element, to: &line)
    case "img": appendImage(element, to: &line)
    case "insert": appendInsert(element, to: &line)
    case _ where OSCALMarkup.all.contains(element.name): appendTag(element, to: &line)
    // Nothing of OSCAL: its text is kept, as the importer of XML keeps it.
    default: line += self.line(element.content)
    }
  }

  private func appendMarked(_ element: OSCALElement, _ mark: String, to line: inout [UInt8]) {
    let kind = mark.first.map(String.init) ?? ""
    var inner = self
    inner.open.insert(kind)
    let content = inner.line(element.content)
    let trimmed = content.trimmingBlanks
    let before = line.last
    let isInWord = kind == "\"" && before?.isWordByte == true
    // Marks that touch marks of their own sort would be read as other marks.
    let touches = [before, trimmed.first, trimmed.last].contains(kind.utf8.first)
    guard element.attributes.isEmpty, !open.contains(kind), !touches, !isInWord, !trimmed.isEmpty else {
      return appendTag(element, to: &line)
    }
    if content.first == 0x20 { Self.appendBlank(to: &line) }
    line += Array(mark.utf8) + trimmed + Array(mark.utf8)
    if content.last == 0x20 { line.append(0x20) }
  }

  private static func appendBlank(to line: inout [UInt8]) {
    if line.last != 0x20 { line.append(0x20) }
  }

  private func appendCode(_ element: OSCALElement, to line: inout [UInt8]) {
    let text = Self.collapsed(element.text)
    guard element.attributes.isEmpty, element.elements.isEmpty, !text.trimmingBlanks.isEmpty,
      line.last != UInt8(ascii: "`"), text.first != 0x20, text.last != 0x20
    else { return appendTag(element, to: &line) }
    let fence = [UInt8](
      repeating: UInt8(ascii: "`"), count: MarkdownWriter.longestRun(of: 0x60, in: text) + 1)
    guard fence.count <= 8 else { return appendTag(element, to: &line) }
    let isPadded = text.first == UInt8(ascii: "`") || text.last == UInt8(ascii: "`")
    line += fence + (isPadded ? [0x20] : []) + text + (isPadded ? [0x20] : []) + fence
  }

  private func appendLink(_ element: OSCALElement, to line: inout [UInt8]) {
    guard element.attributes.count == 1, let target = element["href"], Self.isPlain(target),
      !open.contains("[")
    else { return appendTag(element, to: &line) }
    var inner = self
    inner.open.insert("[")
    line += Array("[".utf8) + inner.line(element.content) + Array("](\(target))".utf8)
  }

  private func appendImage(_ element: OSCALElement, to line: inout [UInt8]) {
    guard element.attributes.count == 2, let target = element["src"], Self.isPlain(target),
      let text = element["alt"], !text.utf8.contains(where: \.isPunctuation), !open.contains("[")
    else { return appendTag(element, to: &line) }
    line += Array("![".utf8) + Self.collapsed(text) + Array("](\(target))".utf8)
  }

  /// Whether a target can stand in parentheses as it is.
  private static func isPlain(_ target: String) -> Bool {
    target.utf8.allSatisfy { $0 > 0x20 && !"()<>\\".utf8.contains($0) }
  }

  private func appendInsert(_ element: OSCALElement, to line: inout [UInt8]) {
    func isToken(_ text: String) -> Bool {
      (1...1_024).contains(text.utf8.count)
        && text.utf8.allSatisfy { $0.isWordByte || "-_.".utf8.contains($0) }
    }
    guard element.attributes.count == 2, element.content.isEmpty, let type = element["type"],
      let id = element["id-ref"], isToken(type), isToken(id), line.last != UInt8(ascii: "{")
    else { return appendTag(element, to: &line) }
    line += Array("{{ insert: \(type), \(id) }}".utf8)
  }

  /// An element as a tag, with what stands in it.
  private func appendTag(_ element: OSCALElement, to line: inout [UInt8]) {
    line += Array("<\(element.name)".utf8)
    for attribute in element.attributes where !attribute.name.hasPrefix("{") {
      line += Array(" \(attribute.name)=\"".utf8) + Self.escapedAttribute(attribute.value) + Array("\"".utf8)
    }
    guard !OSCALMarkup.empty.contains(element.name) else {
      line += Array("/>".utf8)
      return
    }
    line += Array(">".utf8)
    if element.name == "pre" {
      line += preformatted(element.content)
    } else {
      line += MarkdownLineWriter().line(element.content)
    }
    line += Array("</\(element.name)>".utf8)
  }

  private func preformatted(_ content: [OSCALElement.Content]) -> [UInt8] {
    content.flatMap { part -> [UInt8] in
      switch part {
      case .element(let element):
        var line: [UInt8] = []
        append(element, to: &line)
        return line
      case .text(let text):
        return Array(String(decoding: escaped(Array(text.utf8), after: nil), as: UTF8.self).utf8).flatMap {
          $0 == 0x0A ? Array("&#10;".utf8) : $0 == 0x0D ? [] : [$0]
        }
      }
    }
  }

  private static func escapedAttribute(_ value: String) -> [UInt8] {
    value.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case 0x0A: Array("&#10;".utf8)
      default: [byte]
      }
    }
  }

  // MARK: Text

  private func append(_ text: String, to line: inout [UInt8]) {
    guard !text.isEmpty else { return }
    var collapsed = Self.collapsed(text)
    if line.last == 0x20, collapsed.first == 0x20 { collapsed.removeFirst() }
    line += escaped(collapsed, after: line.last)
  }

  /// The text with every run of blanks as one.
  static func collapsed(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if !byte.isBlank { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    return bytes
  }

  /// The text with a backslash before what would be read as markup.
  private func escaped(_ text: [UInt8], after before: UInt8?) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      let previous = index > 0 ? text[index - 1] : before
      let next = index + 1 < text.count ? text[index + 1] : nil
      switch byte {
      case UInt8(ascii: "<") where next == nil || next?.isWordByte == true || "/!?".utf8.contains(next ?? 0):
        escaped += Array("&lt;".utf8)
      case UInt8(ascii: "&") where next == UInt8(ascii: "#") || next?.isWordByte == true:
        escaped += Array("&amp;".utf8)
      default:
        if needsBackslash(byte, previous: previous, next: next) { escaped.append(UInt8(ascii: "\\")) }
        escaped.append(byte)
      }
    }
    return escaped
  }

  private func needsBackslash(_ byte: UInt8, previous: UInt8?, next: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "\""): true
    case UInt8(ascii: "\\"): next?.isPunctuation ?? true
    case UInt8(ascii: "_"): !(previous?.isWordByte ?? false) || !(next?.isWordByte ?? false)
    case UInt8(ascii: "{"): next == nil || next == byte
    case UInt8(ascii: "["): open.contains("[")
    case UInt8(ascii: "]"): open.contains("[") || next == nil || next == UInt8(ascii: "(")
    case UInt8(ascii: "!"): next == nil
    default: false
    }
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// The bytes without blanks at both ends.
  var trimmingBlanks: [UInt8] {
    guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank })
    else { return [] }
    return Array(self[first...last])
  }
}
