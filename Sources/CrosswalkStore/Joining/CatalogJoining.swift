import CrosswalkModel

/// Joins the two texts of one revision: the publisher's, and what this project says about it.
///
/// The official catalog gives the tree, its order, labels, titles and text; ours gives summaries, modalities, roles,
/// dates and the names that claims already use. Nodes that only one of them has are kept: ours stand after the node
/// that stands before them in our tree. Nodes are the same whose local names are the same, or differ only in ways
/// that ``LocalKey`` ignores.
struct CatalogJoining {
  private let own: Catalog
  private let official: Catalog
  private let match: NodeMatch
  private var builder: CatalogBuilder
  private var currentFile: String
  private var ownFacts: [[NodeFact]]
  private var officialFacts: [[NodeFact]]

  /// The one catalog of both.
  static func join(summaries own: Catalog, official: Catalog) throws -> Catalog {
    var joining = CatalogJoining(own, official)
    joining.appendParts(ofOfficial: -1, own: -1, under: -1)
    joining.builder.resources = joining.resources
    let builder = joining.builder
    do {
      return try builder.finished()
    } catch {
      throw StoreError.Reason.damaged("joining gives two nodes called \(error.control.local)")
    }
  }

  /// Whether the two catalogs can be texts of one revision at all: some name stands in both.
  static func haveNodesInCommon(_ one: Catalog, _ other: Catalog) -> Bool {
    NodeMatch(one, other).firstOfSecond.contains { $0 >= 0 }
  }

  private init(_ own: Catalog, _ official: Catalog) {
    self.own = own
    self.official = official
    match = NodeMatch(own, official)
    currentFile = official.rows.isEmpty ? official.files.first ?? "" : official[0].location.file
    builder = CatalogBuilder(metadata: Self.metadata(own.metadata, official.metadata), file: currentFile)
    ownFacts = Self.factsByNode(own)
    officialFacts = Self.factsByNode(official)
  }

  private static func factsByNode(_ catalog: Catalog) -> [[NodeFact]] {
    var facts = [[NodeFact]](repeating: [], count: catalog.rows.count)
    for fact in catalog.facts { facts[Int(fact.node)].append(fact) }
    return facts
  }

  // MARK: The tree

  private mutating func appendParts(ofOfficial parent: Int32, own ownParent: Int32, under row: Int32) {
    for part in parts(ofOfficial: parent, own: ownParent) {
      switch part {
      case .official(let node): appendOfficial(node, under: row)
      case .own(let node): appendOwn(node, under: row)
      }
    }
  }

  private enum Part {
    case official(Int32), own(Int32)
  }

  /// The official parts in their order, and between them those of ours that have no official counterpart.
  private func parts(ofOfficial parent: Int32, own ownParent: Int32) -> [Part] {
    let officialParts = parent < -1 ? [] : Array(official.children(of: Int(parent)))
    let ownParts = ownParent < -1 ? [] : Array(own.children(of: Int(ownParent)))
    var additions: [Int32: [Part]] = [:]
    var anchor = Self.atTheStart
    let siblings = Set(officialParts)
    for part in ownParts {
      let counterpart = match.secondOfFirst[Int(part)]
      if counterpart < 0 {
        additions[anchor, default: []].append(.own(part))
      } else if siblings.contains(counterpart) {
        anchor = counterpart
      }
    }
    return (additions[Self.atTheStart] ?? [])
      + officialParts.flatMap { [.official($0)] + (additions[$0] ?? []) }
  }

  private static let atTheStart: Int32 = -1
  /// No node, and not the top of the tree either.
  private static let none: Int32 = -2

  private mutating func appendOfficial(_ node: Int32, under parent: Int32) {
    let counterpart = match.firstOfSecond[Int(node)]
    begin(fileOf: official[Int(node)])
    var row = copy(official.rows[Int(node)], of: official, under: parent)
    if counterpart >= 0 { overlay(own.rows[Int(counterpart)], onto: &row) }
    let index = builder.append(row)
    append(officialFacts[Int(node)], of: official, to: index)
    if counterpart >= 0 { appendOwnFacts(counterpart, to: index, beside: node) }
    appendParts(ofOfficial: node, own: counterpart >= 0 ? counterpart : Self.none, under: index)
  }

