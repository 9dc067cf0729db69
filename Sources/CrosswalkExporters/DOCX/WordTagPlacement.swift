import CrosswalkModel

/// Puts the tags of a part where repeating or leaving out what they enclose leaves a whole document.
///
/// A section that begins and ends in the words of one paragraph stays there. One whose tags stand alone in paragraphs
/// is moved around the blocks between them, one that begins and ends in two cells around their row, one whose tags stand
/// alone in rows around the rows between.
struct WordTagPlacement {
  /// The changes that move the tags.
  private(set) var edits = WordEdits()
  /// What is wrong, in order of place.
  private(set) var problems: [TemplateError] = []
  /// The paragraphs that hold tags, by their number.
  private(set) var excerpts: [Int: String] = [:]

  /// Stands where the list of contents goes, once the rest of the document is known.
  static let contentsMark = "<?crosswalk-contents?>"

  let tree: WordTree
  private let paragraphs: [Int: WordParagraph]
  /// Numbers the tags of the part, so that those moved to one place keep their order.
  private var firstOrder: [Int: Int] = [:]
  private var hasContents = false

  /// A tag whose other end is not in the same paragraph, cell or row.
  struct Stray {
    let tag: TemplateTag
    let order: Int
    /// Where it goes if its other end is found around here.
    var offset: Int
    /// Whether something stands before it, or after it, in what is around it so far.
    var hasBefore: Bool
    var hasAfter: Bool
    let excerpt: String
  }

  /// What was found in a block, cell or row.
  struct Outcome {
    var strays: [Stray] = []
    var hasContent = false
    /// Whether tags stood in it that are not in its text any more.
    var lostTags = false
  }

