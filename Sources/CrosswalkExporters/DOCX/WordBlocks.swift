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
    var last: WordName?
    for (place, block) in blocks.enumerated() {
      let node = tree.nodes[block]
      let isVain: Bool
      switch node.name {
      case .tbl: isVain = !hasRows(block)
      case .p:
        isVain = name != .hdr && name != .ftr && !(name == .tc && place == blocks.count - 1) && isBlank(block)
      default: isVain = false
      }
      guard !isVain else {
        edits.replace(node.range, with: "")
        continue
      }
      if node.name == .tbl, last == .tbl { edits.insert("<w:p/>", at: node.start) }
      last = node.name
    }
    let needsEnd = name == .tc && last != .p || last == nil && name != .sdtContent
    if needsEnd { edits.insert("<w:p/>", at: end(of: container)) }
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

  /// Whether a paragraph has runs of text and nothing in them: its tags showed nothing. One that was empty from the
  /// start is there for its space.
  private func isBlank(_ paragraph: Int) -> Bool {
    let text = WordParagraph(paragraph, number: 1, in: tree, file: "")
    return text.pieces.contains(where: \.isText)
      && !text.hasContent(in: 0..<text.text.count, ignoring: [])
  }
}
