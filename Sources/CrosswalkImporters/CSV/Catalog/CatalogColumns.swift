import CrosswalkModel

/// The columns of one table, bound to what its profile says about them.
struct CatalogColumns {
  /// A level of ``CatalogRules`` with its columns.
  struct Level {
    var rule: CatalogRules.Level
    var id: Int
    var title: Int?
    var text: Int?
  }

  let header: TableHeader
  let id: Int
  let parentID: Int?
  let kind: Int?
  let label: Int?
  let title: Int?
  let text: Int?
  let summary: Int?
  let modality: Int?
  let roles: Int?
  let appliesFrom: Int?
  let appliesNote: Int?
  let assessable: Int?
  let levels: [Level]
  let guidance: [Int]
  let links: [(column: Int, rule: CatalogRules.LinkColumn)]
  /// Every column that nothing else uses, with what stands between several values of one cell.
  let properties: [(column: Int, separator: String?)]
  /// Columns without a name: what stands in them belongs to nothing.
  let unnamed: [Int]
  /// Columns that are left out, with the reason.
  let ignored: [(column: Int, why: String)]

  /// - Throws: ``ImportError`` `.missingColumn` where the table lacks a column that the profile needs.
  init(_ rules: CatalogRules, header: TableHeader, profile: ColumnProfile) throws(ImportError) {
    for name in profile.header { _ = try header.column(name, profile: profile.name) }
    let find = { (name: String?) in name.flatMap { header.column($0) } }
    self.header = header
    id = try header.column(rules.columns.id, profile: profile.name)
    parentID = find(rules.columns.parentID)
    kind = find(rules.columns.kind)
    label = find(rules.columns.label)
    title = find(rules.columns.title)
    text = find(rules.columns.text)
    summary = find(rules.columns.summary)
    modality = find(rules.columns.modality)
    roles = find(rules.columns.roles)
    appliesFrom = find(rules.columns.appliesFrom)
    appliesNote = find(rules.columns.appliesNote)
    assessable = find(rules.columns.assessable)
    var bound: [Level] = []
    for rule in rules.levels ?? [] {
      let position = try header.column(rule.id, profile: profile.name)
      bound.append(Level(rule: rule, id: position, title: find(rule.title), text: find(rule.text)))
    }
    levels = bound
    guidance = (rules.guidance ?? []).compactMap { find($0) }
    links = (rules.links ?? []).compactMap { rule in find(rule.column).map { ($0, rule) } }
    ignored = (rules.ignored ?? [:]).compactMap { name, why in find(name).map { ($0, why) } }
      .sorted { $0.0 < $1.0 }
    unnamed = header.names.indices.filter { header.names[$0].isEmpty }
    let used = Set(Self.used(by: rules).compactMap { find($0) } + unnamed)
    let separators = rules.several ?? [:]
    properties = header.names.indices.filter { !used.contains($0) }.map { column in
      let folded = TableHeader.folded(header.names[column])
      return (column, separators.first { TableHeader.folded($0.key) == folded }?.value)
    }
  }

  /// The names of all columns whose content goes elsewhere than into properties.
  private static func used(by rules: CatalogRules) -> [String] {
    var names = [rules.columns.id] + rules.columns.optional + (rules.guidance ?? [])
    names += (rules.links ?? []).map(\.column)
    names += (rules.ignored ?? [:]).keys
    for level in rules.levels ?? [] { names += [level.id] + [level.title, level.text].compactMap(\.self) }
    return names
  }
}
