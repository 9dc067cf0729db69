import CrosswalkModel

/// What a template consists of once its structure is known; checked, measured and rendered from this.
indirect enum SectionNode: Hashable, Sendable {
  /// Words and markup.
  case text(String)
  /// A tag that shows a value.
  case field(TemplateTag)
  /// What a section's start and end enclose.
  case section(TemplateTag, [SectionNode])

  /// A template before its structure is known.
  enum Piece: Hashable, Sendable {
    /// Words and markup, safe in the format that they are for.
    case text(String)
    /// A tag that is neither that of a part nor a comment.
    case tag(TemplateTag)
  }

  /// The tree of `pieces`.
  ///
  /// - Throws: ``TemplateError`` where sections do not match, are nested too deep, or tags are too many.
  static func tree(_ pieces: [Piece]) throws(TemplateError) -> [SectionNode] {
    /// The nodes of each open section, outermost first, below the section's own start.
    var levels: [(start: TemplateTag?, nodes: [SectionNode])] = [(nil, [])]
    var tags = 0
    for piece in pieces {
      switch piece {
      case .text(let words): levels[levels.count - 1].nodes.append(.text(words))
      case .tag(let tag):
        tags += 1
        guard tags <= TemplateLimits.tags else {
          throw TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: tag.location)
        }
        try add(tag, to: &levels)
      }
    }
    if let open = levels.last?.start {
      throw TemplateError(.unclosedSection(open.spelling), at: open.location)
    }
    return levels[0].nodes
  }

  private static func add(
    _ tag: TemplateTag, to levels: inout [(start: TemplateTag?, nodes: [SectionNode])]
  ) throws(TemplateError) {
    switch tag.kind {
    case .field: levels[levels.count - 1].nodes.append(.field(tag))
    case .section, .inverted:
      guard levels.count <= TemplateLimits.nesting else {
        throw TemplateError(.tooDeep(limit: TemplateLimits.nesting), at: tag.location)
      }
      levels.append((tag, []))
    case .end:
      guard let start = levels[levels.count - 1].start else {
        throw TemplateError(.strayEnd(tag.spelling), at: tag.location)
      }
      guard start.path == tag.path else {
        let expected = "{{/\(start.name)}}"
        throw TemplateError(.mismatchedEnd(tag.spelling, expected: expected), at: tag.location)
      }
      let closed = levels.removeLast()
      levels[levels.count - 1].nodes.append(.section(start, closed.nodes))
    case .partial, .comment:
      throw TemplateError(.defect("\(tag.spelling) was not replaced"), at: tag.location)
    }
  }
}
