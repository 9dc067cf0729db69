import CrosswalkModel

/// Compares the facts about one node of two revisions: links, parameters, further languages, properties, footnotes and
/// marks of amending acts.
///
/// Other spellings of a name are no facts about what the node says, and stay aside.
struct FactComparison {
  private let old: CatalogNode
  private let new: CatalogNode
  private let before: Facts
  private let after: Facts

  /// The properties of a node by what they are.
  private struct Facts {
    var parameters: [Property] = []
    /// Words in further languages, by the name of the property: `text:de`.
    var parallel: [String: String] = [:]
    var marks: [AmendmentMark] = []
    var others: [String] = []

    init(_ node: CatalogNode) {
      for property in node.properties {
        if property.name.hasPrefix(FactComparison.parameterPrefix) {
          parameters.append(property)
        } else if let mark = AmendmentMark(property) {
          marks.append(mark)
        } else if EULawProperty.language(ofParallel: property.name) != nil {
          parallel[property.name] = property.value
        } else {
          others.append("\(property.name): \(property.value)")
        }
      }
    }
  }

  private static let parameterPrefix = "param:"

  init(_ old: CatalogNode, _ new: CatalogNode) {
    self.old = old
    self.new = new
    before = Facts(old)
    after = Facts(new)
  }

  func add(to result: inout NodeComparison.Result, isSameLanguage: Bool) {
    result.add(.links, Self.shown(old.links), Self.shown(new.links)) { [old, new] isNew, link in
      Self.withTitle(link, in: isNew ? new.catalog : old.catalog)
    }
    for parameter in parameters { result.parts.append(.parameter(parameter)) }
    for (name, words) in after.parallel.sorted(by: { $0.key < $1.key }) {
      guard let language = EULawProperty.language(ofParallel: name), let earlier = before.parallel[name]
      else { continue }
      result.add(.parallelText, earlier, words, language: language)
    }
    result.add(.properties, before.others, after.others)
    if isSameLanguage { result.add(.notes, Self.shown(old.notes), Self.shown(new.notes)) }
    let known = Set(before.marks)
    result.marks = after.marks.filter { !known.contains($0) }
  }

  private static func shown(_ facts: [Property]) -> [String] {
    facts.map { $0.name.isEmpty ? $0.value : "\($0.name): \($0.value)" }
  }

  /// A link to what the catalog cites, with the title of that.
  private static func withTitle(_ link: String, in catalog: Catalog) -> String {
    guard let mark = link.firstIndex(of: "#") else { return link }
    let id = link[link.index(after: mark)...]
    guard let cited = catalog.resources.first(where: { $0.id == id }),
      let title = cited.title ?? cited.citation
    else { return link }
    return "\(link) (\(title))"
  }

  // MARK: Parameters

  /// Those that differ, in the order of the newer side; what is gone follows.
  private var parameters: [CatalogDiff.Parameter] {
    let (older, newer) = (Self.byParameter(before.parameters), Self.byParameter(after.parameters))
    let names = newer.names + older.names.filter { newer.facets[$0] == nil }
    return names.compactMap { name in
      let (earlier, later) = (older.facets[name] ?? [:], newer.facets[name] ?? [:])
      let facets = Set(earlier.keys).union(later.keys).sorted().filter { earlier[$0] != later[$0] }
      guard !facets.isEmpty else { return nil }
      return .init(
        id: name, facets: facets.map { .init(name: $0, before: earlier[$0], after: later[$0]) })
    }
  }

  /// `param:ac-2_prm_1/label` is the facet `label` of `ac-2_prm_1`; of several with one name, the values are joined.
  private static func byParameter(_ properties: [Property]) -> (
    names: [String], facets: [String: [String: String]]
  ) {
    var names: [String] = []
    var facets: [String: [String: String]] = [:]
    for property in properties {
      let path = property.name.dropFirst(parameterPrefix.count)
      let id = String(path.prefix { $0 != "/" && $0 != "@" })
      let rest = path.dropFirst(id.count)
      let facet = String(rest.first == "/" ? rest.dropFirst() : rest)
      if facets[id] == nil { names.append(id) }
      let earlier = facets[id]?[facet].map { $0 + "\n" } ?? ""
      facets[id, default: [:]][facet] = earlier + property.value
    }
    return (names, facets)
  }
}

extension NodeComparison.Result {
  /// Adds the entries of a list that only one side has; how often one stands there counts, its place does not.
  ///
  /// - Parameter shown: How an entry of the older (false) or newer (true) list is shown.
  mutating func add(
    _ field: CatalogDiff.Field, _ before: [String], _ after: [String],
    shown: (Bool, String) -> String = { $1 }
  ) {
    let removed = Self.entries(of: before, without: after)
    let inserted = Self.entries(of: after, without: before)
    guard !removed.isEmpty || !inserted.isEmpty else { return }
    parts.append(
      .list(field, removed: removed.map { shown(false, $0) }, inserted: inserted.map { shown(true, $0) }))
  }

  private static func entries(of list: [String], without other: [String]) -> [String] {
    var counts = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
    return list.filter { entry in
      guard let count = counts[entry], count > 0 else { return true }
      counts[entry] = count - 1
      return false
    }
  }
}
