import CrosswalkModel

extension OutlineInline {
  /// Its pieces without emphasis around them.
  private var flat: [OutlineInline] {
    switch self {
    case .text, .tag, .lineBreak: [self]
    case .strong(let inner), .emphasis(let inner): inner.flatMap(\.flat)
    }
  }

  /// The tags of a text, in order.
  static func tags(in text: [OutlineInline]) -> [TemplateTag] {
    text.flatMap(\.flat).compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
  }

  /// Whether a text ends in the author's own brace: a tag right behind would be another one.
  static func endsInBrace(_ text: [OutlineInline]) -> Bool {
    if case .text(let words)? = text.flatMap(\.flat).last { words.hasSuffix("{") } else { false }
  }

  /// What in the author's words a Word file cannot say, where its text is scanned for tags, and the tag that it stands
  /// beside: two braces, a brace at a tag, an accent on the brace of a tag.
  static func unspeakable(in text: [OutlineInline]) -> (what: String, hint: String, tag: TemplateTag?)? {
    let apart = "leave a blank between the braces"
    var words = ""
    var before: TemplateTag?
    for piece in text.flatMap(\.flat) {
      switch piece {
      case .text(let more):
        words += more
        if words.contains("{{") { return ("the text holds {{ that begins no tag", apart, nil) }
        if let before, !CompiledTemplate.keepsApart(words) {
          return ("the text behind the tag begins with an accent", "leave a blank between", before)
        }
      case .tag(let tag):
        if words.hasSuffix("{") { return ("the text before the tag ends in {", apart, tag) }
        if !CompiledTemplate.keepsApart(words) {
          return ("the text before the tag ends in a sign that joins it", "leave a blank between", tag)
        }
        (words, before) = ("", tag)
      case .lineBreak: (words, before) = ("", nil)
      case .strong, .emphasis: break
      }
    }
    return nil
  }
}

extension OutlineBlock {
  /// The tags of blocks, in order.
  static func tags(in blocks: [OutlineBlock]) -> [TemplateTag] {
    blocks.flatMap { block -> [TemplateTag] in
      switch block {
      case .heading(_, let text), .paragraph(let text): OutlineInline.tags(in: text)
      case .bullets(let items), .numbered(let items): items.flatMap(tags(in:))
      case .quote(let inner): tags(in: inner)
      case .tag(let tag): [tag]
      case .pageBreak: []
      case .table(let table):
        table.header.flatMap(OutlineInline.tags(in:))
          + table.rows.flatMap { row in
            switch row {
            case .cells(let cells): cells.flatMap(OutlineInline.tags(in:))
            case .tag(let tag): [tag]
            }
          }
      }
    }
  }
}
