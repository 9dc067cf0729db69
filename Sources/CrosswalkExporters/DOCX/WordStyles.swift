/// The styles of a Word file that the list of contents is made with, found by the names that every language version of a
/// word processor writes.
struct WordStyles {
  /// The level of each heading style, 1 through 9, by the style's identifier.
  private(set) var headings: [String: Int] = [:]
  /// The identifiers of the styles for entries of the list of contents, by their level.
  private(set) var contents: [Int: String] = [:]
  /// The levels whose headings are numbered by their style.
  private(set) var numbered: Set<Int> = []

  /// Reads the style sheet; a file without one has no such styles.
  init(_ bytes: [UInt8]?, file: String) throws(TemplateError) {
    guard let bytes else { return }
    let tree = try WordTree(bytes, file: file)
    for (index, node) in tree.nodes.enumerated() where node.name == .style {
      guard let identifier = node.value, let nameNode = tree.child(.name, of: index),
        let name = tree.nodes[nameNode].value?.lowercased()
      else { continue }
      if let level = Self.level(name, after: "heading ") {
        headings[identifier] = level
        if isNumbered(index, in: tree) { numbered.insert(level) }
      } else if let level = Self.level(name, after: "toc ") {
        contents[level] = identifier
      }
    }
  }

  private static func level(_ name: String, after prefix: String) -> Int? {
    guard name.hasPrefix(prefix), let level = Int(name.dropFirst(prefix.count)), (1...9).contains(level)
    else { return nil }
    return level
  }

  private func isNumbered(_ style: Int, in tree: WordTree) -> Bool {
    guard let properties = tree.child(.pPr, of: style), let numbers = tree.child(.numPr, of: properties),
      let identifier = tree.child(.numId, of: numbers)
    else { return false }
    return tree.nodes[identifier].value != "0"
  }
}
