import CrosswalkModel
import CrosswalkStore

/// What a position can be about, found by what users type.
struct PositionTarget {
  let about: BilateralPosition.About
  /// In words: the title of a requirement, what a claim says.
  let title: String
  /// The revisions that a reader of today has before them.
  let givenFor: [FrameworkRevisionID]
}

/// Turns what users type into what a position is about.
struct PositionTargetResolver {
  let workspace: Workspace
  /// The day by which revisions are chosen.
  let day: CalendarDate

  private var references: ReferenceResolver { ReferenceResolver(store: workspace.store, asOf: day) }

  /// - Throws: ``PositionError`` and ``WorkspaceError`` for names that do not exist, `StoreError`.
  func target(_ text: String) throws -> PositionTarget {
    if let id = Self.claimID(text) { return try claim(id) }
    if let mark = text.firstIndex(of: "#"), let manifest = try manifest(text[..<mark]) {
      return try section(String(text[text.index(after: mark)...]), of: manifest)
    }
    guard let reference = Reference(text) else { throw PositionError.unreadable(text) }
    return try node(reference)
  }

  /// The claim that a text in the form of a UUID would name.
  private static func claimID(_ text: String) -> ClaimID? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } })
    else { return nil }
    return ClaimID(text.lowercased())
  }

  private func claim(_ id: ClaimID) throws -> PositionTarget {
    let claims = try workspace.store.claims(.all)
    guard let claim = claims.first(where: { $0.id == id }) else {
      throw PositionError.unknownClaim(
        id.rawValue, closest: ClosestNames.to(id.rawValue, among: claims.map(\.id.rawValue)))
    }
    // What an alternative route goes by need not be a framework of the store.
    let frameworks = Set([claim.source.framework, claim.target.framework]).sorted()
    let revisions = try frameworks.compactMap { try workspace.store.newestRevision(of: $0, asOf: day) }
    return PositionTarget(
      about: .claim(id), title: "\(claim.source.spelled) \(claim.token) \(claim.target.spelled)",
      givenFor: revisions)
  }

  private func node(_ reference: Reference) throws -> PositionTarget {
    let revision = try references.revision(reference)
    guard let local = reference.local else { throw WorkspaceError.partNeeded(reference) }
    let node = try references.node(local, in: try workspace.store.catalog(revision))
    let title = sequence(first: node, next: \.parent).first { !$0.title.isEmpty }?.title ?? node.label
    return PositionTarget(about: .node(node.id), title: title, givenFor: [revision])
  }

  // MARK: Sections

  /// The template that stands before the mark; `nil` where the text can only be a reference.
  private func manifest(_ name: Substring) throws -> TemplateManifest? {
    let location = workspace.content.location
    // `FRAMEWORK/LOCAL#STATEMENT` looks like a folder, and is one only where a template lies there.
    let path = try TemplateLibrary.folder(of: String(name), location)
    return try TemplateLibrary(location).manifest(at: path)
  }

  private func section(_ name: String, of manifest: TemplateManifest) throws -> PositionTarget {
    let known = (manifest.sections ?? []).map(\.id)
    guard known.contains(name) else {
      throw PositionError.unknownSection(
        name, template: manifest.name, closest: ClosestNames.to(name, among: known), known: known)
    }
    // A template that shows another one's sections shows the positions on them, too.
    let holder = manifest.sectionHolder
    return PositionTarget(
      about: .section(template: holder, section: name), title: "section of \(holder)", givenFor: [])
  }
}
