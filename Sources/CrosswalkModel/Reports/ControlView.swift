/// One control with everything that is known about it, as `show` prints it.
public struct ControlView: Sendable {
  /// A relation that follows from the claims without being claimed.
  public struct Derived: Hashable, Sendable {
    /// The node at the other end.
    public var other: ControlID
    /// What is still possible, read "the shown control RELATIONSHIP other".
    public var relations: RelationshipSet

    /// Creates a derived relation.
    public init(other: ControlID, relations: RelationshipSet) {
      self.other = other
      self.relations = relations
    }
  }

  /// The control itself, in the revision asked for.
  public var node: CatalogNode
  /// The claims that name it, in the order of the store.
  public var claims: [MappingClaim]
  /// What is deemed to meet it or a node that holds it, nearest first, in the order of the store.
  public var alternatives: [MappingClaim] = []
  /// Relations to nodes of other frameworks, in the order of the analysis.
  public var derived: [Derived]
  /// The most claims on a chain that ``derived`` rests on, where only such chains were followed; `nil` where claims
  /// were followed without limit.
  public var longestChain: Int?
  /// The revisions of its framework that have it, oldest first.
  public var revisions: [RevisionID]
  /// When the store learned of the revision that is shown, as precisely as it was noted; `nil` where nobody noted it.
  public var knownSince: String?
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate?
  /// What both sides say about it, and what is known about its claims.
  public var remarks = ClaimRemarks()
  /// What both sides say, about it and about its claims.
  public var positions: PositionIndex { remarks.positions }

  /// Creates a view of `node`.
  public init(
    node: CatalogNode, claims: [MappingClaim], derived: [Derived], longestChain: Int? = nil,
    revisions: [RevisionID]
  ) {
    self.node = node
    self.claims = claims
    self.derived = derived
    self.longestChain = longestChain
    self.revisions = revisions
  }
}
