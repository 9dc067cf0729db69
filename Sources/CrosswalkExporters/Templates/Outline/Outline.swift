/// A document as its template outlines it: what Markdown, HTML and Word files are made from.
struct Outline: Hashable, Sendable {
  /// Its blocks in order.
  var blocks: [OutlineBlock]

  /// Whether it has a heading; a document without any is short, and has no title page and no list of contents.
  var hasHeadings: Bool {
    blocks.contains { block in
      if case .heading = block { true } else { false }
    }
  }
}

/// A block of an outline.
indirect enum OutlineBlock: Hashable, Sendable {
  /// A heading, levels 1 to 4.
  case heading(level: Int, [OutlineInline])
  /// A paragraph.
  case paragraph([OutlineInline])
  /// Items, each of paragraphs and lists.
  case bullets([[OutlineBlock]])
  /// Items counted from 1.
  case numbered([[OutlineBlock]])
  /// A table with a header row.
  case table(OutlineTable)
  /// A note box of paragraphs and lists.
  case quote([OutlineBlock])
  /// What follows begins on a new page.
  case pageBreak
  /// A section's start or end, or a part, that stands alone among the blocks.
  case tag(TemplateTag)
}

/// What a block of an outline stands in.
enum OutlineContainer: Hashable, Sendable {
  /// Nothing else: all blocks may stand there.
  case document
  /// A note, which holds paragraphs and lists.
  case quote
  /// An item of a list inside `depth - 1` others; it holds paragraphs and lists.
  case item(depth: Int)

  /// How many lists are around.
  var depth: Int { if case .item(let depth) = self { depth } else { 0 } }
}

/// A piece of a line of an outline.
enum OutlineInline: Hashable, Sendable {
  /// The author's words.
  case text(String)
  /// A tag of any kind but a comment.
  case tag(TemplateTag)
  /// Strong words.
  indirect case strong([OutlineInline])
  /// Emphasised words.
  indirect case emphasis([OutlineInline])
  /// A new line in the same paragraph.
  case lineBreak
}

/// A table of an outline.
struct OutlineTable: Hashable, Sendable {
  /// How the cells of a column are set.
  enum Alignment: Hashable, Sendable {
    case standard, left, center, right
  }

  /// A row below the header.
  enum Row: Hashable, Sendable {
    /// As many cells as the header has.
    case cells([[OutlineInline]])
    /// A section's start or end that repeats or drops rows.
    case tag(TemplateTag)
  }

  /// The cells of the header.
  var header: [[OutlineInline]]
  /// How each column is set, as many as the header has cells.
  var alignments: [Alignment]
  /// The rows in order.
  var rows: [Row]
}
