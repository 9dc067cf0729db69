import CrosswalkModel

/// Puts the words of an act in another language beside those of its main language.
///
/// Provisions are matched by their local names. Names of divisions and of titled parts of annexes follow their printed
/// word (`section-a`, `abschnitt-a`): below the same parent they match by kind and number.
struct ParallelTexts {
  private let main: Catalog
  private let other: Catalog
  /// For each row of the other language, its counterpart.
  private var pairs: [Int: Int] = [:]
  private var matched: Set<Int> = []

  private init(main: Catalog, other: Catalog) {
    self.main = main
    self.other = other
  }

  /// Appends the texts of `other` as facts of the matching rows of `builder`.
  ///
  /// - Parameter main: The catalog that `builder` makes.
  /// - Returns: The provisions that only one of the two has.
  /// - Complexity: Linear in the nodes of both.
  static func attach(_ other: Catalog, to builder: inout CatalogBuilder, _ main: Catalog) -> [NotUsed] {
    let language = other.metadata.language ?? "und"
    var texts = ParallelTexts(main: main, other: other)
    texts.match(childrenOf: -1, with: -1)
    texts.matchControlsElsewhere()
    builder.metadata.properties += [
      Property(name: EULawProperty.parallelLanguage, value: language),
      Property(name: EULawProperty.title(in: language), value: other.metadata.title),
    ]
    for (row, counterpart) in texts.pairs.sorted(by: { $0.key < $1.key }) {
      let node = other[row]
      for (name, value) in [
        (EULawProperty.label(in: language), node.label), (EULawProperty.title(in: language), node.title),
        (EULawProperty.text(in: language), node.text),
      ] where !value.isEmpty {
        builder.append(.property, name: name, value: value, to: Int32(counterpart))
      }
    }
    return texts.unmatched(language)
  }

  // MARK: Matching

  private mutating func match(childrenOf parent: Int, with counterpart: Int) {
    let ours = main.children(of: counterpart).map(Int.init).filter { !matched.contains($0) }
    let theirs = other.children(of: parent).map(Int.init).filter { pairs[$0] == nil }
    let below = counterpart < 0 ? "" : main[counterpart].local
    let named = Dictionary(
      ours.map { (Self.name(main[$0], below: below), $0) }, uniquingKeysWith: { first, _ in first })
    let prefix = parent < 0 ? "" : other[parent].local
    for row in theirs {
      let name = Self.name(other[row], below: prefix)
      if let found = named[name], !matched.contains(found) { pair(row, found) }
    }
    matchByNumber(ours.filter { !matched.contains($0) }, theirs.filter { pairs[$0] == nil })
  }

  /// Divisions and titled parts: the word in their name is of the language, their number is not.
  private mutating func matchByNumber(_ ours: [Int], _ theirs: [Int]) {
    let numbered = Dictionary(
      ours.compactMap { row in Self.number(main[row]).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    for row in theirs {
      guard let number = Self.number(other[row]), let found = numbered[number], !matched.contains(found)
      else { continue }
      pair(row, found)
    }
  }

  private mutating func pair(_ row: Int, _ counterpart: Int) {
    pairs[row] = counterpart
    matched.insert(counterpart)
    match(childrenOf: row, with: counterpart)
  }

  /// Articles match also where the division around them does not.
  private mutating func matchControlsElsewhere() {
    let left = other.nodes.filter { $0.kind == .control && pairs[$0.index] == nil }
    guard !left.isEmpty else { return }
    let controls = main.nodes.filter { $0.kind == .control && !matched.contains($0.index) }
    let named = Dictionary(controls.map { ($0.local, $0.index) }, uniquingKeysWith: { first, _ in first })
    for node in left {
      if let found = named[node.local], !matched.contains(found) { pair(node.index, found) }
    }
  }

  /// The part of a local name that its parent's does not give.
  private static func name(_ node: CatalogNode, below parent: String) -> Substring {
    let local = node.local
    return !parent.isEmpty && local.hasPrefix(parent) ? local.dropFirst(parent.count) : local[...]
  }

  /// The kind of a division or a titled part, and what follows the word in its name: `iii` of `kapitel-iii`.
  private static func number(_ node: CatalogNode) -> String? {
    guard let last = node.local.split(separator: "/").last, let dash = last.lastIndex(of: "-"),
      dash != last.startIndex
    else { return nil }
    return node.kind.name + last[dash...]
  }

  // MARK: Reporting

  private func unmatched(_ language: String) -> [NotUsed] {
    let mainLanguage = main.metadata.language ?? "und"
    let missing = main.nodes.filter { node in
      !matched.contains(node.index) && node.parent.map { matched.contains($0.index) } ?? true
    }
    let surplus = other.nodes.filter { node in
      pairs[node.index] == nil && node.parent.map { pairs[$0.index] != nil } ?? true
    }
    return missing.map { node in
      NotUsed(
        location: node.location, what: "provision \(node.local)",
        why: "the text in \"\(language)\" has no provision of this name")
    }
      + surplus.map { node in
        NotUsed(
          location: node.location, what: "provision \(node.local)",
          why: "the text in \"\(mainLanguage)\" has no provision of this name: its words are not kept")
      }
  }
}
