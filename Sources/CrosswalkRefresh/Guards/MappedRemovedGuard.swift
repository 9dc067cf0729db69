import CrosswalkModel

/// Something that a claim names is gone, or has no words any more: verdicts would rest on a text that is not in force.
struct MappedRemovedGuard: RefreshGuard {
  let name = "mapped-removed"

  func hit(by step: RevisionStep) -> GuardHit? {
    guard let installed = step.installed, let diff = step.diff,
      !diff.gone.isEmpty || !step.emptied.isEmpty
    else { return nil }
    let index = LocalIndex(installed)
    let gone = Set(diff.gone.compactMap { Self.row($0.id.local, index) })
    var counts: [Int: Int] = [:]
    for claim in step.claims {
      let rows = Set(
        claim.locals(of: installed.framework).compactMap { Self.row($0, index) }
          .filter { step.emptied.contains($0) || Self.isGone($0, gone, installed) })
      for row in rows { counts[row, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return nil }
    let names = counts.keys.sorted().map { row in
      let count = counts[row] ?? 0
      return "\(installed[row].local) (\(count) \(count == 1 ? "claim" : "claims"))"
    }
    return GuardHit(reason: "claims name what would be gone: \(GuardWords.list(names))", nodes: names)
  }

  /// Whether the node went, or something that it is a part of.
  ///
  /// What is left of a withdrawn control is in force no more.
  private static func isGone(_ row: Int, _ gone: Set<Int>, _ installed: Catalog) -> Bool {
    sequence(first: row, next: { Int(installed.rows[$0].parent) }).prefix { $0 >= 0 }.contains(
      where: gone.contains)
  }

  private static func row(_ local: String, _ index: LocalIndex) -> Int? {
    if case .one(let row) = index.match(local) { row } else { nil }
  }
}

extension MappingClaim {
  /// The local names of a framework that the claim is about; none where it is about the whole of it.
  func locals(of framework: FrameworkID) -> [String] {
    [source, target].flatMap { end -> [String] in
      guard case .nodes(let nodes) = end else { return [] }
      return nodes.filter { $0.framework == framework }.map(\.local)
    }
  }
}
