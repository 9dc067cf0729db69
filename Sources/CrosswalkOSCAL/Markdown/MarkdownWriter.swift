/// Writes blocks of markup as Markdown that ``MarkdownBlockReader`` reads as the same.
enum MarkdownWriter {
  /// The text for `content`: blocks, and lines without a block around them, each a paragraph.
  static func write(_ content: [OSCALElement.Content]) -> String {
    String(decoding: Array(blocks(content).joined(separator: [0x0A, 0x0A])), as: UTF8.self)
  }

  /// The text for one line.
  static func writeLine(_ content: [OSCALElement.Content]) -> String {
    String(decoding: MarkdownLineWriter.write(content), as: UTF8.self)
  }

  private static func blocks(_ content: [OSCALElement.Content]) -> [[UInt8]] {
    var blocks: [[UInt8]] = []
    var line: [OSCALElement.Content] = []
    func endLine() {
      let text = paragraph(line)
      if !text.isEmpty { blocks.append(text) }
      line.removeAll()
    }
    for part in content {
      if case .element(let element) = part, OSCALMarkup.blocks.contains(element.name) {
        endLine()
        let text = block(element)
        if !text.isEmpty { blocks.append(text) }
      } else {
        line.append(part)
      }
    }
    endLine()
    return blocks
  }

  private static func block(_ element: OSCALElement) -> [UInt8] {
    switch element.name {
    case "p": return paragraph(element.content)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      var text = MarkdownLineWriter.write(element.content)
      if text.last == UInt8(ascii: "#") { text.insert(UInt8(ascii: "\\"), at: text.count - 1) }
      let level = element.name.utf8.last.map { Int($0) - 0x30 } ?? 1
      return [UInt8](repeating: UInt8(ascii: "#"), count: level) + [0x20] + text
    case "hr": return Array("---".utf8)
    case "pre": return preformatted(element)
    case "blockquote":
      return prefixed(
        Array(blocks(element.content).joined(separator: [0x0A, 0x0A])), first: "> ", rest: "> ")
    case "ul", "ol": return list(element)
    default: return table(element) ?? MarkdownLineWriter.write([.element(element)])
    }
  }

  /// A paragraph in one line, which begins like nothing else.
  private static func paragraph(_ content: [OSCALElement.Content]) -> [UInt8] {
    var text = MarkdownLineWriter.write(content)
    guard let first = text.first else { return [] }
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    if "#>-+=|".utf8.contains(first) {
      text.insert(UInt8(ascii: "\\"), at: 0)
    } else if digits > 0, digits < text.count, ".)".utf8.contains(text[digits]) {
      text.insert(UInt8(ascii: "\\"), at: digits)
    }
    return text
  }

  private static func preformatted(_ element: OSCALElement) -> [UInt8] {
    let text = element.text.replacing("\r\n", with: "\n")
    guard element.elements.isEmpty, !text.isEmpty else {
      return MarkdownLineWriter.write([.element(element)])
    }
    let count = max(3, longestRun(of: UInt8(ascii: "`"), in: Array(text.utf8)) + 1)
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: count)
    return fence + [0x0A] + Array(text.utf8) + [0x0A] + fence
  }

  // MARK: Lists

  private static func list(_ element: OSCALElement) -> [UInt8] {
    var number = element["start"].flatMap { Int($0) } ?? 1
    var items: [[UInt8]] = []
    var isTight = true
    for item in element.elements {
      let marker = element.name == "ul" ? "- " : "\(number). "
      number += 1
      let blocks = item.name == "li" ? blocks(item.content) : [block(item)]
      let isList = item.elements.map { ["ul", "ol"].contains($0.name) }
      // Text and then a list: nothing has to part them.
      let separator: [UInt8] = blocks.count == 2 && isList.last == true ? [0x0A] : [0x0A, 0x0A]
      if blocks.count > 1, separator.count > 1 { isTight = false }
      items.append(
        prefixed(
          Array(blocks.joined(separator: separator)), first: marker,
          rest: String(repeating: " ", count: marker.utf8.count)))
    }
    return Array(items.joined(separator: isTight ? [0x0A] : [0x0A, 0x0A]))
  }

  /// The lines with `first` before the first and `rest` before every other that is not empty.
  private static func prefixed(_ text: [UInt8], first: String, rest: String) -> [UInt8] {
    var lines: [[UInt8]] = []
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let prefix = index == 0 ? first : line.isEmpty && !rest.hasPrefix(">") ? "" : rest
      lines.append(Array(prefix.utf8) + line)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  // MARK: Tables

  /// A table as rows of cells between bars; `nil` where it is none with one header row.
  private static func table(_ element: OSCALElement) -> [UInt8]? {
    let rows = element.elements
    guard element.name == "table", let header = rows.first, header.elements.count == element.firstWidth,
      rows.allSatisfy({ $0.name == "tr" && $0.attributes.isEmpty && !$0.elements.isEmpty })
    else { return nil }
    let alignments = header.elements.map { $0["align"] }
    for (index, row) in rows.enumerated() {
      let name = index == 0 ? "th" : "td"
      guard row.elements.count == alignments.count,
        zip(row.elements, alignments).allSatisfy({ cell, alignment in
          cell.name == name && cell["align"] == alignment
            && cell.attributes.count == (alignment == nil ? 0 : 1)
        })
      else { return nil }
    }
    guard let rule = rule(alignments) else { return nil }
    var lines = rows.map { row in
      Array("| ".utf8) + row.elements.map(cell).joined(separator: " | ".utf8) + Array(" |".utf8)
    }
    lines.insert(rule, at: 1)
    return Array(lines.joined(separator: [0x0A]))
  }

  private static func cell(_ element: OSCALElement) -> [UInt8] {
    MarkdownLineWriter.write(element.content).flatMap { byte -> [UInt8] in
      byte == UInt8(ascii: "|") ? Array("\\|".utf8) : [byte]
    }
  }

  private static func rule(_ alignments: [String?]) -> [UInt8]? {
    var cells: [String] = []
    for alignment in alignments {
      switch alignment {
      case nil: cells.append("---")
      case "left": cells.append(":---")
      case "center": cells.append(":---:")
      case "right": cells.append("---:")
      default: return nil
      }
    }
    return Array("| \(cells.joined(separator: " | ")) |".utf8)
  }

  static func longestRun(of byte: UInt8, in text: [UInt8]) -> Int {
    var (longest, run) = (0, 0)
    for other in text {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension OSCALElement {
  /// How many cells the first row of a table has.
  fileprivate var firstWidth: Int { elements.first?.elements.count ?? 0 }
}
