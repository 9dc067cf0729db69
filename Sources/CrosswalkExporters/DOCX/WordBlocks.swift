/// Keeps the blocks of a filled part as the standard wants them: every cell ends with a paragraph, no table is without
/// rows, two tables do not touch; what all words vanished from vanishes.
struct WordBlocks {
  private let tree: WordTree

  /// Looks at `tree`.
  init(_ tree: WordTree) { self.tree = tree }

  /// Adds the changes.
  func repair(_ edits: inout WordEdits) {
    for (index, node) in tree.nodes.enumerated() {
      guard let name = node.name, name.isBlockContainer || name == .sdtContent else { continue }
      repair(index, name, &edits)
    }
  }

  private func repair(_ container: Int, _ name: WordName, _ edits: inout WordEdits) {
    let blocks = tree.nodes[container].children.filter {
      [.p, .tbl, .sdt, .altChunk].contains(tree.nodes[$0].name)
    }
    guard name != .sdtContent || !blocks.isEmpty else { return }
    var kept: [Int] = []
    for (place, block) in blocks.enumerated() {
      if isVain(block, in: name, isLast: place == blocks.count - 1) {
        edits.remove(block, of: tree)
      } else {
        kept.append(block)
      }
    }
    for (block, next) in zip(kept, kept.dropFirst()) {
      if tree.nodes[block].name == .tbl, tree.nodes[next].name == .tbl {
        edits.insert("<w:p/>", at: tree.nodes[next].start)
      }
    }
    movePageBreaks(kept, &edits)
    let last = kept.last.flatMap { tree.nodes[$0].name }
    let needsEnd = name == .tc && last != .p || last == nil && name != .sdtContent
    if needsEnd { edits.insert("<w:p/>", at: end(of: container)) }
  }

  private func isVain(_ block: Int, in container: WordName, isLast: Bool) -> Bool {
    switch tree.nodes[block].name {
    case .tbl: !hasRows(block)
    case .p: container != .hdr && container != .ftr && !(container == .tc && isLast) && isBlank(block)
    default: false
    }
  }

  /// Lets the paragraph after a page break of an outline begin the page: a break in a paragraph of its own leaves an
  /// empty page behind where the page before it is full.
  private func movePageBreaks(_ blocks: [Int], _ edits: inout WordEdits) {
    for (place, block) in blocks.enumerated() where gap(block) == .pageBreak && place + 1 < blocks.count {
      guard let properties = tree.child(.pPr, of: blocks[place + 1]),
        tree.child(.pStyle, of: properties) != nil
      else { continue }
      beginPage(properties, &edits)
      edits.remove(block, of: tree)
      if place > 0, gap(blocks[place - 1]) == .space {
        edits.replace(tree.nodes[blocks[place - 1]].range, with: "")
      }
    }
  }

  /// Puts the property where the order of the standard has it, once.
  private func beginPage(_ properties: Int, _ edits: inout WordEdits) {
    let mark = "<w:pageBreakBefore/>"
    if let present = tree.child(.pageBreakBefore, of: properties) {
      return edits.replace(tree.nodes[present].range, with: mark)
    }
    let before: [WordName?] = [.pStyle, .keepNext, .keepLines]
    guard let last = tree.nodes[properties].children.last(where: { before.contains(tree.nodes[$0].name) })
    else { return }
    edits.insert(mark, at: tree.nodes[last].end)
  }

  private enum Gap { case space, pageBreak }

  /// What a paragraph is for that an outline has between blocks; `nil` for any other.
  private func gap(_ block: Int) -> Gap? {
    guard tree.nodes[block].name == .p, let properties = tree.child(.pPr, of: block),
      let style = tree.child(.pStyle, of: properties), tree.nodes[style].value == "TableGap"
    else { return nil }
    let pieces = WordParagraph(block, number: 1, in: tree, file: "").pieces
    if pieces.isEmpty { return .space }
    return pieces.count == 1 && tree.nodes[pieces[0].node].name == .br ? .pageBreak : nil
  }

  /// Where a last block goes: before the properties of the section that end a document.
  private func end(of container: Int) -> Int {
    if let section = tree.child(.sectPr, of: container) { return tree.nodes[section].start }
    return tree.nodes[container].contentEnd
  }

  private func hasRows(_ index: Int) -> Bool {
    tree.nodes[index].children.contains {
      tree.nodes[$0].name == .tr || tree.nodes[$0].name != .tc && hasRows($0)
    }
  }

  /// Whether a paragraph has runs of text and nothing in them: its tags showed nothing.
  ///
  /// One that was empty from the start is there for its space.
  private func isBlank(_ paragraph: Int) -> Bool {
    let text = WordParagraph(paragraph, number: 1, in: tree, file: "")
    return text.pieces.contains(where: \.isText) && text.content() == nil
  }
}
