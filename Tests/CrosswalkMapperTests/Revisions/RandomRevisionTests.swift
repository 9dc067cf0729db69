import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Two revisions of which the second is the first with random edits.
private struct RandomRevisions {
  private(set) var before: [RevisionSketch] = []
  private(set) var after: [RevisionSketch] = []
  /// Local names by what was done to them.
  private(set) var reworded: Set<String> = []
  private(set) var removed: Set<String> = []
  private(set) var added: Set<String> = []
  private(set) var withdrawn: Set<String> = []
  private(set) var retitled: Set<String> = []
  private var generator: SeededGenerator
  private var number = 0

  init(seed: Int) {
    generator = SeededGenerator(state: UInt64(seed))
    before = (0..<5).map { _ in node(depth: 0) }
    after = before.compactMap { edited($0) }
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in "w\(Int.random(in: 0...30, using: &generator))" }.joined(separator: " ")
  }

  private mutating func node(depth: Int) -> RevisionSketch {
    number += 1
    var node = RevisionSketch(local: "n\(number)", title: "t\(number)")
    node.kind = depth == 0 ? .control : chance(4) ? .guidance : chance(4) ? .enhancement : .statement
    node.text = "n\(number) " + words(Int.random(in: 0...8, using: &generator))
    node.isWithdrawn = chance(12)
    if depth < 3 {
      node.parts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in self.node(depth: depth + 1) }
    }
    return node
  }

  private func all(_ node: RevisionSketch) -> [RevisionSketch] { [node] + node.parts.flatMap(all) }

  private mutating func edited(_ old: RevisionSketch) -> RevisionSketch? {
    var node = old
    if chance(15) {
      removed.formUnion(all(old).map(\.local))
      return nil
    }
    if chance(8) {
      node.text += " " + words(2) + " x"
      reworded.insert(node.local)
    }
    if chance(8) {
      node.title += "'"
      retitled.insert(node.local)
    }
    if !node.isWithdrawn, chance(15) {
      node.isWithdrawn = true
      withdrawn.insert(node.local)
      // What is gone from a withdrawn node is not listed: another test is about that.
      return node
    }
    node.parts = node.parts.compactMap { edited($0) }
    if chance(10) {
      let new = self.node(depth: 3)
      added.insert(new.local)
      node.parts.append(new)
    }
    return node
  }
}

@Suite struct RandomRevisionTests {
  @Test(arguments: 1...150) func everyRandomEditIsFoundAndNothingElse(seed: Int) throws {
    let made = RandomRevisions(seed: seed)
    let diff = try revisionDiff(made.before, made.after)
    let names = { (entries: [CatalogDiff.Entry]) in Set(entries.map(\.node.id.local)) }
    let wasWithdrawn = Set(
      try RevisionSketch.catalog("1", made.before).nodes.filter(\.isWithdrawn).map(\.local))
    #expect(names(diff.added) == made.added)
    #expect(names(diff.removed) == made.removed.subtracting(wasWithdrawn))
    #expect(names(diff.withdrawn) == made.withdrawn)
    let changed = { (field: [CatalogDiff.Field]) in
      Set(diff.changed.filter { $0.parts.contains { field.contains($0.field) } }.map(\.after.id.local))
    }
    #expect(changed([.requirement, .requirementSummary, .guidance]) == made.reworded)
    #expect(changed([.title]) == made.retitled)
    #expect(Set(diff.changed.map(\.after.id.local)) == made.reworded.union(made.retitled))
    #expect(diff.moved.isEmpty && diff.renumbered.isEmpty && diff.reinstated.isEmpty)
  }

  @Test(arguments: 1...60) func nothingDiffersFromItself(seed: Int) throws {
    let made = RandomRevisions(seed: seed)
    let diff = try revisionDiff(made.after, made.after)
    #expect(diff.isEmpty && diff.staleRelevant.isEmpty && diff.notCompared.isEmpty)
  }

  @Test(arguments: 1...60) func changingSidesChangesWhatCameAndWhatWent(seed: Int) throws {
    let made = RandomRevisions(seed: seed)
    let (there, back) = (
      try revisionDiff(made.before, made.after), try revisionDiff(made.after, made.before)
    )
    let inForce = { (entries: [CatalogDiff.Entry], nodes: [RevisionSketch]) in
      let catalog = try RevisionSketch.catalog("1", nodes)
      let withdrawn = Set(catalog.nodes.filter(\.isWithdrawn).map(\.local))
      return Set(entries.map(\.node.id.local)).subtracting(withdrawn)
    }
    #expect(try inForce(there.added, made.after) == Set(back.removed.map(\.node.id.local)))
    #expect(try inForce(back.added, made.before) == Set(there.removed.map(\.node.id.local)))
    #expect(there.withdrawn.map(\.node.id) == back.reinstated.map(\.node.id))
    #expect(there.changed.map(\.after.id) == back.changed.map(\.before.id))
    let mirrored = there.changed.flatMap(\.parts).compactMap { part -> [String]? in
      guard case .words(_, let change, _) = part else { return nil }
      return [change.after, change.before]
    }
    let words = back.changed.flatMap(\.parts).compactMap { part -> [String]? in
      guard case .words(_, let change, _) = part else { return nil }
      return [change.before, change.after]
    }
    #expect(mirrored == words)
  }

  /// What the comparison finds by looking at bytes first is what the rule of the store says of every single node.
  @Test(arguments: 1...150) func whatCanBeStaleIsWhatTheRuleForClaimsSays(seed: Int) throws {
    let made = RandomRevisions(seed: seed)
    let (from, to) = (
      try RevisionSketch.catalog("1", made.before), try RevisionSketch.catalog("2", made.after)
    )
    let rule = RequirementComparison(before: IndexedCatalog(from), after: IndexedCatalog(to))
    let stale = from.nodes.filter { node in
      let end = ClaimEnd.nodes([node.id])
      let isGone = node.isWithdrawn && rule.outcome(of: node.local) == .gone
      return node.kind != .guidance && !isGone && !rule.isKnownToBeSame(end)
    }
    #expect(RevisionComparison(from: from, to: to).diff().staleRelevant.map(\.id) == stale.map(\.id))
  }

  @Test(arguments: 1...60) func everyStaleEndSaysWhatBecameOfIt(seed: Int) throws {
    let made = RandomRevisions(seed: seed)
    let (from, to) = (
      try RevisionSketch.catalog("1", made.before), try RevisionSketch.catalog("2", made.after)
    )
    let changes = EndChanges(from: from, to: to)
    for touched in changes.diff.staleRelevant {
      let told = try #require(changes.changes(of: .nodes([touched.id])).first)
      #expect(told.outcome == touched.outcome && told.id == touched.id)
      guard told.outcome == .changed else { continue }
      #expect(!told.changes.isEmpty || !told.added.isEmpty || !told.removed.isEmpty, "\(touched.id)")
    }
    for node in from.nodes where !changes.diff.staleRelevant.map(\.id).contains(node.id) {
      let told = changes.changes(of: .nodes([node.id]))
      #expect(told.isEmpty || node.kind == .guidance || node.isWithdrawn, "\(node.id)")
    }
  }
}
