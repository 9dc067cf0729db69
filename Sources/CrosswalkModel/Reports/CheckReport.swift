/// What is wrong, or may be, with the claims about some frameworks: conflicts with their repairs, names that are not
/// there, claims about texts that changed, and claims to look at again.
public struct CheckReport: Sendable {
  /// The revisions whose claims were checked, and through which these hang together.
  public var frameworks: [FrameworkRevisionID]
  /// The day by which revisions were chosen.
  public var asOf: CalendarDate
  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public var knownBy: CalendarDate?
  /// Weakest claim that was trusted, 0 through 1.
  public var minimumConfidence: Double
  /// Claims that were checked.
  public var claims: Int
  /// Those of them that a named reviewer stands behind.
  public var reviewed: Int
  /// Whether conflicts were looked for by a closure that may miss some, because there are very many claims.
  public var mayMissConflicts = false
  /// Conflicts, in document order of their first pair.
  public var contradictions: [Contradiction]
  /// The smallest change by which no claims conflict any more; `nil` where none do.
  public var resolution: Resolution?
  /// Minimal sets of conflicting claims, as many as were asked for; `nil` where none were.
  public var conflictSets: ConflictSets?
  /// Claims that name what the revision lacks; they take no part in reasoning.
  public var dangling: [Dangling]
  /// Claims that name another revision of an end, whose requirement text is not known to be the same.
  public var stale: [Stale]
  /// Claims that say something else than when a reviewer last acted on them, so that the act has no effect.
  public var changedSinceReview: [ChangedSinceReview]
  /// Claims about nodes that require nothing, such as withdrawn ones; they take no part in reasoning.
  public var withoutEffect: [MappingClaim]
  /// Claims that something covers another, where not every part of it is covered by claims about statements.
  public var unwitnessed: [Unwitnessed]

  /// Creates a report without findings.
  public init(
    frameworks: [FrameworkRevisionID], asOf: CalendarDate, minimumConfidence: Double, claims: Int,
    reviewed: Int
  ) {
    self.frameworks = frameworks
    self.asOf = asOf
    self.minimumConfidence = minimumConfidence
    self.claims = claims
    self.reviewed = reviewed
    contradictions = []
    dangling = []
    stale = []
    changedSinceReview = []
    withoutEffect = []
    unwitnessed = []
  }

  /// Puts what is no conflict into the order of the files that the claims stand in.
  public mutating func sortRemarks() {
    dangling.sort { $0.claim.isBefore($1.claim) }
    stale.sort { $0.claim.isBefore($1.claim) }
    changedSinceReview.sort { $0.claim.isBefore($1.claim) }
    withoutEffect.sort { $0.isBefore($1) }
    unwitnessed.sort { $0.claim.isBefore($1.claim) }
  }
}

extension CheckReport {
  /// Two ends for which no relation is left.
  public struct Pair: Hashable, Sendable {
    /// Several mean their union.
    public let source: [ControlID]
    /// Several mean their union.
    public let target: [ControlID]

    /// Creates a pair.
    public init(source: [ControlID], target: [ControlID]) {
      self.source = source
      self.target = target
    }
  }

  /// A minimal set of conflicting claims.
  public struct Contradiction: Sendable {
    /// The pairs that it leaves without a relation, in document order; at least one.
    public let pairs: [Pair]
    /// By identity: without any one of them, the others do not conflict.
    public let claims: [MappingClaim]
    /// The lines of reasoning that exclude each other.
    public let derivations: [Derivation]
    /// What one could change in one claim so that the set conflicts no more, cheapest first.
    public let repairs: [Repair]

    /// Creates a contradiction.
    public init(pairs: [Pair], claims: [MappingClaim], derivations: [Derivation], repairs: [Repair]) {
      self.pairs = pairs
      self.claims = claims
      self.derivations = derivations
      self.repairs = repairs
    }
  }

  /// A change of one claim that resolves a conflict.
  public struct Repair: Sendable {
    /// The claim as it stands.
    public let claim: MappingClaim
    /// What it would say instead: of the relations that the other claims leave possible, those nearest to what it
    /// says.
    ///
    /// Several mean one of them; `nil` means that the claim has to be withdrawn.
    public let relations: RelationshipSet?
    /// All relations that the other claims leave possible for its ends.
    public let possible: RelationshipSet
    /// How far the change goes: steps between neighbouring relations ("superset" and "intersects" are neighbours,
    /// "superset" and "disjoint" are two steps apart); 3 for a withdrawal.
    public let steps: Int

