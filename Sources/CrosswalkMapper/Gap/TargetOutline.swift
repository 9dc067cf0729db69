import CrosswalkModel

/// Which rows of the target a report counts, which stand above them, and in which group and chapter each belongs.
struct TargetOutline {
  let catalog: Catalog
  /// The rows that get a finding, in document order.
  let counted: [Int]
  /// The rows above them that require something, in document order.
  let parents: [Int]
  /// For each counted row, the assessable leaves that it stands for.
  private let leaves: [Int: [Int]]
  private let leavesBelow: [Int: [Int]]
  private let controlsHaveParts: Bool
  /// The rows above requirements that no scope lets in.
  private var beyondScope: Set<Int> = []

  init(_ catalog: Catalog, unit: GapReport.Unit, scopes: [GapAnalysis.Scope] = []) {
    self.catalog = catalog
    let all = catalog.rows.indices.filter { catalog[$0].isAssessable }
    let assessable =
      scopes.isEmpty
      ? all
      : all.filter { row in
        scopes.allSatisfy { scope in
          // Requirements for other roles are shown, too.
          guard case .rows(let rows) = scope.members else { return true }
          return rows.contains(row)
        }
      }
    var leaves: [Int: [Int]] = [:]
    for leaf in assessable {
      leaves[unit == .statement ? leaf : Self.countedControl(of: leaf, in: catalog), default: []].append(leaf)
    }
    self.leaves = leaves
    leavesBelow = assessable.reduce(into: [:]) { below, leaf in
      for ancestor in Self.ancestors(of: leaf, in: catalog) { below[ancestor, default: []].append(leaf) }
    }
    counted = leaves.keys.sorted()
    parents = Self.parents(of: leaves, in: catalog)
    controlsHaveParts = assessable.contains { leaf in
      let control = Self.ancestors(of: leaf, in: catalog).first { catalog.rows[$0].kind == .control }
      return control != nil && catalog.rows[leaf].kind.isPartOfItsParent
    }
    for leaf in assessable.count < all.count ? Set(all).subtracting(assessable) : [] {
      // What adds to a control is no part of it: the control as a whole does not reach there.
      var part = leaf
      while catalog.rows[part].kind.isPartOfItsParent, catalog.rows[part].parent >= 0 {
        part = Int(catalog.rows[part].parent)
        beyondScope.insert(part)
      }
    }
  }

  /// Whether some requirement below the row is in no finding: it is out of scope.
  func reachesBeyondScope(_ row: Int) -> Bool { beyondScope.contains(row) }

  /// The assessable leaves that a counted row stands for: itself, where statements are counted.
  func leaves(of row: Int) -> [Int] { leaves[row] ?? [row] }

  /// The assessable leaves below a row that stands above the findings.
  func counted(below row: Int) -> [Int] { leavesBelow[row] ?? [] }

  /// The row and all above it, nearest first.
  static func ancestorsAndSelf(of row: Int, in catalog: Catalog) -> [Int] {
    [row] + ancestors(of: row, in: catalog)
  }

  /// The local name of a row; making a node of it would copy what the catalog refers to.
  func local(_ row: Int) -> String { catalog.string(catalog.rows[row].local) }

  /// The article, control or category in which `row` is counted.
  ///
  /// Where controls have assessable parts, a control is a group of findings; where controls are what is
  /// assessed, the group that holds them is.
  func group(of row: Int) -> Int {
    let line = Self.ancestorsAndSelf(of: row, in: catalog)
    let kind: NodeKind = controlsHaveParts ? .control : .group
    return line.first { catalog.rows[$0].kind == kind } ?? line[line.count - 1]
  }

  /// The chapter, family or function that holds `row`: the node at the top.
  func chapter(of row: Int) -> Int {
    Self.ancestors(of: row, in: catalog).last ?? row
  }

  private static func ancestors(of row: Int, in catalog: Catalog) -> [Int] {
    var ancestors: [Int] = []
    var parent = Int(catalog.rows[row].parent)
    while parent >= 0 {
      ancestors.append(parent)
      parent = Int(catalog.rows[parent].parent)
    }
    return ancestors
  }

  /// The control or enhancement that a leaf is part of; where it is part of none, the uppermost node below the groups.
  private static func countedControl(of leaf: Int, in catalog: Catalog) -> Int {
    var current = leaf
    while true {
      let row = catalog.rows[current]
      let parent = Int(row.parent)
      if row.kind == .control || row.kind == .enhancement { return current }
      guard parent >= 0, catalog.rows[parent].kind != .group else { return current }
      current = parent
    }
  }

  private static func parents(of leaves: [Int: [Int]], in catalog: Catalog) -> [Int] {
    var parents: Set<Int> = []
    for row in leaves.keys {
      for ancestor in ancestors(of: row, in: catalog) where leaves[ancestor] == nil {
        guard parents.insert(ancestor).inserted else { break }
      }
    }
    return parents.filter { catalog.rows[$0].requiresSomething }.sorted()
  }
}

/// The findings of a report, counted in all, by chapter and by group.
struct CountedOutline {
  private(set) var summary = VerdictCounts()
  private(set) var chapters: [GapReport.Group] = []
  private(set) var groups: [GapReport.Group] = []
  private(set) var applicability = ApplicabilityCounts()

  /// Counts `findings`, which stand in the order of the outline's counted rows.
  init(_ outline: TargetOutline, _ findings: [GapReport.Finding]) {
    var ofChapters: [Int: Tally] = [:]
    var ofGroups: [Int: Tally] = [:]
    for (row, finding) in zip(outline.counted, findings) {
      applicability.add(finding.applicability)
      // What is shown has a name, even where nothing of it is counted.
      ofChapters[outline.chapter(of: row), default: Tally()].add(finding)
      ofGroups[outline.group(of: row), default: Tally()].add(finding)
      summary.add(finding)
    }
    let catalog = outline.catalog
    chapters = ofChapters.sorted { $0.key < $1.key }.map { row, tally in
      GapReport.Group(catalog[row], chapter: nil, tally)
    }
    groups = ofGroups.sorted { $0.key < $1.key }.map { row, tally in
      GapReport.Group(catalog[row], chapter: outline.local(outline.chapter(of: row)), tally)
    }
  }
}

/// The findings of one chapter or group, counted; where all are for other roles, only that.
private struct Tally {
  var counts = VerdictCounts()
  var applicability = ApplicabilityCounts()

  mutating func add(_ finding: GapReport.Finding) {
    applicability.add(finding.applicability)
    counts.add(finding)
  }
}

extension VerdictCounts {
  fileprivate mutating func add(_ finding: GapReport.Finding) {
    guard finding.applicability.isCounted else { return }
    add(
      finding.verdict, extent: finding.extent, stale: finding.stale, suggestedGap: finding.suggestedGap,
      weight: finding.weight)
  }
}

extension GapReport.Group {
  fileprivate init(_ node: CatalogNode, chapter: String?, _ tally: Tally) {
    self.init(id: node.local, label: node.label, title: node.title, chapter: chapter, counts: tally.counts)
    applicability = tally.applicability
  }
}
