import CrosswalkImporters
import CrosswalkModel
import CrosswalkStore

/// Puts acts of review together from what a user asks for.
struct ReviewActBuilder {
  let request: ReviewActRequest
  private let finder: ClaimFinder
  private var current: CurrentText
  private let resolver: ReferenceResolver

  init(_ request: ReviewActRequest, _ workspace: Workspace) throws {
    self.request = request
    finder = ClaimFinder(try workspace.store.claims(.all))
    current = CurrentText(workspace, asOf: request.asOf)
    resolver = ReferenceResolver(store: workspace.store, asOf: request.asOf)
  }

  /// The acts in the order of the claims, each claim once.
  ///
  /// - Throws: ``ReviewActError``, ``WorkspaceError`` for names that do not exist, `StoreError`.
  mutating func acts() throws -> [ReviewAct] {
    if case .noCounterpart(let requirement, let framework, let words) = request.deed {
      return [try noCounterpart(requirement, framework, words)]
    }
    if case .carry(let names) = request.deed, !names.isEmpty, request.claims.count != 1 {
      throw ReviewActError.oneClaimNeeded(request.claims.count)
    }
    var seen: Set<ClaimID> = []
    let claims = try request.claims.map(finder.claim).filter { seen.insert($0.id).inserted }
    return try claims.map { try act(on: $0) }
  }

  private mutating func act(on claim: MappingClaim) throws -> ReviewAct {
    switch request.deed {
    case .accept: return try act(.accept, claim)
    case .reject: return try act(.reject, claim)
    case .amend(let words): return try act(.amend, claim, try amended(claim, words))
    case .carry(let names):
      return try act(.carry, claim, names.isEmpty ? try carried(claim) : try carried(claim, to: names))
    case .noCounterpart: preconditionFailure("\"no counterpart\" is about no claim")
    }
  }

  private func act(
    _ kind: ReviewAct.Kind, _ claim: MappingClaim, _ result: MappingClaim? = nil
  ) throws -> ReviewAct {
    ReviewAct(
      kind: kind, claim: claim.id, result: result, author: request.author, time: request.time,
      reason: request.reason, givenFor: try current.revisions(of: claim))
  }

  // MARK: Amending

  private mutating func amended(
    _ claim: MappingClaim, _ words: ReviewActRequest.Amendment
  ) throws -> MappingClaim {
    var result = try withCurrentRevisions(claim)
    if words.relationship != nil || words.isStrict != nil {
      (result.token, result.relations) = try relation(words, of: claim)
    }
    result.rationale = words.rationale ?? claim.rationale
    result.confidence = words.confidence ?? claim.confidence
    result.strength = words.strength ?? claim.strength
    result.note = words.note ?? claim.note
    // What another tool or table said about the old claim is not said of the new one.
    result.properties = claim.properties.filter { $0.name == MappingClaim.basisProperty }
    review(&result)
    return result
  }

  /// What an amendment says of the relation, as a row of a claims file would.
  private func relation(
    _ words: ReviewActRequest.Amendment, of claim: MappingClaim
  ) throws -> (token: String, relations: RelationshipSet) {
    if claim.isAlternativeRoute {
      throw ReviewActError.unfit(claim.id, "is an alternative route, which says nothing about the relation")
    }
    if claim.isNoCounterpart {
      throw ReviewActError.unfit(
        claim.id, "is about a whole framework: reject it, and import what holds instead")
    }
    let spelled = words.relationship ?? claim.token
    guard let word = RelationWord(spelled) else {
      throw ReviewActError.unknownRelationship(spelled, known: RelationWord.allowed)
    }
    if let isStrict = words.isStrict, !word.isIntersection {
      throw ReviewActError.unfit(
        claim.id,
        "would say \"\(word.token)\", which is neither strict nor loose (\(isStrict ? "strict" : "loose"))")
    }
    return (word.token, word.relations(isStrict: words.isStrict ?? false))
  }