  private mutating func appendOwn(_ node: Int32, under parent: Int32) {
    begin(fileOf: own[Int(node)])
    let index = builder.append(copy(own.rows[Int(node)], of: own, under: parent))
    append(ownFacts[Int(node)], of: own, to: index)
    appendParts(ofOfficial: Self.none, own: node, under: index)
  }

  private mutating func begin(fileOf node: CatalogNode) {
    let file = node.location.file
    guard file != currentFile else { return }
    builder.begin(file: file)
    currentFile = file
  }

  // MARK: One node

  private mutating func copy(_ row: NodeRow, of catalog: Catalog, under parent: Int32) -> NodeRow {
    var row = row
    row.parent = parent
    for path in Self.texts { row[keyPath: path] = copy(row[keyPath: path], of: catalog) }
    return row
  }

  private static var texts: [WritableKeyPath<NodeRow, TextSpan>] {
    [\.local, \.label, \.title, \.text, \.summary, \.appliesFrom, \.appliesNote]
  }

  private mutating func copy(_ span: TextSpan, of catalog: Catalog) -> TextSpan {
    span.isEmpty ? .empty : catalog.withBytes(of: span) { builder.store($0) }
  }

  private mutating func overlay(_ ours: NodeRow, onto row: inout NodeRow) {
    row.modality = ours.modality ?? row.modality
    if !ours.roles.isEmpty { row.roles = ours.roles }
    row.isWithdrawn = row.isWithdrawn || ours.isWithdrawn
    row.assessable = ours.assessable ?? row.assessable
    row.isUnionOfParts = row.isUnionOfParts || ours.isUnionOfParts
    // Claims use our spelling of the name.
    row.local = copy(ours.local, of: own)
    for path in [\NodeRow.summary, \.appliesFrom, \.appliesNote] where !ours[keyPath: path].isEmpty {
      row[keyPath: path] = copy(ours[keyPath: path], of: own)
    }
    for path in [\NodeRow.label, \.title, \.text] where row[keyPath: path].isEmpty {
      row[keyPath: path] = copy(ours[keyPath: path], of: own)
    }
  }

  private mutating func append(_ facts: [NodeFact], of catalog: Catalog, to node: Int32) {
    for fact in facts {
      let name = copy(fact.name, of: catalog)
      let value = copy(fact.value, of: catalog)
      builder.append(NodeFact(node: node, kind: fact.kind, name: name, value: value))
    }
  }

  /// Adds what our facts say and the official ones do not; the official spelling of the name stays as an alias.
  private mutating func appendOwnFacts(_ ours: Int32, to index: Int32, beside node: Int32) {
    let present = Set(officialFacts[Int(node)].map { FactText($0, official) })
    let missing = ownFacts[Int(ours)].filter { !present.contains(FactText($0, own)) }
    append(missing, of: own, to: index)
    let spelling = official[Int(node)].local
    if spelling != own[Int(ours)].local { builder.append(.alias, value: spelling, to: index) }
  }

  private struct FactText: Hashable {
    let kind: NodeFact.Kind
    let name, value: String

    init(_ fact: NodeFact, _ catalog: Catalog) {
      kind = fact.kind
      name = catalog.string(fact.name)
      value = catalog.string(fact.value)
    }
  }

  // MARK: The whole

  static func metadata(_ ours: CatalogMetadata, _ official: CatalogMetadata) -> CatalogMetadata {
    var joined = official
    joined.title = ours.title
    joined.publisher = official.publisher ?? ours.publisher
    joined.language = official.language ?? ours.language
    joined.asOf = ours.asOf ?? official.asOf
    joined.source = official.source ?? ours.source
    joined.properties += ours.properties.filter { !official.properties.contains($0) }
    switch (official.licence, ours.licence) {
    case (let text?, let summaries?) where text != summaries:
      joined.licence = "\(text); summaries: \(summaries)"
    case (let text, let summaries): joined.licence = text ?? summaries
    }
    return joined
  }

  private var resources: [Resource] {
    let known = Set(official.resources.map(\.id))
    return official.resources + own.resources.filter { !known.contains($0.id) }
  }
}
