import CrosswalkModel

/// Which nodes of two revisions are the same: by name, and then by what they require.
struct RevisionMatch {
  /// All pairs.
  private(set) var names: NodeMatch
  /// Rows of the older revision whose node has another name in the newer one.
  private(set) var renumbered: Set<Int> = []
  private let from: Catalog
  private let to: Catalog

  /// Fewer words are no requirement that is known again: "Reserved." stands in many places.
  private static let fewestWords = 4

  init(from: Catalog, to: Catalog) {
    self.from = from
    self.to = to
    names = NodeMatch(from, to)
    guard names.secondOfFirst.contains(-1), names.firstOfSecond.contains(-1) else { return }
    matchByOtherNames()
    matchByText()
  }

  /// The parent of a node of the newer revision, where it is not the one that held the node before.
  func otherParent(of row: Int, from: Catalog, to: Catalog) -> CatalogNode? {
    let parent = Int(to.rows[row].parent)
    let old = Int(names.firstOfSecond[row])
    guard parent >= 0, old >= 0 else { return nil }
    let before = from.rows[old].parent
    return before >= 0 && names.secondOfFirst[Int(before)] == Int32(parent) ? nil : to[parent]
  }

  /// Pairs nodes of which one is another name of the other.
  private mutating func matchByOtherNames() {
    let index = LocalIndex(to)
    for row in from.rows.indices where names.secondOfFirst[row] < 0 {
      guard case .one(let found) = index.match(from[row].local), names.firstOfSecond[found] < 0 else {
        continue
      }
      names.pair(first: row, second: found)
    }
  }

  // MARK: The same words under another name

  private struct Key: Hashable {
    let kind: NodeKind
    let words: String
  }

  /// Pairs what stands in the same words just once in either revision, and then the parts of such pairs in their order.
  ///
  /// Words that stand in a second place, whether or not that one has kept its name, do not tell one from the other.
  private mutating func matchByText() {
    let newer = Self.rowsByWords(to)
    let older = Self.rowsByWords(from)
    for row in from.rows.indices where names.secondOfFirst[row] < 0 {
      guard let key = Self.key(of: from[row]), older[key]?.count == 1, let found = newer[key],
        found.count == 1, names.firstOfSecond[found[0]] < 0
      else { continue }
      pair(row, found[0])
    }
  }

  private static func rowsByWords(_ catalog: Catalog) -> [Key: [Int]] {
    var rows: [Key: [Int]] = [:]
    for row in catalog.rows.indices {
      if let key = key(of: catalog[row]) { rows[key, default: []].append(row) }
    }
    return rows
  }

  private static func key(of node: CatalogNode) -> Key? {
    guard node.requiresSomething else { return nil }
    let text = RequirementText(node)
    let words = text.official.isEmpty ? text.summary : text.official
    guard words.utf8.count(where: { $0 == UInt8(ascii: " ") }) >= fewestWords - 1 else { return nil }
    return Key(kind: node.kind, words: words)
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    names.pair(first: old, second: new)
    renumbered.insert(old)
    // Parts with the same words stand in the same order; guidance beside them need not say the same.
    let parts = to.children(of: new).filter { names.firstOfSecond[Int($0)] < 0 }.map(Int.init)
    var open = parts[...]
    for part in from.children(of: old).map(Int.init) where names.secondOfFirst[part] < 0 {
      guard let place = open.firstIndex(where: { isSamePart(part, $0) }) else { continue }
      pair(part, open[place])
      open = open[(place + 1)...]
    }
  }

  private func isSamePart(_ old: Int, _ new: Int) -> Bool {
    guard from.rows[old].kind == to.rows[new].kind else { return false }
    if from.rows[old].kind == .guidance { return from[old].title == to[new].title }
    let texts = (RequirementText(from[old]), RequirementText(to[new]))
    return texts.0.isKnownToEqual(texts.1)
  }
}
