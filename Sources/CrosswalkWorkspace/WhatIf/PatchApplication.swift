import CrosswalkModel
import CrosswalkStore

/// Turns patches into a hypothesis about one store, file by file.
struct PatchApplication {
  let store: CrosswalkStore
  let day: CalendarDate
  /// The revisions that the question names.
  let asked: [FrameworkRevisionID]
  private(set) var hypothesis = Hypothesis()
  private(set) var summary = WhatIfReport.Patch()
  /// Names of added claims that no catalog has.
  private(set) var dangling: [Diagnostic] = []
  private(set) var amendments: [CatalogAmendment] = []
  private let stored: [MappingClaim]
  private let storedByID: [ClaimID: MappingClaim]

  init(store: CrosswalkStore, asked: [FrameworkRevisionID], day: CalendarDate) throws {
    self.store = store
    self.asked = asked
    self.day = day
    stored = try store.claims(.all)
    storedByID = Dictionary(stored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Applies one file to what the ones before it left.
  mutating func apply(amendment: CatalogAmendment?, claims: ClaimPatch, file: String) throws {
    summary.files.append(file)
    if let amendment { try apply(amendment) }
    var binder = try ClaimBinder(store: store, imported: hypothesis.catalogs, day: day)
    let bound = try binder.bind(claims.additions)
    dangling += bound.dangling
    // What goes is looked for before anything of this file is added: so the order of its lines means nothing.
    try remove(claims.removals, &binder)
    for claim in bound.claims { hypothesis.add(claim, beside: storedByID[claim.id]) }
    (summary.added, summary.removed) = (hypothesis.added, hypothesis.removed)
  }

  // MARK: Frameworks

  private mutating func apply(_ amendment: CatalogAmendment) throws {
    let catalog = try catalog(of: amendment)
    let amended = try amendment.amended(catalog)
    hypothesis.suppose(amended)
    amendments.append(amendment)
    summary.amendments.append(
      WhatIfReport.Patch.Amendment(
        amendment, of: catalog.metadata.id, giving: amended.metadata.id.revision))
  }

  private func catalog(of amendment: CatalogAmendment) throws -> Catalog {
    if let supposed = hypothesis.catalog(amendment.framework) { return supposed }
    if let named = asked.first(where: { $0.framework == amendment.framework }) {
      return try store.catalog(named)
    }
    let resolver = ReferenceResolver(store: store, asOf: day)
    do {
      return try store.catalog(resolver.revision(Reference(framework: amendment.framework)))
    } catch WorkspaceError.unknownFramework(let name, let closest) {
      throw PatchError(reason: .unknownFramework(name, closest: closest), location: amendment.location)
    }
  }

  // MARK: Claims

  private mutating func remove(_ removals: [ClaimPatch.Removal], _ binder: inout ClaimBinder) throws {
    guard !removals.isEmpty else { return }
    let present = hypothesis.claims(from: stored)
    var gone: [MappingClaim] = []
    for removal in removals {
      let removal = try spelled(removal, &binder)
      let found = present.filter { $0.counts && removal.matches($0) }
      guard !found.isEmpty else { throw unmatched(removal, present) }
      gone += found
    }
    for claim in gone { hypothesis.remove(claim, isStored: storedByID[claim.id] != nil) }
  }

  /// The removal with its ends spelled as their catalogs spell them.
  private func spelled(
    _ removal: ClaimPatch.Removal, _ binder: inout ClaimBinder
  ) throws -> ClaimPatch.Removal {
    let asClaim = MappingClaim(
      id: ClaimID(""), source: removal.source, target: removal.target, relations: .all, token: "",
      origin: removal.location)
    var removal = removal
    if let bound = try binder.bind([asClaim]).claims.first {
      (removal.source, removal.target) = (bound.source, bound.target)
    }
    return removal
  }

  private func unmatched(_ removal: ClaimPatch.Removal, _ present: [MappingClaim]) -> PatchError {
    let ends = Self.ends(removal.source, removal.target)
    let names = present.filter(\.counts).map { claim in
      // Where an author is asked for, who the others are matters.
      let author = removal.author == nil ? nil : claim.author
      return Self.ends(claim.source, claim.target) + (author.map { " by \($0)" } ?? "")
    }
    let wanted = ends + (removal.author.map { " by \($0)" } ?? "")
    return PatchError(
      reason: .nothingToRemove(
        ends: ends, author: removal.author, closest: ClosestNames.to(wanted, among: Set(names))),
      location: removal.location)
  }

  private static func ends(_ source: ClaimEnd, _ target: ClaimEnd) -> String {
    "\(source.spelled) and \(target.spelled)"
  }
}
