import CrosswalkModel

/// The columns of one mapping table, bound to what its profile says about them.
struct MappingColumns {
  let header: TableHeader
  let source: Int
  let target: Int
  let relation: Int?
  let group: Int?
  let rationale: Int?
  let strength: Int?
  let confidence: Int?
  let comment: Int?
  /// Columns with one content, in the order of the table.
  let constants: [(column: Int, content: String)]
  private let ignored: [Int: String]

  /// - Throws: ``ImportError`` `.missingColumn` where the table lacks a column that the profile needs.
  init(_ rules: MappingRules, header: TableHeader, profile: String) throws(ImportError) {
    let find = { (name: String?) in name.flatMap { header.column($0) } }
    self.header = header
    source = try header.column(rules.source, profile: profile)
    target = try header.column(rules.target, profile: profile)
    if let name = rules.relation {
      relation = try header.column(name, profile: profile)
    } else {
      relation = nil
    }
    group = find(rules.group)
    rationale = find(rules.rationale)
    strength = find(rules.strength)
    confidence = find(rules.confidence)
    comment = find(rules.comment)
    var bound: [(column: Int, content: String)] = []
    for (name, content) in rules.constants ?? [:] {
      bound.append((try header.column(name, profile: profile), content))
    }
    constants = bound.sorted { $0.column < $1.column }
    ignored = (rules.ignored ?? [:]).reduce(into: [:]) { result, entry in
      if let column = header.column(entry.key) { result[column] = entry.value }
    }
  }

  /// Every column that nothing is made of, with the reason.
  var unused: [NotUsed] {
    let used = [source, target, relation, group, rationale, strength, confidence, comment].compactMap(\.self)
    let known = Set(used + constants.map(\.column))
    return header.names.indices.filter { !known.contains($0) && !header.names[$0].isEmpty }.map { column in
      NotUsed(
        location: header.locations[column], what: "column \"\(header.names[column])\"",
        why: ignored[column] ?? "the profile gives it no meaning, and claims have no properties")
    }
  }
}
