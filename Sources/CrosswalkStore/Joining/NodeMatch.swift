import CrosswalkModel

/// Which nodes of two catalogs are the same: by name exactly first, then by what names have in common.
struct NodeMatch {
  /// For each official row its own one, or -1; and the reverse.
  private(set) var ownOfOfficial: [Int32]
  private(set) var officialOfOwn: [Int32]

  /// Compares all names.
  ///
  /// Cost: linear.
  init(own: Catalog, official: Catalog) {
    ownOfOfficial = [Int32](repeating: -1, count: official.rows.count)
    officialOfOwn = [Int32](repeating: -1, count: own.rows.count)
    let names = Dictionary(own.nodes.map { ($0.local, $0.index) }, uniquingKeysWith: { first, _ in first })
    for node in official.nodes {
      if let index = names[node.local] { pair(own: index, official: node.index) }
    }
    matchLoosely(own, official)
  }

  /// Pairs what is left where one key names just one node on each side; the rest stays apart.
  private mutating func matchLoosely(_ own: Catalog, _ official: Catalog) {
    let ownKeys = unmatched(own, officialOfOwn)
    guard !ownKeys.isEmpty else { return }
    for (key, nodes) in unmatched(official, ownOfOfficial) {
      guard nodes.count == 1, let ours = ownKeys[key], ours.count == 1 else { continue }
      pair(own: ours[0], official: nodes[0])
    }
  }

  private func unmatched(_ catalog: Catalog, _ counterparts: [Int32]) -> [LocalKey: [Int]] {
    var keys: [LocalKey: [Int]] = [:]
    for node in catalog.nodes where counterparts[node.index] < 0 {
      keys[LocalKey(node.local), default: []].append(node.index)
    }
    return keys
  }

  private mutating func pair(own: Int, official: Int) {
    ownOfOfficial[official] = Int32(own)
    officialOfOwn[own] = Int32(official)
  }
}
