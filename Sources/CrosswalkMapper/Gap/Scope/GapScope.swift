import CrosswalkModel

extension GapAnalysis {
  /// A named subset of the target, or of the source.
  ///
  /// Several scopes together are their intersection, in whatever order they stand.
  public struct Scope: Hashable, Sendable {
    /// What is in a scope.
    public enum Members: Hashable, Sendable {
      /// What is addressed to one of these roles, or to nobody by name.
      case roles(RoleSet)
      /// Rows of the catalog.
      case rows(Set<Int>)
    }

    /// What it is called, and what it is.
    public var name: GapReport.Scope
    /// What is in it.
    public var members: Members

    /// Creates a scope.
    public init(_ name: GapReport.Scope, _ members: Members) {
      self.name = name
      self.members = members
    }

    /// What is addressed to one of `roles`; statements addressed to others only are shown, but not counted.
    public static func roles(_ roles: RoleSet) -> Self {
      let name = roles.names.joined(separator: ", ")
      return Self(.init(kind: .role, name: name, title: "Addressed to \(name)"), .roles(roles))
    }

    /// A node, by its row, with all below it; nothing else is shown.
    public static func part(_ row: Int, of catalog: Catalog) -> Self {
      let node = catalog[row]
      return Self(
        .init(kind: .part, name: node.local, title: node.title.isEmpty ? node.label : node.title),
        .rows(catalog.rows(below: row)))
    }

    /// What a list or a scope file names, with the parts of it.
    public static func listed(_ rows: Set<Int>, called name: GapReport.Scope, of catalog: Catalog) -> Self {
      Self(name, .rows(catalog.rows(listed: rows)))
    }

    /// What another framework, such as a baseline or a resolved profile, has under the same names as `catalog`.
    ///
    /// What it has and `catalog` has not is named as absent.
    public static func selection(_ selection: Catalog, of catalog: Catalog) -> Self {
      let (rows, absent) = catalog.rows(selectedBy: selection)
      let name = GapReport.Scope(
        kind: .framework, name: selection.metadata.id.description, title: selection.metadata.title,
        absent: absent)
      return Self(name, .rows(rows))
    }

    /// The rows of `catalog` in the scope, those that require nothing included.
    func rows(of catalog: Catalog) -> Set<Int> {
      switch members {
      case .rows(let rows): return rows
      case .roles(let roles):
        return Set(catalog.rows.indices.filter { catalog.isAddressed($0, to: roles) })
      }
    }
  }
}

extension Catalog {
  /// The roles that a row addresses: where it names none, those of the nearest node above that does.
  func addressees(of row: Int) -> RoleSet {
    TargetOutline.ancestorsAndSelf(of: row, in: self).lazy.map { rows[$0].roles }.first { !$0.isEmpty } ?? []
  }

  /// A row that names no role, and stands below none that does, may address anybody.
  func isAddressed(_ row: Int, to roles: RoleSet) -> Bool {
    let addressees = addressees(of: row)
    return addressees.isEmpty || !addressees.isDisjoint(with: roles)
  }
}
