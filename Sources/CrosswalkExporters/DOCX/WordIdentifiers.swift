/// Keeps identifiers single where sections repeated what carries them.
struct WordIdentifiers {
  private var bookmarks: Set<String> = []
  private var names: Set<String> = []
  private var drawings: Set<String> = []
  private var controls: Set<String> = []
  private var paragraphs: Set<String> = []
  /// Above what this toolkit gives out, and word processors for most.
  private var next = 1_000_000

  /// Adds the changes for one part of the file; the parts share what was given out.
  mutating func makeUnique(_ tree: WordTree, _ edits: inout WordEdits) {
    /// The identifier that the open bookmark with the original identifier has now.
    var open: [String: String] = [:]
    for (index, node) in tree.nodes.enumerated() {
      guard let name = node.name else { continue }
      switch name {
      case .bookmarkStart:
        let identifier = unique(node.value ?? "", in: \.bookmarks)
        if let value = node.value { open[value] = identifier }
        renameBookmark(index, identifier, tree, &edits)
      case .bookmarkEnd:
        guard let value = node.value, let identifier = open.removeValue(forKey: value) else {
          edits.replace(node.range, with: "")
          continue
        }
        if identifier != value { set("id", to: identifier, index, tree, &edits) }
      case .docPr: renew("id", of: index, in: \.drawings, tree, &edits)
      case .id where node.parent.map { tree.nodes[$0].name == .sdtPr } ?? false:
        renew("val", of: index, in: \.controls, tree, &edits)
      case .p, .tr:
        guard let value = node.value, !paragraphs.insert(value).inserted else { continue }
        set("paraId", to: nil, index, tree, &edits)
      default: continue
      }
    }
  }

  private mutating func renew(
    _ attribute: String, of index: Int, in taken: WritableKeyPath<Self, Set<String>>, _ tree: WordTree,
    _ edits: inout WordEdits
  ) {
    guard let value = tree.nodes[index].value else { return }
    let identifier = unique(value, in: taken)
    if identifier != value { set(attribute, to: identifier, index, tree, &edits) }
  }

  private mutating func unique(_ value: String, in taken: WritableKeyPath<Self, Set<String>>) -> String {
    var identifier = value
    while !self[keyPath: taken].insert(identifier).inserted {
      next += 1
      identifier = String(next)
    }
    return identifier
  }

  /// A bookmark's name stands once in a document as well.
  private mutating func renameBookmark(
    _ index: Int, _ identifier: String, _ tree: WordTree, _ edits: inout WordEdits
  ) {
    let tag = WordStartTag(tree.startTag(of: index))
    let name = tag["name"] ?? ""
    guard !names.insert(name).inserted else {
      if identifier != tree.nodes[index].value { set("id", to: identifier, index, tree, &edits) }
      return
    }
    // Word takes names of up to 40 characters.
    let suffix = "_\(identifier)"
    let changed = tag.setting("id", to: identifier).setting(
      "name", to: name.prefix(40 - suffix.count) + suffix)
    replaceTag(index, with: changed, tree, &edits)
  }

  private func set(
    _ attribute: String, to value: String?, _ index: Int, _ tree: WordTree, _ edits: inout WordEdits
  ) {
    replaceTag(
      index, with: WordStartTag(tree.startTag(of: index)).setting(attribute, to: value), tree, &edits)
  }

  private func replaceTag(_ index: Int, with tag: WordStartTag, _ tree: WordTree, _ edits: inout WordEdits) {
    edits.replace(tree.nodes[index].start..<tree.nodes[index].contentStart, with: tag.text)
  }
}

/// A start tag as text, whose attributes can be changed.
struct WordStartTag {
  /// The tag.
  private(set) var text: String

  /// Takes the tag that stands in `bytes`.
  init(_ bytes: ArraySlice<UInt8>) { text = String(decoding: bytes, as: UTF8.self) }

  /// The value of the attribute with that name, whatever its prefix.
  subscript(name: String) -> String? { place(of: name).map { String(text[$0.value]) } }

  /// The tag with another value for the attribute, or without it.
  func setting(_ name: String, to value: (some StringProtocol)?) -> WordStartTag {
    guard let place = place(of: name) else { return self }
    var changed = self
    if let value {
      changed.text.replaceSubrange(place.value, with: XMLText.escaped(String(value)))
    } else {
      changed.text.removeSubrange(place.whole)
    }
    return changed
  }

  /// Where an attribute stands, and where its value does.
  private func place(of name: String) -> (whole: Range<String.Index>, value: Range<String.Index>)? {
    var index = text.startIndex
    while let equals = text[index...].firstIndex(of: "="),
      let open = text[equals...].firstIndex(where: { $0 == "\"" || $0 == "'" }),
      let close = text[text.index(after: open)...].firstIndex(of: text[open])
    {
      let before = text[index..<equals]
      let start = before.lastIndex(where: \.isWhitespace) ?? before.startIndex
      let full = text[start..<equals].filter { !$0.isWhitespace }
      if full == name || full.hasSuffix(":\(name)") {
        return (start..<text.index(after: close), text.index(after: open)..<close)
      }
      index = text.index(after: close)
    }
    return nil
  }
}
