import CrosswalkModel

/// Holds the sections of an outline against its structure: each ends among the blocks, rows or words in which it
/// began, so that leaving it out or repeating it leaves a whole document.
struct OutlineBalance {
  /// What is wrong, in order.
  private(set) var problems: [TemplateError] = []

  /// Checks every container of `outline`.
  init(_ outline: Outline) {
    check(outline.blocks)
  }

  private mutating func check(_ blocks: [OutlineBlock]) {
    var sections = OpenSections()
    for block in blocks {
      switch block {
      case .heading(_, let text), .paragraph(let text): check(text)
      case .bullets(let items), .numbered(let items): for item in items { check(item) }
      case .quote(let inner): check(inner)
      case .table(let table): check(table)
      case .tag(let tag): problems += sections.meet(tag)
      case .pageBreak: break
      }
    }
    problems += sections.end()
  }

  private mutating func check(_ table: OutlineTable) {
    var sections = OpenSections()
    for cell in table.header { check(cell) }
    for row in table.rows {
      switch row {
      case .cells(let cells): for cell in cells { check(cell) }
      case .tag(let tag): problems += sections.meet(tag)
      }
    }
    problems += sections.end()
  }

  private mutating func check(_ text: [OutlineInline]) {
    var sections = OpenSections()
    for piece in text {
      switch piece {
      case .tag(let tag): problems += sections.meet(tag)
      case .strong(let inner), .emphasis(let inner): check(inner)
      case .text, .lineBreak: break
      }
    }
    problems += sections.end()
  }
}

/// The sections that are open at a place.
struct OpenSections {
  private var open: [TemplateTag] = []

  /// Takes note of `tag`; what is wrong with it there.
  mutating func meet(_ tag: TemplateTag) -> [TemplateError] {
    switch tag.kind {
    case .section, .inverted: open.append(tag)
    case .end:
      guard let last = open.last else { return [TemplateError(.strayEnd(tag.spelling), at: tag.location)] }
      guard last.path == tag.path else {
        // The section that it means may be further out: what stands between was not closed.
        if let match = open.lastIndex(where: { $0.path == tag.path }) {
          let unclosed = open[(match + 1)...]
          open.removeSubrange(match...)
          return unclosed.map { TemplateError(.unclosedSection($0.spelling), at: $0.location) }
        }
        let expected = "{{/\(last.name)}}"
        return [TemplateError(.mismatchedEnd(tag.spelling, expected: expected), at: tag.location)]
      }
      open.removeLast()
    case .field, .partial, .comment: break
    }
    return []
  }

  /// The sections that no tag closed.
  mutating func end() -> [TemplateError] {
    defer { open = [] }
    return open.map { TemplateError(.unclosedSection($0.spelling), at: $0.location) }
  }
}