    /// Creates a repair.
    public init(claim: MappingClaim, relations: RelationshipSet?, possible: RelationshipSet, steps: Int) {
      self.claim = claim
      self.relations = relations
      self.possible = possible
      self.steps = steps
    }
  }

  /// Changes of as few claims as possible, after which no claims conflict.
  public struct Resolution: Sendable {
    /// In the order of their claims; together they resolve all conflicts.
    public let repairs: [Repair]
    /// Whether it is proven that fewer claims do not do.
    public let isProven: Bool

    /// Creates a resolution.
    public init(repairs: [Repair], isProven: Bool) {
      self.repairs = repairs
      self.isProven = isProven
    }
  }

  /// Minimal sets of conflicting claims.
  public struct ConflictSets: Sendable {
    /// The smallest first; each by identity.
    public let sets: [[MappingClaim]]
    /// Whether there are no further ones.
    public let isComplete: Bool

    /// Creates a list of sets.
    public init(sets: [[MappingClaim]], isComplete: Bool) {
      self.sets = sets
      self.isComplete = isComplete
    }
  }

  /// A claim with an end that is not there.
  public struct Dangling: Sendable {
    /// A name that nothing answers to.
    public struct Missing: Hashable, Sendable {
      /// The name as the claim has it.
      public let name: ControlID
      /// The revision that lacks it; `nil` where the store has no such framework.
      public let revision: FrameworkRevisionID?
      /// The names most like it, nearest first.
      public let closest: [String]

      /// Creates a name.
      public init(name: ControlID, revision: FrameworkRevisionID?, closest: [String]) {
        self.name = name
        self.revision = revision
        self.closest = closest
      }
    }

    /// The claim as its source has it.
    public let claim: MappingClaim
    /// The names, in the order of the claim.
    public let missing: [Missing]

    /// Creates an entry.
    public init(claim: MappingClaim, missing: [Missing]) {
      self.claim = claim
      self.missing = missing
    }
  }

  /// A claim about a text that may have changed since.
  public struct Stale: Sendable {
    /// An end whose text is not known to be the same.
    public struct End: Hashable, Sendable {
      /// The framework.
      public let framework: FrameworkID
      /// The revision that the author read.
      public let named: RevisionID
      /// The revision that is current.
      public let current: RevisionID
      /// What became of that which the claim names; `nil` where the text of the named revision is not here.
      public var changes: [EndChange]?

      /// Creates an end.
      public init(
        framework: FrameworkID, named: RevisionID, current: RevisionID, changes: [EndChange]? = nil
      ) {
        self.framework = framework
        self.named = named
        self.current = current
        self.changes = changes
      }
    }

    /// The claim as its source has it.
    public let claim: MappingClaim
    /// One or both ends, the source first.
    public let ends: [End]

    /// Creates an entry.
    public init(claim: MappingClaim, ends: [End]) {
      self.claim = claim
      self.ends = ends
    }
  }

  /// A claim that says something else than when a reviewer last acted on it.
  public struct ChangedSinceReview: Sendable {
    /// The claim as it counts now.
    public let claim: MappingClaim
    /// The act, which was about other words.
    public let act: ReviewAct

    /// Creates an entry.
    public init(claim: MappingClaim, act: ReviewAct) {
      self.claim = claim
      self.act = act
    }
  }

  /// A claim of cover without claims about statements that show it.
  public struct Unwitnessed: Sendable {
    /// The claim as its source has it.
    public let claim: MappingClaim
    /// Assessable parts of the covered end that no other claim about statements covers, in document order.
    public let parts: [ControlID]

    /// Creates an entry.
    public init(claim: MappingClaim, parts: [ControlID]) {
      self.claim = claim
      self.parts = parts
    }
  }
}

extension MappingClaim {
  fileprivate func isBefore(_ other: Self) -> Bool { (origin, id) < (other.origin, other.id) }
}