  /// Moves the tags of `tree`.
  ///
  /// - Throws: ``TemplateError`` where there are too many, before work is done on them.
  init(_ tree: WordTree, file: String) throws(TemplateError) {
    self.tree = tree
    var paragraphs: [Int: WordParagraph] = [:]
    var number = 0
    var order = 0
    for index in tree.nodes.indices where tree.nodes[index].name == .p {
      number += 1
      let paragraph = WordParagraph(index, number: number, in: tree, file: file)
      firstOrder[index] = order
      order += paragraph.tags.count
      problems += paragraph.problems
      guard order + problems.count <= TemplateLimits.tags else {
        let place = SourceLocation(file: file, line: number, column: 1)
        throw TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: place)
      }
      if !paragraph.tags.isEmpty { excerpts[number] = paragraph.excerpt }
      paragraphs[index] = paragraph
    }
    self.paragraphs = paragraphs
    for index in tree.nodes.indices {
      // A cell belongs to its row; every other container ends the search for a section's other end.
      guard let name = tree.nodes[index].name, name.isBlockContainer, name != .tc else { continue }
      refuse(blocks(index).strays)
    }
  }

  private mutating func refuse(_ strays: [Stray]) {
    for stray in strays {
      let spelling = stray.tag.spelling
      let reason: TemplateError.Reason =
        stray.tag.kind == .end ? .strayEnd(spelling) : .unclosedSection(spelling)
      problems.append(TemplateError(reason, at: stray.tag.location, excerpt: stray.excerpt))
    }
  }

  // MARK: - Blocks

  /// Places the tags among the blocks in `container`.
  private mutating func blocks(_ container: Int) -> Outcome {
    var parts: [Outcome] = []
    for child in tree.nodes[container].children {
      switch tree.nodes[child].name {
      case .p: parts.append(paragraph(child))
      case .tbl:
        var table = rows(child)
        refuse(table.strays)
        table.strays = []
        table.hasContent = true
        parts.append(table)
      case .some(let name) where name.isBlockContainer: continue
      case .sectPr, .tcPr, .sdtPr: continue
      default: parts.append(around(child, blocks(child)))
      }
    }
    return matched(parts)
  }

  /// What stands in an element around blocks or rows (a content control) goes before or after it.
  private func around(_ node: Int, _ inner: Outcome) -> Outcome {
    var outcome = inner
    for index in outcome.strays.indices {
      let range = tree.nodes[node].range
      outcome.strays[index].offset = outcome.strays[index].hasBefore ? range.upperBound : range.lowerBound
    }
    return outcome
  }

  /// Places sections that begin and end among `parts`; the others are left with what stands around them.
  private mutating func matched(_ parts: [Outcome], at row: Range<Int>? = nil) -> Outcome {
    var outcome = Outcome()
    var open: [Stray] = []
    var ends: [Stray] = []
    let lastContent = parts.lastIndex(where: \.hasContent) ?? -1
    for (place, part) in parts.enumerated() {
      for var stray in part.strays {
        stray.hasBefore = stray.hasBefore || outcome.hasContent
        stray.hasAfter = stray.hasAfter || place < lastContent
        if stray.tag.kind != .end {
          open.append(stray)
        } else if let start = open.popLast() {
          edits.insert(start.tag, at: row?.lowerBound ?? start.offset, order: start.order)
          edits.insert(stray.tag, at: row?.upperBound ?? stray.offset, order: stray.order)
        } else {
          ends.append(stray)
        }
      }
      outcome.hasContent = outcome.hasContent || part.hasContent
      outcome.lostTags = outcome.lostTags || part.lostTags
    }
    outcome.strays = (ends + open).sorted { $0.order < $1.order }
    return outcome
  }

  // MARK: - Tables

  /// Places the tags among the rows in `table`, or in an element around rows.
  private mutating func rows(_ table: Int) -> Outcome {
    var parts: [Outcome] = []
    for child in tree.nodes[table].children {
      switch tree.nodes[child].name {
      case .tr: parts.append(row(child))
      case .tblPr, .tblGrid, .sdtPr: continue
      default: parts.append(around(child, rows(child)))
      }
    }
    return matched(parts)
  }

  private mutating func row(_ row: Int) -> Outcome {
    let range = tree.nodes[row].range
    var cells: [Outcome] = []
    collectCells(row, into: &cells)
    var outcome = matched(cells, at: range)
    if !outcome.hasContent, outcome.lostTags {
      // Nothing but tags stood in it.
      edits.replace(range, with: "")
      for index in outcome.strays.indices { outcome.strays[index].offset = range.lowerBound }
      outcome.hasContent = false
      return outcome
    }
    return settled(outcome, in: range)
  }

  private mutating func collectCells(_ node: Int, into cells: inout [Outcome]) {
    for child in tree.nodes[node].children {
      switch tree.nodes[child].name {
      case .tc: cells.append(blocks(child))
      case .p, .tbl: continue
      default: collectCells(child, into: &cells)
      }
    }
  }

  /// Strays at the border of what `range` holds go before or after it; those in its middle are refused.
  private mutating func settled(_ outcome: Outcome, in range: Range<Int>) -> Outcome {
    var settled = outcome
    settled.strays = []
    settled.hasContent = true
    for var stray in outcome.strays {
      if stray.hasBefore && stray.hasAfter {
        refuse([stray])
        continue
      }
      stray.offset = stray.hasBefore ? range.upperBound : range.lowerBound
      settled.strays.append(stray)
    }
    return settled
  }

  // MARK: - Paragraphs

  private mutating func paragraph(_ node: Int) -> Outcome {
    guard let paragraph = paragraphs[node] else { return Outcome() }
    guard !paragraph.tags.isEmpty else {
      return Outcome(hasContent: paragraph.content() != nil)
    }
    let words = WordTagWords(paragraph, in: tree)
    problems += words.problems
    words.edit(&edits)
    var outcome = Outcome(hasContent: words.hasContent, lostTags: words.removesTags)
    let range = tree.nodes[node].range
    let excerpt = paragraph.excerpt
    for place in words.strays {
      outcome.strays.append(
        Stray(
          tag: paragraph.tags[place].tag, order: (firstOrder[node] ?? 0) + place, offset: range.lowerBound,
          hasBefore: words.hasContent(before: place), hasAfter: words.hasContent(after: place),
          excerpt: excerpt))
    }
    guard words.hasContent else {
      guard words.removesTags else { return outcome }
      // What is left of the paragraph, marks of ranges, stands outside of a section that begins here.
      for index in outcome.strays.indices where outcome.strays[index].tag.kind != .end {
        outcome.strays[index].offset = range.upperBound
      }
      if words.marksContents { placeContents(paragraph) }
      edits.remove(node, of: tree)
      return outcome
    }
    return settled(outcome, in: range)
  }

  private mutating func placeContents(_ paragraph: WordParagraph) {
    if hasContents, let tag = paragraph.tags.first?.tag {
      problems.append(
        TemplateError(
          .word("the list of contents stands here a second time", hint: "remove one of both comments"),
          at: tag.location, excerpt: paragraph.excerpt))
    }
    hasContents = true
    edits.insert(Self.contentsMark, at: tree.nodes[paragraph.node].start)
  }
}
