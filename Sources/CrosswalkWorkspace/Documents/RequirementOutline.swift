import CrosswalkModel

/// A point of the target with the requirements in it.
struct RequirementGroup {
  /// The point: what stands directly below a part of the target that a document goes through, or that part itself.
  var node: CatalogNode
  /// Its single requirements in document order; a point without parts is its own.
  var parts: [CatalogNode]

  /// The groups of `root`, in document order.
  static func groups(of root: CatalogNode) -> [RequirementGroup] {
    let points = root.children.filter(\.isRequirement)
    let nodes = points.isEmpty ? [root] : Array(points)
    return nodes.map { RequirementGroup(node: $0, parts: leaves(of: $0)) }
  }

  private static func leaves(of node: CatalogNode) -> [CatalogNode] {
    let below = node.children.filter(\.isRequirement)
    return below.isEmpty ? [node] : below.flatMap(leaves)
  }
}

extension CatalogNode {
  /// Whether it stands in the list of requirements: in force, part of what holds it, and requiring something.
  fileprivate var isRequirement: Bool {
    kind.isPartOfItsParent && !isWithdrawn && requiresSomething
  }

  /// The number that readers know it by: its name without that of the annex that holds it.
  var numberInDocument: String {
    guard let control = sequence(first: self, next: \.parent).first(where: { $0.kind == .control }),
      local.hasPrefix(control.local + "/")
    else { return local }
    return String(local.dropFirst(control.local.count + 1))
  }

  /// The node and everything in it, in document order.
  var subtree: [CatalogNode] { [self] + children.flatMap(\.subtree) }

  /// The node and those that hold it, from the inside.
  var line: [ControlID] { sequence(first: self, next: \.parent).map(\.id) }
}
