/// Claims to be added, and claims to be left out, as a patch file names them.
///
/// The order of its lines means nothing: what is left out is looked for among the claims that were there before.
public struct ClaimPatch: Sendable {
  /// A line that takes claims away, by itself or because it replaces them.
  public struct Removal: Sendable {
    /// One end of the claims.
    public var source: ClaimEnd
    /// The other end; a claim that names both the other way round is meant too.
    public var target: ClaimEnd
    /// Only claims of this author; `nil` for those of all.
    public var author: String?
    /// Only the claim with this identity; `nil` for all between the two ends.
    public var id: ClaimID?
    /// Where the line names its first end.
    public var location: SourceLocation

    /// Creates a removal.
    public init(
      source: ClaimEnd, target: ClaimEnd, author: String? = nil, id: ClaimID? = nil, location: SourceLocation
    ) {
      self.source = source
      self.target = target
      self.author = author
      self.id = id
      self.location = location
    }

    /// Whether `claim` is one of those meant.
    ///
    /// Ends are compared as they are spelled; members of a union in any order.
    public func matches(_ claim: MappingClaim) -> Bool {
      if let id, claim.id != id { return false }
      if let author, claim.author != author { return false }
      let (first, second) = (claim.source.unordered, claim.target.unordered)
      let (source, target) = (source.unordered, target.unordered)
      return (first, second) == (source, target) || (first, second) == (target, source)
    }
  }

  /// Claims of `add` and `replace` lines.
  public var additions: [MappingClaim] = []
  /// What `remove` and `replace` lines take away.
  public var removals: [Removal] = []

  /// Creates a patch of claims.
  public init(additions: [MappingClaim] = [], removals: [Removal] = []) {
    self.additions = additions
    self.removals = removals
  }
}

extension ClaimEnd {
  /// The end with the members of a union in one order.
  fileprivate var unordered: ClaimEnd {
    switch self {
    case .framework: self
    case .nodes(let nodes): .nodes(nodes.sorted())
    }
  }

  /// The end as a claims file spells it.
  public var spelled: String {
    switch self {
    case .framework(let framework): framework.rawValue
    case .nodes(let nodes): nodes.map(\.description).joined(separator: " | ")
    }
  }
}
