import CrosswalkModel

/// Finds the nodes of the older revision whose requirement is not the same in the newer one: a node with those of its
/// parts, by the rule of ``RequirementComparison``.
struct RequirementChanges {
  let from: Catalog
  let to: Catalog
  let match: RevisionMatch

  /// In document order; nodes that cannot be compared are not among them.
  ///
  /// - Complexity: linear in the texts; for a node with a changed part, again in the text of all its parts.
  var touched: [CatalogDiff.Touched] {
    let plain = plainlySame()
    return from.rows.indices.compactMap { row in
      guard !plain[row], from.rows[row].kind != .guidance else { return nil }
      // Under its old name nothing is found that was renumbered.
      let counterpart = match.renumbered.contains(row) ? -1 : match.names.secondOfFirst[row]
      let outcome = RequirementComparison.outcome(
        from: from[row], to: counterpart < 0 ? nil : to[Int(counterpart)])
      switch outcome {
      case .same, .notComparable, .added: return nil
      case .gone where from.rows[row].isWithdrawn: return nil
      case .gone, .changed, .withdrawn, .reinstated: return .init(from[row].id, outcome)
      }
    }
  }

  /// For each older row, whether a look at the bytes shows that nothing of it or its parts is otherwise.
  private func plainlySame() -> [Bool] {
    var same = [Bool](repeating: true, count: from.rows.count)
    for row in from.rows.indices.reversed() {
      let counterpart = Int(match.names.secondOfFirst[row])
      same[row] =
        counterpart >= 0 && !match.renumbered.contains(row) && isOwnTextSame(row, counterpart)
        && arePartsSame(row, counterpart, same)
    }
    return same
  }

  private func isOwnTextSame(_ old: Int, _ new: Int) -> Bool {
    let (before, after) = (from.rows[old], to.rows[new])
    return before.isWithdrawn == after.isWithdrawn && before.kind == after.kind
      && from.hasSameBytes(before.text, as: after.text, of: to)
      && from.hasSameBytes(before.summary, as: after.summary, of: to)
  }

  private func arePartsSame(_ old: Int, _ new: Int, _ same: [Bool]) -> Bool {
    let (before, after) = (parts(of: old, in: from), parts(of: new, in: to))
    return before.count == after.count
      && zip(before, after).allSatisfy { same[Int($0)] && match.names.secondOfFirst[Int($0)] == $1 }
  }

  private func parts(of row: Int, in catalog: Catalog) -> [Int32] {
    catalog.children(of: row).filter { catalog.rows[Int($0)].kind.isPartOfItsParent }
  }
}

extension Catalog {
  /// Whether a span of this catalog has the same bytes as one of another catalog.
  func hasSameBytes(_ span: TextSpan, as other: TextSpan, of catalog: Catalog) -> Bool {
    guard span.length == other.length else { return false }
    if span.isEmpty { return true }
    return withBytes(of: span) { mine in catalog.withBytes(of: other) { mine.elementsEqual($0) } }
  }
}
