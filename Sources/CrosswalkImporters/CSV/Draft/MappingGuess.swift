/// Guesses how the rows of a table become claims.
struct MappingGuess {
  private let columns: [ColumnSample]
  /// What the guess rests on chance for.
  private(set) var doubts: [String] = []

  init(_ columns: [ColumnSample]) { self.columns = columns }

  /// Publishers' words for relations, as they commonly spell them.
  private static let words: [String: String] = [
    "equal": "equal-to", "equal to": "equal-to", "equivalent": "equal-to", "equivalent to": "equal-to",
    "subset": "subset-of", "subset of": "subset-of", "superset": "superset-of", "superset of": "superset-of",
    "intersect": "intersects-with", "intersects": "intersects-with", "intersects with": "intersects-with",
    "no relationship": "no-relationship", "not related": "no-relationship",
    "not related to": "no-relationship",
    "related to": "related", "partial": "related", "full": "related",
  ]

  /// The rules of a mapping, where the table has two columns of identifiers that look like its ends; else `nil`.
  mutating func rules() -> MappingRules? {
    let relation =
      columns.first { column in
        column.share { Self.words[$0.lowercased()] != nil || RelationWord($0) != nil } >= 0.8
      } ?? columns.first { $0.isNamed(["relationship", "relation"]) && !$0.isNamed(["strength"]) }
    let ends = columns.filter { $0.name != relation?.name && ($0.holdsIdentifiers || $0.values.isEmpty) }
    let source =
      ends.first { $0.isNamed(["focal", "source", "from", "fde"]) }
      ?? (relation == nil ? nil : ends.first(where: \.holdsIdentifiers))
    guard let source else { return nil }
    let others = ends.filter { $0.name != source.name && !$0.isNamed(["strength", "group", "confidence"]) }
    let target =
      others.first { $0.isNamed(["reference", "target", "mapped", "maps", "scf"]) && $0.holdsIdentifiers }
      ?? (relation == nil ? nil : others.first(where: \.holdsIdentifiers))
    guard let target else { return nil }
    return filled(source: source, target: target, relation: relation)
  }

  private mutating func filled(
    source: ColumnSample, target: ColumnSample, relation: ColumnSample?
  ) -> MappingRules {
    var rules = MappingRules(
      source: source.name, target: target.name, direction: .sourceToTarget, intersects: .loose)
    doubts.append("direction: whether the words read from \"\(source.name)\" to \"\(target.name)\"")
    doubts.append("intersects: strict only where the publisher means a proper overlap")
    if let relation {
      rules.relation = relation.name
      rules.relations = Self.relations(of: relation)
    } else {
      rules.everyRelation = "related"
      doubts.append("everyRelation: no column names the relation")
    }
    rules.comment = columns.first { $0.isNamed(["comment", "comments", "note", "notes"]) }?.name
    rules.strength = columns.first { $0.isNamed(["strength"]) }?.name
    rules.group = columns.first { $0.isNamed(["group"]) && $0.isNamed(["identifier", "id"]) }?.name
    let rationales = ["syntactic", "semantic", "functional"]
    rules.rationale =
      columns.first {
        $0.isNamed(["rationale"]) && $0.values.allSatisfy { rationales.contains($0.lowercased()) }
      }?.name
    let separators: [String] = [";", "|", ","].filter { mark in
      (source.values + target.values).contains { $0.contains(mark) }
    }
    if !separators.isEmpty {
      rules.separators = separators
      rules.several = .each
      doubts.append("separators, several: what several identifiers in one cell mean")
    }
    if source.values.count != target.values.count {
      rules.unpaired = .notUsed
      doubts.append("unpaired: rows that name one end only")
    }
    doubts.append("sourceFramework, targetFramework: missing; add them, or name them on the command line")
    return rules
  }

  private static func relations(of column: ColumnSample) -> [String: String]? {
    var relations: [String: String] = [:]
    for value in Set(column.values.map { $0.lowercased() }) where RelationWord(value) == nil {
      if let meaning = words[value] { relations[value] = meaning }
    }
    return relations.isEmpty ? nil : relations
  }
}
