/// What of two frameworks is equal or covers each other, and what may turn out to be.
public struct EquivalenceReport: Sendable {
  /// How the two ends of an entry stand to each other.
  public enum Kind: String, CaseIterable, Sendable {
    /// One node on either side, certainly equal.
    case equal
    /// Several nodes on a side or on both: together they certainly cover each other.
    case mutual
    /// The source certainly covers the target; the other way is not proven.
    case sourceCovers = "source-covers"
    /// The target certainly covers the source; the other way is not proven.
    case targetCovers = "target-covers"
    /// Both certainly share subject matter, neither cover is proven, and equality is not excluded: something to
    /// review, and no equivalence.
    case open
  }

  /// One framework.
  public var source: GapReport.End
  /// The other one.
  public var target: GapReport.End
  /// The day of the report.
  public var asOf: CalendarDate
  /// On how many claims of which status the report rests.
  public var basis: GapReport.Basis
  /// Pairs of which the claims leave no relation possible; they are in no entry.
  public var contradicted: Int
  /// By kind, in document order of the source within each.
  public var entries: [Entry]

  /// Creates a report; the analysis of the mapper fills it.
  public init(
    source: GapReport.End, target: GapReport.End, asOf: CalendarDate, basis: GapReport.Basis,
    contradicted: Int, entries: [Entry]
  ) {
    self.source = source
    self.target = target
    self.asOf = asOf
    self.basis = basis
    self.contradicted = contradicted
    self.entries = entries
  }

  /// How many entries are of a kind.
  public func count(of kind: Kind) -> Int { entries.count { $0.kind == kind } }
}

extension EquivalenceReport {
  /// Whether one end covers the other.
  public enum Cover: String, Sendable {
    case proven, open, excluded
  }

  /// Two ends, and what is known about them.
  public struct Entry: Sendable {
    /// How the ends stand to each other.
    public var kind: Kind
    /// Nodes of the source; several mean their union.
    public var source: [ControlID]
    /// Titles of the source's nodes, joined.
    public var sourceTitle: String
    /// Nodes of the target; several mean their union.
    public var target: [ControlID]
    /// Titles of the target's nodes, joined.
    public var targetTitle: String
    /// Every relation still possible from source to target.
    public var relations: RelationshipSet
    /// Why: one for a pair; for a group one for each node that is covered by the other side.
    public var grounds: [Ground]
    /// Whether part of it rests on unreviewed claims only.
    public var draft: Bool
    /// Whether it rests on a claim about another revision.
    public var stale: Bool
    /// The weakest claim it rests on, 0 through 1.
    public var confidence: Double
    /// The note of the claim, where a single claim gives it.
    public var note: String?

    /// Creates an entry; its marks follow from its grounds.
    public init(
      kind: Kind, source: [ControlID], sourceTitle: String, target: [ControlID], targetTitle: String,
      relations: RelationshipSet, grounds: [Ground], note: String?
    ) {
      self.kind = kind
      self.source = source
      self.sourceTitle = sourceTitle
      self.target = target
      self.targetTitle = targetTitle
      self.relations = relations
      self.grounds = grounds
      self.note = note
      let derivations = grounds.map(\.derivation)
      // What rests on structure alone needs no review.
      draft = derivations.contains { $0.restsOnDraftsOnly && !$0.claims.isEmpty }
      stale = derivations.contains(where: \.isStale)
      confidence = derivations.map(\.confidence).min() ?? 0
    }

    /// Whether the source covers the target.
    public var sourceCovers: Cover { relations.cover }
    /// Whether the target covers the source.
    public var targetCovers: Cover { relations.converse.cover }
  }

  /// One thing that an entry rests on.
  public struct Ground: Sendable {
    /// What it leads from; several mean their union.
    public var source: [ControlID]
    /// What holds from `source` to `target`.
    public var relations: RelationshipSet
    /// What it leads to; several mean their union.
    public var target: [ControlID]
    /// The claims and facts of structure behind it.
    public var derivation: Derivation

    /// Creates a ground.
    public init(
      source: [ControlID], relations: RelationshipSet, target: [ControlID], derivation: Derivation
    ) {
      self.source = source
      self.relations = relations
      self.target = target
      self.derivation = derivation
    }
  }
}

extension RelationshipSet {
  /// Whether the first end covers the second.
  fileprivate var cover: EquivalenceReport.Cover {
    if !isEmpty && isSubset(of: .covering) { return .proven }
    return isDisjoint(with: .covering) ? .excluded : .open
  }
}
