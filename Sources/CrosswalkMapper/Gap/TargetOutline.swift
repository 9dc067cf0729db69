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

  init(_ catalog: Catalog, unit: GapReport.Unit, scope: GapAnalysis.Scope? = nil) {
    self.catalog = catalog
    let assessable = catalog.rows.indices.filter { row in
      guard catalog[row].isAssessable else { return false }
      guard case .part(let part) = scope else { return true }
      return Self.ancestorsAndSelf(of: row, in: catalog).contains(part)
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
  }

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

  /// Counts `findings`, which stand in the order of the outline's counted rows.
  init(_ outline: TargetOutline, _ findings: [GapReport.Finding]) {
    var chapterCounts: [Int: VerdictCounts] = [:]
    var groupCounts: [Int: VerdictCounts] = [:]
    for (row, finding) in zip(outline.counted, findings) {
      let (chapter, group) = (outline.chapter(of: row), outline.group(of: row))
      // What is shown has a name, even where nothing of it is counted.
      chapterCounts[chapter, default: .init()].add(finding)
      groupCounts[group, default: .init()].add(finding)
      summary.add(finding)
    }
    let catalog = outline.catalog
    chapters = chapterCounts.sorted { $0.key < $1.key }.map { row, counts in
      GapReport.Group(catalog[row], chapter: nil, counts: counts)
    }
    groups = groupCounts.sorted { $0.key < $1.key }.map { row, counts in
      GapReport.Group(catalog[row], chapter: outline.local(outline.chapter(of: row)), counts: counts)
    }
  }
}

extension VerdictCounts {
  fileprivate mutating func add(_ finding: GapReport.Finding) {
    guard finding.applicability.isCounted else { return }
    add(
      finding.verdict, stale: finding.stale, suggestedGap: finding.suggestedGap,
      applies: finding.applicability == .applies)
  }
}

extension GapReport.Group {
  fileprivate init(_ node: CatalogNode, chapter: String?, counts: VerdictCounts) {
    self.init(id: node.local, label: node.label, title: node.title, chapter: chapter, counts: counts)
  }
}