  /// The claim as its author would make it today.
  private mutating func withCurrentRevisions(_ claim: MappingClaim) throws -> MappingClaim {
    var result = claim
    try current.check(claim.source, of: claim.id)
    try current.check(claim.target, of: claim.id)
    result.sourceRevision = try current.revision(of: claim.source.framework)?.revision ?? claim.sourceRevision
    result.targetRevision = try current.revision(of: claim.target.framework)?.revision ?? claim.targetRevision
    return result
  }

  /// Lets the author of the act stand behind `claim`.
  private func review(_ claim: inout MappingClaim) {
    claim.method = .human
    claim.status = .complete
    claim.author = request.author
    claim.date = request.time.day
    claim.reviewer = request.author
    claim.reviewedOn = request.time.day
  }

  // MARK: Carrying

  /// Nothing: the claim itself names the current revisions from now on.
  private mutating func carried(_ claim: MappingClaim) throws -> MappingClaim? {
    var isOutdated = false
    for (end, named) in claim.endsWithRevisions where try current.isOutdated(end, named) {
      try current.check(end, of: claim.id)
      isOutdated = true
    }
    guard isOutdated else { throw ReviewActError.nothingToCarry(claim.id) }
    return nil
  }

  /// The claim about another identifier of the end that was renumbered or moved.
  private mutating func carried(_ claim: MappingClaim, to names: [String]) throws -> MappingClaim {
    let ends = Set([claim.source.framework, claim.target.framework])
    let references = names.map { name in Reference(name).flatMap { ends.contains($0.framework) ? $0 : nil } }
    let full = Set(references.compactMap { $0?.framework })
    let framework: FrameworkID
    if let only = full.first, full.count == 1 {
      framework = only
    } else {
      framework = try movedEnd(of: claim)
    }
    let nodes = try zip(names, references).map { name, reference in
      try current.node(reference?.local ?? name, of: framework, claim: claim.id)
    }
    var result = claim
    if claim.source.framework == framework {
      result.source = .nodes(nodes)
    } else {
      result.target = .nodes(nodes)
    }
    return try withCurrentRevisions(result)
  }

  /// The framework of the end that has gone, else of the one that names another revision.
  private mutating func movedEnd(of claim: MappingClaim) throws -> FrameworkID {
    let ends = claim.endsWithRevisions.filter { if case .nodes = $0.end { true } else { false } }
    var gone: [FrameworkID] = []
    for (end, _) in ends where try !current.isInForce(end) { gone.append(end.framework) }
    let outdated = try ends.filter { try current.isOutdated($0.end, $0.named) }.map(\.end.framework)
    for candidates in [gone, outdated] where candidates.count == 1 { return candidates[0] }
    throw ReviewActError.whichEnd(claim.id, ends.map(\.end.framework))
  }

  // MARK: No counterpart

  private mutating func noCounterpart(
    _ requirement: Reference, _ whole: Reference, _ words: ReviewActRequest.Amendment
  ) throws -> ReviewAct {
    guard let local = requirement.local else { throw WorkspaceError.partNeeded(requirement) }
    guard whole.local == nil else { throw WorkspaceError.wholeNeeded(whole) }
    guard whole.framework != requirement.framework else {
      throw ReviewActError.ownRequirement(whole.framework)
    }
    let revisions = try [whole, requirement].map { try resolver.revision($0) }
    let node = try current.node(local, in: revisions[1])
    var claim = MappingClaim(
      id: ClaimID(""), source: .framework(whole.framework), target: .nodes([node]), relations: .disjoint,
      token: MappingClaim.noCounterpartToken, rationale: words.rationale, strength: words.strength,
      confidence: words.confidence, sourceRevision: revisions[0].revision,
      targetRevision: revisions[1].revision,
      note: words.note ?? request.reason,
      origin: SourceLocation(file: ReviewAct.file, line: 1, column: 1))
    review(&claim)
    return ReviewAct(
      kind: .noCounterpart, claim: nil, result: claim, author: request.author, time: request.time,
      reason: request.reason, givenFor: revisions.sorted { $0.framework < $1.framework })
  }
}

extension MappingClaim {
  /// Both ends with the revision that each names, the source first.
  fileprivate var endsWithRevisions: [(end: ClaimEnd, named: RevisionID?)] {
    [(source, sourceRevision), (target, targetRevision)]
  }
}
