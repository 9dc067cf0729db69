import CrosswalkModel

/// Which rows a scope takes from what it names; each in one pass, since parents stand before their children.
extension Catalog {
  /// A row and all below it, enhancements included.
  func rows(below top: Int) -> Set<Int> {
    var rows: Set<Int> = [top]
    for row in self.rows.indices where rows.contains(Int(self.rows[row].parent)) { rows.insert(row) }
    return rows
  }

  /// What is named, with its parts.
  ///
  /// An enhancement adds to its control and is no part of it: it is in where it is named itself, or where a group that
  /// holds its control is.
  func rows(listed named: Set<Int>) -> Set<Int> {
    var listed: Set<Int> = []
    var inGroups: Set<Int> = []
    for row in rows.indices {
      let parent = Int(rows[row].parent)
      let isInGroup = inGroups.contains(parent)
      let follows = rows[row].kind == .enhancement ? isInGroup : listed.contains(parent)
      if named.contains(row) || follows { listed.insert(row) }
      if isInGroup || (rows[row].kind == .group && listed.contains(row)) { inGroups.insert(row) }
    }
    return listed
  }

  /// The rows that `selection` has under the same names, and what it has that is not here.
  ///
  /// A selection that names parts of a control takes just these; one that names none of them takes all.
  func rows(selectedBy selection: Catalog) -> (rows: Set<Int>, absent: [String]) {
    let index = LocalIndex(self)
    var named: Set<Int> = []
    var absent: [String] = []
    for row in selection.rows where row.requiresSomething {
      let local = selection.string(row.local)
      if case .one(let found) = index.match(local) { named.insert(found) } else { absent.append(local) }
    }
    var withNamedParts: Set<Int> = []
    for row in named where rows[row].kind == .statement {
      var parent = Int(rows[row].parent)
      while parent >= 0, withNamedParts.insert(parent).inserted { parent = Int(rows[parent].parent) }
    }
    var selected = named
    for row in rows.indices where rows[row].kind == .statement && !named.contains(row) {
      let parent = Int(rows[row].parent)
      if selected.contains(parent), rows[parent].kind != .group, !withNamedParts.contains(parent) {
        selected.insert(row)
      }
    }
    return (selected, absent)
  }
}
