/// Guesses how the rows of a table become controls.
struct CatalogGuess {
  private let columns: [ColumnSample]
  /// What the guess rests on chance for.
  private(set) var doubts: [String] = []

  init(_ columns: [ColumnSample]) { self.columns = columns }

  /// The rules of a catalog; `columns` must not be empty.
  mutating func rules() -> CatalogRules {
    let id = identifier()
    let rest = columns.filter { $0.name != id.name }
    let parent = rest.first { $0.isNamed(["parent"]) }
    let text = text(among: rest)
    let title =
      rest.first { $0.name != text?.name && $0.isNamed(["title", "name", "heading"]) && !isGroup($0) }
    if title == nil { doubts.append("title: no column is called so") }
    var found = CatalogRules.Columns(id: id.name)
    found.parentID = parent?.name
    found.title = title?.name
    found.text = text?.name
    var rules = CatalogRules(columns: found)
    let levels =
      parent == nil ? rest.filter { isGroup($0) && $0.name != title?.name && $0.name != text?.name } : []
    if !levels.isEmpty {
      rules.levels = levels.map { CatalogRules.Level(id: $0.name) }
      doubts.append("levels: whether these columns name groups, outermost first")
    }
    if parent != nil { rules.rows = .byStructure }
    doubts.append("identity: missing; add it, or name the framework with --framework")
    return rules
  }

  private mutating func identifier() -> ColumnSample {
    let scored = columns.map { column in
      let name = column.isNamed(["id", "identifier", "#", "number", "no", "ref", "code", "clause"]) ? 3 : 0
      let shape = column.holdsIdentifiers ? (column.isDistinct ? 3 : 1) : 0
      return (column: column, score: name + shape - (column.isNamed(["parent"]) ? 4 : 0))
    }
    // Of equals the first: tables begin with what they are about.
    let best = scored.dropFirst().reduce(scored[0]) { $1.score > $0.score ? $1 : $0 }
    if best.score < 6 {
      doubts.append("id: \"\(best.column.name)\" by its \(best.score < 3 ? "place" : "looks")")
    }
    return best.column
  }

  private mutating func text(among rest: [ColumnSample]) -> ColumnSample? {
    let names = [
      "text", "requirement", "statement", "description", "content", "action", "outcome", "subcategory",
    ]
    let named = rest.filter { $0.isNamed(names) && !$0.holdsIdentifiers }
    let longest = (named.isEmpty ? rest : named).reduce(nil as ColumnSample?) { best, column in
      column.meanLength > best?.meanLength ?? 0 ? column : best
    }
    if named.isEmpty { doubts.append("text: \"\(longest?.name ?? "")\" by its length") }
    return longest
  }

  /// Whether the cells repeat each other and the name says that they name groups.
  private func isGroup(_ column: ColumnSample) -> Bool {
    let names = ["family", "category", "function", "group", "chapter", "section", "domain", "theme"]
    return column.isNamed(names) && column.meanLength <= 60 && !column.isDistinct
  }
}
