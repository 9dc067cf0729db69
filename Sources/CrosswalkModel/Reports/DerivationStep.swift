/// One step of a derivation: a claim, or a fact of structure such as "a statement is part of its control".
public struct DerivationStep: Hashable, Sendable {
  /// What a step rests on.
  public enum Ground: Hashable, Sendable {
    /// A claim, read forwards or backwards.
    case claim(
      ClaimID, status: MappingClaim.Status, reviewed: Bool, confidence: Double?, stale: Bool,
      from: SourceLocation)
    /// The catalog's own structure, with its place.
    case structure(SourceLocation)
  }

  /// What the step rests on.
  public let ground: Ground
  /// What the step leads from; several mean their union.
  public let source: [ControlID]
  /// The relations that the ground gives from `source` to `target`.
  public let relations: RelationshipSet
  /// What the step leads to; several mean their union.
  public let target: [ControlID]

  /// Creates a step.
  public init(ground: Ground, source: [ControlID], relations: RelationshipSet, target: [ControlID]) {
    self.ground = ground
    self.source = source
    self.relations = relations
    self.target = target
  }
}

/// Why a relation holds: the steps whose relations, composed in order, give it.
///
/// A step that does not begin where the one before it ends begins a further line about the same pair: the
/// relations of both lines are intersected. Lines that begin at the members of a union say together what holds
/// for the union. An end without names is a whole framework, of which a claim says that it has no counterpart.
/// An empty chain for a pair means that nothing is known about it.
public struct Derivation: Hashable, Sendable {
  /// The steps in order.
  public let steps: [DerivationStep]
  /// What the steps give from the first source to the last target.
  public let relations: RelationshipSet

  /// Creates a derivation from its steps and their composition.
  public init(steps: [DerivationStep], relations: RelationshipSet) {
    self.steps = steps
    self.relations = relations
  }

  /// The weakest confidence of a claim in it; a claim without one counts as 0.
  ///
  /// 1 where it rests on structure only.
  public var confidence: Double {
    steps.reduce(1) { weakest, step in
      guard case .claim(_, _, _, let confidence, _, _) = step.ground else { return weakest }
      return min(weakest, confidence ?? 0)
    }
  }
  /// Whether no claim in it was reviewed.
  public var restsOnDraftsOnly: Bool {
    !steps.contains {
      if case .claim(_, _, let reviewed, _, _, _) = $0.ground { reviewed } else { false }
    }
  }
  /// Whether a claim in it names another revision of an end.
  public var isStale: Bool {
    steps.contains { if case .claim(_, _, _, _, let stale, _) = $0.ground { stale } else { false } }
  }
  /// The claims in it, in order.
  public var claims: [ClaimID] {
    steps.compactMap { if case .claim(let id, _, _, _, _, _) = $0.ground { id } else { nil } }
  }
}
