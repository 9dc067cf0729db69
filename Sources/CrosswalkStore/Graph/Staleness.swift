import CrosswalkModel
import GRDB

/// Decides which claims were made about a text that may have changed since.
///
/// A claim is stale where it names another revision of an end than the graph has, unless the requirement text of that
/// end is known to be the same in both. The requirement of a node is its own text with that of its parts; official
/// text is compared with official text, else a summary with a summary, and blanks do not count. Where one side has no
/// text, or only the other kind, nothing is known, and the claim is stale; likewise where the store lacks the named
/// revision, or the node is missing in one of the two. Guidance, links, titles and metadata stale nothing.
struct Staleness {
  private let catalogs: [FrameworkID: Catalog]
  private var present: [FrameworkID: Text] = [:]
  private var named: [FrameworkRevisionID: Text?] = [:]
  private let load: (FrameworkRevisionID) throws -> Catalog?

  private struct Text {
    let catalog: Catalog
    let index: LocalIndex

    init(_ catalog: Catalog) {
      self.catalog = catalog
      index = LocalIndex(catalog)
    }

    func node(_ local: String) -> CatalogNode? {
      guard case .one(let place) = index.match(local) else { return nil }
      return catalog[place]
    }
  }

  /// - Parameters:
  ///   - catalogs: The catalogs of the graph.
  ///   - load: Gives another revision, or `nil` where the store lacks it; asked once for each.
  init(catalogs: [Catalog], load: @escaping (FrameworkRevisionID) throws -> Catalog?) {
    self.load = load
    self.catalogs = Dictionary(catalogs.map { ($0.framework, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Compares with the revisions that are current on `day`.
  ///
  /// Cost: linear in the catalogs of the frameworks of which another revision than the current one was read.
  ///
  /// - Parameters:
  ///   - revisions: What was read.
  ///   - shown: Revisions that stand in for the current ones of their frameworks.
  init(
    of revisions: [FrameworkRevisionID], asOf day: CalendarDate, showing shown: [FrameworkRevisionID] = [],
    in database: Database
  ) throws {
    let reader = CatalogReader(database: database)
    var catalogs: [Catalog] = []
    for (framework, read) in Dictionary(grouping: Set(revisions), by: \.framework) {
      let chosen = shown.first { $0.framework == framework }
      guard let current = try chosen ?? RevisionList(of: framework, in: database).newest(asOf: day),
        read != [current], let catalog = try reader.catalog(current)
      else { continue }
      catalogs.append(catalog)
    }
    self.init(catalogs: catalogs) { try reader.catalog($0) }
  }

  /// Whether the graph has another revision of the framework than this one.
  func isOutdated(_ id: FrameworkRevisionID) -> Bool {
    catalogs[id.framework].map { $0.metadata.id != id } ?? false
  }

  /// Whether an end of `claim` may have changed since the claim was made.
  mutating func isStale(_ claim: MappingClaim) throws -> Bool {
    if try isStale(claim.source, claim.sourceRevision) { return true }
    return try isStale(claim.target, claim.targetRevision)
  }

  /// The ends of `claim` that may have changed since the claim was made, the source first.
  mutating func staleEnds(of claim: MappingClaim) throws -> [CheckReport.Stale.End] {
    try [(claim.source, claim.sourceRevision), (claim.target, claim.targetRevision)].compactMap {
      end, named in
      guard let named, let current = catalogs[end.framework]?.metadata.id.revision,
        try isStale(end, named)
      else { return nil }
      return CheckReport.Stale.End(framework: end.framework, named: named, current: current)
    }
  }

  /// Whether an end may have changed since `revision` of its framework; false where no revision is named.
  mutating func isStale(_ end: ClaimEnd, _ revision: RevisionID?) throws -> Bool {
    guard let revision, let catalog = catalogs[end.framework],
      catalog.metadata.id.revision != revision
    else { return false }
    guard let before = try text(of: FrameworkRevisionID(framework: end.framework, revision: revision)) else {
      return true
    }
    let now = text(of: catalog)
    switch end {
    case .nodes(let nodes):
      return !nodes.allSatisfy { Self.isSame(before.node($0.local), now.node($0.local)) }
    case .framework:
      // "Nothing in it is a counterpart" speaks of every node.
      let locals = { (text: Text) in Set(text.catalog.nodes.map(\.local)) }
      return locals(before) != locals(now)
        || !now.catalog.nodes.allSatisfy { node in
          RequirementText(node).isEmpty && RequirementText(before.node(node.local)).isEmpty
            || Self.isSame(before.node(node.local), node)
        }
    }
  }

  private static func isSame(_ before: CatalogNode?, _ now: CatalogNode?) -> Bool {
    guard let before, let now, before.isWithdrawn == now.isWithdrawn else { return false }
    return RequirementText(before).isKnownToEqual(RequirementText(now))
  }

  private mutating func text(of catalog: Catalog) -> Text {
    if let known = present[catalog.framework] { return known }
    let text = Text(catalog)
    present[catalog.framework] = text
    return text
  }

  private mutating func text(of id: FrameworkRevisionID) throws -> Text? {
    if let known = named[id] { return known }
    let text = try load(id).map(Text.init)
    named[id] = .some(text)
    return text
  }
}

/// What a node requires, in words: its own text and that of its parts in document order, without withdrawn ones.
struct RequirementText {
  private var officialWords: [String] = []
  private var summaryWords: [String] = []

  init(_ node: CatalogNode?) {
    if let node { collect(node) }
  }

  private mutating func collect(_ node: CatalogNode) {
    officialWords += node.text.split(whereSeparator: \.isWhitespace).map(String.init)
    summaryWords += node.summary.split(whereSeparator: \.isWhitespace).map(String.init)
    for part in node.children where part.kind.isPartOfItsParent && !part.isWithdrawn { collect(part) }
  }

  var isEmpty: Bool { officialWords.isEmpty && summaryWords.isEmpty }

  /// Whether both have text of the same kind, and it is the same.
  func isKnownToEqual(_ other: RequirementText) -> Bool {
    if !officialWords.isEmpty, !other.officialWords.isEmpty { return officialWords == other.officialWords }
    return !summaryWords.isEmpty && summaryWords == other.summaryWords
  }
}
