/// Lets each repetition of a numbered list begin with 1: a list that a section repeats would be counted on.
struct WordListStarts {
  /// The numberings that have to be added to the file.
  private(set) var added: [Int] = []
  private var seen: Set<String> = []

  /// Adds the changes for one part.
  mutating func restart(_ tree: WordTree, _ edits: inout WordEdits) {
    /// The numbering that stands for a list's own from here on.
    var current: [String: Int] = [:]
    for (index, node) in tree.nodes.enumerated() {
      if node.name == .bookmarkStart, let name = WordStartTag(tree.startTag(of: index))["name"],
        name.hasPrefix(WordNumbering.markName), let list = Int(name.dropFirst(WordNumbering.markName.count))
      {
        guard !seen.insert(name).inserted else { continue }
        added.append(WordNumbering.firstRepeated + added.count)
        current[String(WordNumbering.firstList + list - 1)] = added.last
      } else if node.name == .numId, let value = node.value, let numbering = current[value] {
        edits.replace(node.range, with: "<w:numId w:val=\"\(numbering)\"/>")
      }
    }
  }
}
