import CrosswalkModel

/// What a provision is made of, in order.
enum FormexBlock {
  /// Words between other blocks: each run of them is a subparagraph.
  case words(FormexPassage)
  case point(FormexPoint)
  /// A part with a title: a section of an annex, a subdivision of an article.
  case heading(FormexElement)
  case paragraph(FormexElement)
  case article(FormexElement)
  case table(FormexElement)
  /// Text of another act that this act amends, or inserts there.
  case quotation(FormexPassage)
}

/// One point or indent of a list.
struct FormexPoint {
  /// The bare number; `nil` for a dash, which is counted.
  var number: String?
  /// As printed.
  var label: FormexPassage
  let element: FormexElement
  /// What follows the number.
  var content: [FormexElement.Content]

  /// Whether its words begin with a quotation mark, as a defined term does.
  var beginsWithQuotation: Bool { Self.beginsWithQuotation(content) }

  private static let quotationMarks: Set<Character> = ["‘", "“", "„", "«", "»", "”", "’", "\"", "'"]

  private static func beginsWithQuotation(_ content: [FormexElement.Content]) -> Bool {
    for part in content {
      switch part {
      case .text(let text):
        if let first = text.first(where: { !$0.isWhitespace }) { return quotationMarks.contains(first) }
      case .element(let element):
        return element.name == .quoteStart || beginsWithQuotation(element.content)
      }
    }
    return false
  }
}

extension FormexTextReader {
  /// Takes `content` apart into blocks; frames such as `P` and `ALINEA` vanish.
  mutating func blocks(_ content: [FormexElement.Content], of element: FormexElement) -> [FormexBlock] {
    var collected = FormexBlocks()
    split(content, of: element, into: &collected)
    return collected.finished()
  }

  private mutating func split(
    _ content: [FormexElement.Content], of element: FormexElement, into blocks: inout FormexBlocks
  ) {
    for part in content {
      switch part {
      case .text(let text): blocks.run.append(text, line: element.line, column: element.column)
      case .element(let child): split(child, into: &blocks)
      }
    }
  }

  private mutating func split(_ child: FormexElement, into blocks: inout FormexBlocks) {
    let isInline = child.name?.isInline ?? !child.holdsBlocks
    guard !isInline else { return read(child, into: &blocks.run) }
    blocks.endRun()
    switch child.name {
    case .list, .definitionList: split(child.content, of: child, into: &blocks)
    case .item, .definitionItem: splitItem(child, into: &blocks)
    case .numbered: blocks.append(.point(point(child, content: child.content)))
    case .sequenceGroup, .division, .subdivision: blocks.append(.heading(child))
    case .paragraph: blocks.append(.paragraph(child))
    case .article: blocks.append(.article(child))
    case .table: blocks.append(.table(child))
    case .quotation: blocks.append(.quotation(passage(child)))
    case .tableNotes: for note in child.elements { read(note, into: &blocks.run) }
    case .some(let name):
      if !name.isFrame { leaveOut(child, why: "not expected here: its text is kept, its meaning is not") }
      split(child.content, of: child, into: &blocks)
    case nil:
      nameUnknown(child)
      split(child.content, of: child, into: &blocks)
    }
    blocks.endRun()
  }

  /// An item holds a numbered point and what belongs to it, or is an indent itself.
  private mutating func splitItem(_ item: FormexElement, into blocks: inout FormexBlocks) {
    guard let numbered = item.first(.numbered) else {
      blocks.append(.point(FormexPoint(label: FormexPassage(), element: item, content: item.content)))
      return
    }
    let others = item.content.filter {
      if case .element(let element) = $0 { element.name != .numbered } else { true }
    }
    blocks.append(.point(point(numbered, content: numbered.content + others)))
    for further in item.elements.filter({ $0.name == .numbered }).dropFirst() {
      blocks.append(.point(point(further, content: further.content)))
    }
  }

  /// A point from an element whose number stands in `content`.
  mutating func point(_ element: FormexElement, content: [FormexElement.Content]) -> FormexPoint {
    var label = FormexPassage()
    var rest: [FormexElement.Content] = []
    for part in content {
      if case .element(let child) = part, child.name == .numberOfPoint || child.name == .paragraphNumber {
        read(child.content, of: child, into: &label)
      } else {
        rest.append(part)
      }
    }
    return FormexPoint(number: FormexNumber.bare(label.text), label: label, element: element, content: rest)
  }
}

/// Collects blocks and the run of words between them.
private struct FormexBlocks {
  var run = FormexPassage()
  private var blocks: [FormexBlock] = []
  /// Punctuation that stands before anything else, such as the mark before quoted text.
  private var prefix: FormexPassage?

  mutating func append(_ block: FormexBlock) {
    guard let prefix else { return blocks.append(block) }
    self.prefix = nil
    if case .quotation(let passage) = block {
      var whole = prefix
      whole.append(passage)
      blocks.append(.quotation(whole))
    } else {
      blocks += [.words(prefix), block]
    }
  }

  /// Ends the run: words become a block; punctuation alone belongs to what stands before it.
  mutating func endRun() {
    let run = run
    self.run = FormexPassage()
    guard !run.isEmpty || !run.notes.isEmpty else { return }
    guard run.isPunctuation else { return append(.words(run)) }
    switch blocks.popLast() {
    case .words(var passage):
      passage.append(run)
      blocks.append(.words(passage))
    case .quotation(var passage):
      passage.append(run)
      blocks.append(.quotation(passage))
    case .point(var point) where run.notes.isEmpty:
      point.content.append(.text(run.text))
      blocks.append(.point(point))
    case .some(let other): blocks += [other, .words(run)]
    case nil: prefix = run
    }
  }

  consuming func finished() -> [FormexBlock] {
    endRun()
    return prefix.map { [.words($0)] } ?? blocks
  }
}
