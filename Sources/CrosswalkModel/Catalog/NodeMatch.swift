/// Which nodes of two catalogs are the same: by name exactly first, then by what names have in common.
///
/// `AC-02` in one catalog and `AC-2` in the other are the same node where no other node of either answers to that key
/// (``LocalKey``).
public struct NodeMatch: Sendable {
  /// For each row of the first catalog its row in the second, or -1.
  public private(set) var secondOfFirst: [Int32]
  /// For each row of the second catalog its row in the first, or -1.
  public private(set) var firstOfSecond: [Int32]

  /// Compares all names.
  ///
  /// - Complexity: linear in the nodes.
  public init(_ first: Catalog, _ second: Catalog) {
    firstOfSecond = [Int32](repeating: -1, count: second.rows.count)
    secondOfFirst = [Int32](repeating: -1, count: first.rows.count)
    let names = Dictionary(first.nodes.map { ($0.local, $0.index) }, uniquingKeysWith: { first, _ in first })
    for node in second.nodes {
      if let index = names[node.local] { pair(first: index, second: node.index) }
    }
    matchLoosely(first, second)
  }

  /// Says that two rows are the same node; neither may be paired yet.
  public mutating func pair(first: Int, second: Int) {
    firstOfSecond[second] = Int32(first)
    secondOfFirst[first] = Int32(second)
  }

  /// Pairs what is left where one key names just one node on each side; the rest stays apart.
  private mutating func matchLoosely(_ first: Catalog, _ second: Catalog) {
    let firstKeys = unmatched(first, secondOfFirst)
    guard !firstKeys.isEmpty else { return }
    for (key, nodes) in unmatched(second, firstOfSecond) {
      guard nodes.count == 1, let other = firstKeys[key], other.count == 1 else { continue }
      pair(first: other[0], second: nodes[0])
    }
  }

  private func unmatched(_ catalog: Catalog, _ counterparts: [Int32]) -> [LocalKey: [Int]] {
    var keys: [LocalKey: [Int]] = [:]
    for node in catalog.nodes where counterparts[node.index] < 0 {
      keys[LocalKey(node.local), default: []].append(node.index)
    }
    return keys
  }
}
