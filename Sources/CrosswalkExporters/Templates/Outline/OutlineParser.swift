import CrosswalkModel

/// Reads an outline from Markdown with tags.
struct OutlineParser {
  /// What was read; blocks that an outline may not hold are left out and named in ``problems``.
  private(set) var outline = Outline(blocks: [])
  /// What is wrong, in order of place.
  private(set) var problems: [TemplateError]

  private let source: OutlineSource

  /// Reads `bytes`; what stands in the way of reading at all is thrown.
  init(_ bytes: [UInt8], file: String) throws(TemplateError) {
    source = try OutlineSource(bytes, file: file)
    problems = source.problems
    guard let document = CMarkDocument(source.text) else {
      throw TemplateError(.defect("cmark-gfm has no tables here"))
    }
    document.withRoot { outline.blocks = blocks($0, within: .document) }
    let start = source.location(line: 1, column: 1)
    problems.sort { ($0.location ?? start) < ($1.location ?? start) }
  }

  /// What a block stands in.
  private enum Container {
    case document
    case quote
    case item(depth: Int)
  }

  private mutating func refuse(_ what: String, _ hint: String, at node: CMarkNode, _ parent: CMarkNode? = nil)
  {
    let line = node.line > 0 ? node.line : parent?.line ?? 1
    let column = node.line > 0 ? node.column : parent?.column ?? 1
    problems.append(
      TemplateError(.markdown(what, hint: hint), at: source.location(line: line, column: column)))
  }

  // MARK: - Blocks

  private mutating func blocks(_ parent: CMarkNode, within container: Container) -> [OutlineBlock] {
    parent.children.flatMap { block($0, within: container) }
  }

  private mutating func block(_ node: CMarkNode, within container: Container) -> [OutlineBlock] {
    switch (node.kind, container) {
    case ("paragraph", _): return paragraph(node)
    case ("list", _): return list(node, within: container)
    case ("heading", .document): return heading(node)
    case ("block_quote", .document): return [.quote(blocks(node, within: .quote))]
    case ("table", .document): return table(node)
    case ("thematic_break", .document): return [.pageBreak]
    case ("html_block", _): refuse("the outline holds HTML", Self.noHTML, at: node)
    case ("code_block", _):
      refuse(
        "the outline holds a block of code", "begin the line further left, or write a paragraph", at: node)
    default:
      refuse(
        "a \(Self.name(of: node.kind)) cannot stand in a list or a note", "let it begin at the margin",
        at: node)
    }
    return []
  }

  private static let noHTML = "use Markdown; write &lt; for the sign <"

  private static func name(of kind: String) -> String {
    switch kind {
    case "block_quote": "note"
    case "thematic_break": "page break"
    default: kind
    }
  }

  /// A paragraph; lines that hold nothing but a section's tag stand between paragraphs.
  private mutating func paragraph(_ node: CMarkNode) -> [OutlineBlock] {
    var blocks: [OutlineBlock] = []
    var open: [OutlineInline] = []
    func close() {
      let text = OutlineInline.tidied(open)
      if !text.isEmpty { blocks.append(.paragraph(text)) }
      open = []
    }
    var line: [OutlineInline] = []
    func endLine(with end: OutlineInline?) {
      if case .tag(let tag)? = OutlineInline.tidied(line).only, tag.isStructural {
        close()
        blocks.append(.tag(tag))
      } else {
        open += line + (end.map { [$0] } ?? [])
      }
      line = []
    }
    for child in node.children {
      switch child.kind {
      case "softbreak": endLine(with: .text(" "))
      case "linebreak": endLine(with: .lineBreak)
      default: line += inline(child, in: node, depth: 0)
      }
    }
    endLine(with: nil)
    close()
    return blocks
  }

  private mutating func heading(_ node: CMarkNode) -> [OutlineBlock] {
    let line = source.bytes(ofLine: node.line).drop { $0 == UInt8(ascii: " ") }
    if line.first != UInt8(ascii: "#") {
      refuse(
        "the line below makes the text a heading", "leave a blank line before --- or ===, or begin with #",
        at: node)
    } else if node.level > 4 {
      refuse("a heading of level \(node.level)", "headings go down to ####", at: node)
    }
    let text = OutlineInline.tidied(inlines(node, depth: 0))
    return [.heading(level: min(node.level, 4), text)]
  }

  private mutating func list(_ node: CMarkNode, within container: Container) -> [OutlineBlock] {
    var depth = 1
    if case .item(let outer) = container { depth = outer + 1 }
    guard depth <= TemplateLimits.listLevels else {
      refuse("lists more than \(TemplateLimits.listLevels) deep", "use headings", at: node)
      return []
    }
    if node.isNumbered, node.start != 1 {
      refuse("the list begins with \(node.start)", "numbered lists begin with 1", at: node)
    }
    let items = node.children.map { blocks($0, within: .item(depth: depth)) }
    return [node.isNumbered ? .numbered(items) : .bullets(items)]
  }

  private mutating func table(_ node: CMarkNode) -> [OutlineBlock] {
    var rows = node.children
    guard !rows.isEmpty else { return [] }
    let header = rows.removeFirst().children.map { OutlineInline.tidied(inlines($0, depth: 0)) }
    if header.count > TemplateLimits.columns {
      refuse(
        "the table has \(header.count) columns", "Word opens none with more than \(TemplateLimits.columns)",
        at: node)
    }
    var table = OutlineTable(
      header: header,
      alignments: node.alignments.map { alignment in
        switch alignment {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .standard
        }
      }, rows: [])
    for row in rows {
      let cells = row.children.map { OutlineInline.tidied(inlines($0, depth: 0)) }
      if let tag = Self.rowTag(cells) {
        table.rows.append(.tag(tag))
      } else if !cells.allSatisfy(\.isEmpty) || !source.hasTag(inLine: row.line) {
        // A row of nothing but comments vanishes.
        table.rows.append(.cells(cells))
      }
    }
    return [.table(table)]
  }

  /// The tag of a row that holds nothing else.
  private static func rowTag(_ cells: [[OutlineInline]]) -> TemplateTag? {
    guard case .tag(let tag)? = cells.first?.only, tag.isStructural, cells.dropFirst().allSatisfy(\.isEmpty)
    else { return nil }
    return tag
  }

  // MARK: - Inlines

  private mutating func inlines(_ parent: CMarkNode, depth: Int) -> [OutlineInline] {
    parent.children.flatMap { inline($0, in: parent, depth: depth) }
  }

  private mutating func inline(_ node: CMarkNode, in parent: CMarkNode, depth: Int) -> [OutlineInline] {
    guard depth < TemplateLimits.nesting else {
      refuse("emphasis more than \(TemplateLimits.nesting) deep", "write fewer asterisks", at: node, parent)
      return []
    }
    switch node.kind {
    case "text": return source.pieces(of: node.literal)
    case "softbreak": return [.text(" ")]
    case "linebreak": return [.lineBreak]
    case "strong": return [.strong(inlines(node, depth: depth + 1))]
    case "emph": return [.emphasis(inlines(node, depth: depth + 1))]
    case "html_inline": refuse("the outline holds HTML", Self.noHTML, at: node, parent)
    case "link": refuse("the outline holds a link", "write the address as words", at: node, parent)
    case "image": refuse("the outline holds an image", "name the file as evidence", at: node, parent)
    case "code":
      refuse("the outline holds code", "write \\` for the sign `", at: node, parent)
    default:
      refuse("the outline holds a \(node.kind)", "use text, **strong** and *emphasis*", at: node, parent)
    }
    return []
  }
}
