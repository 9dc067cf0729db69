/// Finds nodes by what users type: exact names first, then aliases and other spellings.
public struct LocalIndex: Sendable {
  /// What a look-up found.
  public enum Match: Hashable, Sendable {
    case one(Int)
    /// Several nodes answer to this spelling, named in document order.
    case several([Int])
    case none
  }

  private var exact: [String: Int] = [:]
  private var loose: [LocalKey: [Int]] = [:]

  /// Indexes every node of `catalog`.
  ///
  /// Cost: linear in the nodes.
  public init(_ catalog: Catalog) {
    exact.reserveCapacity(catalog.rows.count)
    for node in catalog.nodes {
      let local = node.local
      exact[local] = node.index
      add(local, node.index)
      for alias in node.aliases { add(alias, node.index) }
    }
  }

  private mutating func add(_ spelling: String, _ index: Int) {
    let key = LocalKey(spelling)
    if loose[key]?.contains(index) != true { loose[key, default: []].append(index) }
  }

  /// The node that `local` names.
  ///
  /// Cost: O(length).
  public func match(_ local: some StringProtocol) -> Match {
    if let index = exact[String(local)] { return .one(index) }
    guard let found = loose[LocalKey(local)] else { return .none }
    return found.count == 1 ? .one(found[0]) : .several(found)
  }
}
