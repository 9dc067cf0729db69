/// What is supposed about frameworks and claims beside what a store holds; the store knows nothing of it.
public struct Hypothesis: Sendable {
  /// Catalogs that stand in for the store's own of their framework, at most one for each.
  public private(set) var catalogs: [Catalog] = []
  /// Claims that are there in addition, or in the place of a stored one with the same identity.
  public private(set) var added: [MappingClaim] = []
  /// Stored claims that are left out.
  public private(set) var removed: [MappingClaim] = []

  /// Supposes nothing.
  public init() {}

  /// Whether it supposes anything at all.
  public var isEmpty: Bool { catalogs.isEmpty && added.isEmpty && removed.isEmpty }

  /// The catalog that stands in for `framework`; `nil` where the store's own counts.
  public func catalog(_ framework: FrameworkID) -> Catalog? { catalogs.first { $0.framework == framework } }

  /// Supposes that `catalog` is the text of its framework.
  public mutating func suppose(_ catalog: Catalog) {
    catalogs.removeAll { $0.framework == catalog.framework }
    catalogs.append(catalog)
  }

  /// Supposes that `claim` was made.
  ///
  /// - Parameter stored: What the store has under the same identity: it is brought up to date, as an import would do
  ///   it, and stays as it is where `claim` says nothing else.
  public mutating func add(_ claim: MappingClaim, beside stored: MappingClaim? = nil) {
    removed.removeAll { $0.id == claim.id }
    added.removeAll { $0.id == claim.id }
    var claim = claim
    if let stored {
      if claim.properties.isEmpty { claim.properties = stored.properties }
      var same = stored
      same.origin = claim.origin
      if same == claim { return }
    }
    added.append(claim)
  }

  /// Supposes that `claim`, supposed before or stored, was never made.
  public mutating func remove(_ claim: MappingClaim, isStored: Bool) {
    added.removeAll { $0.id == claim.id }
    if isStored, !removed.contains(where: { $0.id == claim.id }) { removed.append(claim) }
  }

  /// The claims of a store, in their order, as they are supposed to be; additional ones follow.
  ///
  /// Cost: linear.
  public func claims(from stored: [MappingClaim]) -> [MappingClaim] {
    let gone = Set(removed.map(\.id))
    var news = Dictionary(added.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    let kept = stored.filter { !gone.contains($0.id) }.map { news.removeValue(forKey: $0.id) ?? $0 }
    return kept + added.filter { news[$0.id] != nil }
  }
}
