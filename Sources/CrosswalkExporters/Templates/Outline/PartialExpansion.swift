import CrosswalkModel

/// Puts the parts of a template where their tags stand.
struct PartialExpansion {
  /// What is wrong, in order.
  private(set) var problems: [TemplateError] = []

  private let parts: [String: Outline]
  /// The parts that are being put in, outermost first.
  private var open: [String] = []
  private var tags = 0
  /// The names of the parts that were asked for.
  private(set) var used: Set<String> = []

  /// Prepares to put in `parts`, by their names.
  init(parts: [String: Outline]) { self.parts = parts }

  /// `outline` with its parts put in.
  ///
  /// - Throws: ``TemplateError`` where parts stand in each other too deep, or make too many tags.
  mutating func expand(_ outline: Outline) throws(TemplateError) -> Outline {
    Outline(blocks: try expand(outline.blocks, within: .document))
  }

  /// - Parameter part: The tag of the part that the blocks are; `nil` for those of the document.
  private mutating func expand(
    _ blocks: [OutlineBlock], within container: OutlineContainer, of part: TemplateTag? = nil
  ) throws(TemplateError) -> [OutlineBlock] {
    var expanded: [OutlineBlock] = []
    for block in blocks {
      if let part, let name = container.refused(block) {
        problems.append(TemplateError(.partialOutOfPlace(part.name, holds: name), at: part.location))
        continue
      }
      let item = OutlineContainer.item(depth: container.depth + 1)
      switch block {
      case .heading(let level, let text): expanded.append(.heading(level: level, try expand(text)))
      case .paragraph(let text): expanded.append(.paragraph(try expand(text)))
      case .bullets(let items): expanded.append(.bullets(try expand(items, within: item, of: part)))
      case .numbered(let items): expanded.append(.numbered(try expand(items, within: item, of: part)))
      case .quote(let blocks): expanded.append(.quote(try expand(blocks, within: .quote, of: part)))
      case .table(let table): expanded.append(.table(try expand(table)))
      case .pageBreak: expanded.append(block)
      case .tag(let tag):
        try count(tag)
        guard tag.kind == .partial else {
          expanded.append(block)
          continue
        }
        guard let part = try enter(tag) else { continue }
        expanded += try expand(part.blocks, within: container, of: tag)
        open.removeLast()
      }
    }
    return expanded
  }

  private mutating func expand(
    _ items: [[OutlineBlock]], within container: OutlineContainer, of part: TemplateTag?
  ) throws(TemplateError) -> [[OutlineBlock]] {
    var expanded: [[OutlineBlock]] = []
    for item in items { expanded.append(try expand(item, within: container, of: part)) }
    return expanded
  }

  private mutating func expand(_ cells: [[OutlineInline]]) throws(TemplateError) -> [[OutlineInline]] {
    var expanded: [[OutlineInline]] = []
    for cell in cells { expanded.append(try expand(cell)) }
    return expanded
  }

  private mutating func expand(_ table: OutlineTable) throws(TemplateError) -> OutlineTable {
    var expanded = table
    expanded.header = try expand(table.header)
    expanded.rows = []
    for row in table.rows {
      switch row {
      case .cells(let cells): expanded.rows.append(.cells(try expand(cells)))
      case .tag(let tag):
        try count(tag)
        if tag.kind == .partial {
          problems.append(TemplateError(.partialAmongRows(tag.name), at: tag.location))
        } else {
          expanded.rows.append(row)
        }
      }
    }
    return expanded
  }

  private mutating func expand(_ text: [OutlineInline]) throws(TemplateError) -> [OutlineInline] {
    var expanded: [OutlineInline] = []
    for piece in text {
      switch piece {
      case .text, .lineBreak: expanded.append(piece)
      case .strong(let inner): expanded.append(.strong(try expand(inner)))
      case .emphasis(let inner): expanded.append(.emphasis(try expand(inner)))
      case .tag(let tag):
        try count(tag)
        expanded += tag.kind == .partial ? try words(of: tag) : [piece]
      }
    }
    return expanded
  }

  /// The words of a part that stands in a text: it is one paragraph.
  private mutating func words(of tag: TemplateTag) throws(TemplateError) -> [OutlineInline] {
    guard let part = try enter(tag) else { return [] }
    defer { open.removeLast() }
    guard case .paragraph(let words)? = part.blocks.only else {
      problems.append(TemplateError(.partialInText(tag.name), at: tag.location))
      return []
    }
    let text = try expand(words)
    if OutlineInline.endsInBrace(text) {
      let hint = "leave a blank behind it"
      problems.append(
        TemplateError(.markdown("the part `\(tag.name)` ends in {", hint: hint), at: tag.location))
    }
    return text
  }

  /// The part that `tag` names, noted as open; `nil` where that is a problem.
  private mutating func enter(_ tag: TemplateTag) throws(TemplateError) -> Outline? {
    guard let part = parts[tag.name] else {
      let closest = ClosestNames.to(tag.name, among: parts.keys)
      problems.append(TemplateError(.unknownPartial(tag.name, closest: closest), at: tag.location))
      return nil
    }
    guard !open.contains(tag.name) else {
      problems.append(TemplateError(.recursivePartial(tag.name), at: tag.location))
      return nil
    }
    guard open.count < TemplateLimits.nesting else {
      throw TemplateError(.tooDeep(limit: TemplateLimits.nesting), at: tag.location)
    }
    open.append(tag.name)
    return part
  }

  private mutating func count(_ tag: TemplateTag) throws(TemplateError) {
    tags += 1
    if tag.kind == .partial { used.insert(tag.name) }
    guard tags <= TemplateLimits.tags else {
      throw TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: tag.location)
    }
  }
}

extension OutlineContainer {
  /// What `block` is, as its author calls it, where the container cannot hold it; `nil` where it can.
  fileprivate func refused(_ block: OutlineBlock) -> String? {
    if self == .document { return nil }
    switch block {
    case .paragraph, .tag: return nil
    case .bullets, .numbered: return depth < TemplateLimits.listLevels ? nil : "list"
    case .heading: return "heading"
    case .table: return "table"
    case .quote: return "note"
    case .pageBreak: return "page break"
    }
  }
}
