/// Lets each repetition of a numbered list begin with 1: a list that a section repeats would be counted on.
struct WordListStarts {
  /// The numberings that have to be added to the file.
  private(set) var added: [WordNumberingPart.Definition] = []
  private let numberings: WordNumberingPart
  private var seen: Set<String> = []

  /// Prepares for the parts of a file with `numberings`.
  init(_ numberings: WordNumberingPart) { self.numberings = numberings }

  /// Adds the changes for one part.
  mutating func restart(_ tree: WordTree, _ edits: inout WordEdits) {
    /// The numbering that stands for a list's own from here on.
    var current: [String: Int] = [:]
    var marks = Self.marks(in: tree)[...]
    /// Whether the next numbered paragraph is the first of a list that was there before.
    var isRepeated = false
    for (index, node) in tree.nodes.enumerated() {
      while let mark = marks.first, mark.start <= index {
        isRepeated = !seen.insert(mark.name).inserted
        marks.removeFirst()
      }
      guard node.name == .numId, let value = node.value else { continue }
      if isRepeated, let form = numberings.forms[value] {
        current[value] = numberings.next + added.count
        added.append(WordNumberingPart.Definition(number: numberings.next + added.count, form: form))
      }
      isRepeated = false
      if let number = current[value] { edits.replace(node.range, with: "<w:numId w:val=\"\(number)\"/>") }
    }
  }

  /// The marks of lists in order, and the elements from which on they count: word processors move what stands between
  /// paragraphs into the one after it, behind its number.
  private static func marks(in tree: WordTree) -> [(start: Int, name: String)] {
    var marks: [(start: Int, name: String)] = []
    for (index, node) in tree.nodes.enumerated() where node.name == .bookmarkStart {
      guard let name = WordStartTag(tree.startTag(of: index))["name"], name.hasPrefix(WordNumbering.markName),
        Int(name.dropFirst(WordNumbering.markName.count)) != nil
      else { continue }
      marks.append((tree.ancestor(of: index) { $0 == .p } ?? index, name))
    }
    return marks
  }
}
