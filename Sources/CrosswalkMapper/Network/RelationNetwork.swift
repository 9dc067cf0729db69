import CrosswalkModel

/// A row of one network: fast inside the mapper, never printed, never stored.
typealias NodeIndex = Int32

/// What the closure reasons over: the nodes that can matter, and what claims and structure say about pairs of them.
///
/// Nodes stand in an order that does not depend on the order of catalogs or claims: frameworks by name, their
/// nodes in document order, nodes without a catalog, unions, whole frameworks. Facts follow: structure by node,
/// claims by identity. Every tie of the closure is broken by this order.
struct RelationNetwork {
  /// What a node of the network stands for.
  enum Node {
    /// A row of `structures[catalog]`.
    case control(catalog: Int, row: Int)
    /// Named by a claim; its framework is not in the graph.
    case foreign(ControlID)
    /// The union of several nodes, made by a claim that names them together.
    case union([NodeIndex], from: SourceLocation)
    /// All that a framework requires, made by a claim of "no counterpart".
    ///
    /// Being disjoint from it and being disjoint from every node of the framework are the same, because it is
    /// their union; so one node stands for thousands of pairs.
    case everything(of: FrameworkID)
  }

  /// What one claim, or the structure, says about one pair.
  struct Fact {
    /// What a fact rests on.
    enum Ground {
      /// A claim of `claims`.
      case claim(Int)
      /// The first node is part of the second.
      case structure
    }

    let first: NodeIndex
    let second: NodeIndex
    /// From `first` to `second`.
    let relations: RelationshipSet
    let ground: Ground
  }

  /// A node that is exactly the union of others.
  struct Union {
    let node: NodeIndex
    let members: [NodeIndex]
  }

  /// A claim that names nodes which its catalog does not have.
  struct Dangling {
    let claim: Int
    let missing: [ControlID]
  }

  var structures: [CatalogStructure] = []
  /// The trusted claims by identity, with the confidence that they are trusted with.
  var claims: [MappingClaim] = []
  var staleClaims: Set<ClaimID> = []
  var nodes: [Node] = []
  /// The framework of each node.
  var frameworks: [FrameworkID] = []
  /// The name of each node that is a single one; made once, because derivations repeat them.
  var singleNames: [ControlID?] = []
  /// For each catalog and row its node, or -1.
  var nodeOfRow: [[NodeIndex]] = []
  var nodeOfForeign: [ControlID: NodeIndex] = [:]
  var nodeOfEverything: [FrameworkID: NodeIndex] = [:]
  var facts: [Fact] = []
  var unions: [Union] = []
  /// For each node, the unions (of `unions`) that it is a member of.
  var unionsOfMember: [[Int32]] = []
  /// For each node, the structural facts that name it: as part and as whole.
  var structureFacts: [[Int32]] = []
  /// For each claim, its facts: one, unless "no counterpart" is spelled out; none for a claim without effect.
  var factsOfClaim: [[Int32]] = []
  var dangling: [Dangling] = []
  /// Claims about nodes that require nothing, such as withdrawn ones: understood, and without effect here.
  var withoutEffect: [Int] = []
  /// Claims between a node and itself that exclude equality: they conflict with themselves.
  var selfContradicting: [Int] = []

  /// The names of what `node` stands for; several mean their union, none the whole framework.
  func names(of node: NodeIndex) -> [ControlID] {
    if let name = singleNames[Int(node)] { return [name] }
    guard case .union(let members, _) = nodes[Int(node)] else { return [] }
    return members.flatMap(names)
  }

  /// The name of a node that is a single one.
  func name(of node: Node) -> ControlID? {
    switch node {
    case .control(let catalog, let row):
      ControlID(framework: structures[catalog].catalog.framework, local: structures[catalog].local(row))
    case .foreign(let control): control
    case .union, .everything: nil
    }
  }

  /// A title for people; empty where the node has none.
  func title(of node: NodeIndex) -> String {
    switch nodes[Int(node)] {
    case .control(let catalog, let row): structures[catalog].title(row)
    case .foreign: ""
    case .union(let members, _): members.map(title).filter { !$0.isEmpty }.joined(separator: " | ")
    case .everything:
      structures.first { $0.catalog.framework == frameworks[Int(node)] }?.catalog.metadata.title ?? ""
    }
  }

  /// Where the structure says that `part` is part of `whole`.
  func location(ofPart part: NodeIndex, in whole: NodeIndex) -> SourceLocation {
    if case .union(_, let origin) = nodes[Int(whole)] { return origin }
    switch nodes[Int(part)] {
    case .control(let catalog, let row): return structures[catalog].catalog[row].location
    case .union(_, let origin): return origin
    case .foreign, .everything: return SourceLocation(file: "", line: 1, column: 1)
    }
  }

  /// The index of `framework`'s catalog in `structures`.
  func catalogIndex(of framework: FrameworkID) -> Int? {
    structures.firstIndex { $0.catalog.framework == framework }
  }

  /// Whether the node is a single control, statement or group.
  func isSingle(_ node: NodeIndex) -> Bool {
    switch nodes[Int(node)] {
    case .control, .foreign: true
    case .union, .everything: false
    }
  }

  /// Whether the node stands for a whole framework.
  func isEverything(_ node: NodeIndex) -> Bool {
    if case .everything = nodes[Int(node)] { true } else { false }
  }
}
