import CrosswalkModel

/// Everything that one import brought, as values that can be compared.
struct ImportedAccount: Equatable {
  struct Node: Equatable {
    var kind: NodeKind
    var names: [String]
    var texts: [String]
    var isWithdrawn: Bool
    var parent: Int?
    var facts: [[Property]]
    var place: SourceLocation?
  }

  var metadata: CatalogMetadata
  var resources: [Resource]
  var nodes: [Node]
  var notUsed: [NotUsed]

  init(_ imported: Imported, withPlaces: Bool = true) {
    metadata = imported.catalog.metadata
    resources = imported.catalog.resources
    notUsed = withPlaces ? imported.notUsed : []
    nodes = imported.catalog.nodes.map {
      Node(
        kind: $0.kind, names: [$0.local, $0.label, $0.title] + $0.aliases, texts: [$0.text, $0.summary],
        isWithdrawn: $0.isWithdrawn, parent: $0.parent?.index, facts: [$0.properties, $0.links, $0.notes],
        place: withPlaces ? $0.location : nil)
    }
  }

  /// The first thing that is another one here, with what it is there; `nil` where everything is the same.
  func firstDifference(from other: ImportedAccount) -> String? {
    if metadata != other.metadata { return "\(metadata)\n\(other.metadata)" }
    if resources != other.resources { return "\(resources)\n\(other.resources)" }
    if nodes.count != other.nodes.count { return "\(nodes.count) nodes, not \(other.nodes.count)" }
    for (mine, theirs) in zip(nodes, other.nodes) where mine != theirs { return "\(mine)\n\(theirs)" }
    for (mine, theirs) in zip(notUsed, other.notUsed) where mine != theirs { return "\(mine)\n\(theirs)" }
    return self == other ? nil : "\(notUsed.count) not used, not \(other.notUsed.count)"
  }
}
