import CrosswalkModel

/// What became of one source, in JSON.
struct RefreshSourceDocument: Encodable {
  struct Content: Encodable {
    var revision, digest: String

    init(_ content: RefreshRecord.Content) {
      revision = content.revision.rawValue
      digest = content.digest
    }
  }

  struct Guard: Encodable {
    var name, reason: String
  }

  struct Stale: Encodable {
    var claim, source, target: String
  }

  struct Verdicts: Encodable {
    var source, target: String
    /// Only where the requirement has another name than before.
    var formerly: String?
    @Nullable var before: String?
    @Nullable var after: String?
  }

  struct File: Encodable {
    var name, url, sha256: String
    var bytes: Int
    @Nullable var etag: String?
    @Nullable var lastModified: String?
    @Nullable var signedVersion: Int?
  }

  var id, title, framework, outcome: String
  var exitStatus: Int
  @Nullable var before: Content?
  @Nullable var after: Content?
  @Nullable var diffDigest: String?
  @Nullable var diff: RefreshDiffDocument?
  var guards: [Guard]
  /// What a step that is held back would change, whole; empty otherwise: `crosswalk diff` shows what is in the store.
  var heldBackChanges: [DiffChangeDocument]
  var heldBackGone: [DiffEntryDocument]
  /// The command that releases the step, word by word; `null` where nothing is held back.
  @Nullable var release: [String]?
  @Nullable var message: String?
  var diagnostics: [RemarkDocument]
  var newlyStale: [Stale]
  var verdictChanges: [Verdicts]
  @Nullable var lastSuccess: String?
  @Nullable var ageSeconds: Int64?
  var maximumAgeSeconds: Int64
  var old: Bool
  var files: [File]

  init(_ source: RefreshReport.Source, _ report: RefreshReport) {
    let record = source.record
    id = record.id
    title = source.title
    framework = record.framework.rawValue
    outcome = record.outcome.rawValue
    exitStatus = record.exitStatus
    before = record.before.map(Content.init)
    after = record.after.map(Content.init)
    diffDigest = record.diffDigest
    diff = source.diff.map(RefreshDiffDocument.init)
    guards = record.guards.map { Guard(name: $0.name, reason: $0.reason) }
    let held = record.outcome == .heldBack ? source.diff : nil
    heldBackChanges = held?.changed.map(DiffChangeDocument.init) ?? []
    heldBackGone =
      held.map { diff in (diff.removed + diff.withdrawn).map { DiffEntryDocument($0.node, $0.marks) } } ?? []
    release = record.outcome == .heldBack ? report.release(of: source) : nil
    message = record.message
    diagnostics = source.diagnostics.map(RemarkDocument.init)
    newlyStale = source.newlyStale.map {
      Stale(claim: $0.claim.rawValue, source: $0.source, target: $0.target)
    }
    verdictChanges = source.verdictChanges.map {
      Verdicts(
        source: $0.source.rawValue, target: $0.target.description, formerly: $0.formerly?.description,
        before: $0.before?.rawValue,
        after: $0.after?.rawValue)
    }
    lastSuccess = source.age.lastSuccess?.description
    ageSeconds = source.age.seconds
    maximumAgeSeconds = source.age.limit
    old = source.age.isOld
    files = record.files.map {
      File(
        name: $0.name, url: $0.url, sha256: $0.sha256, bytes: $0.bytes, etag: $0.etag,
        lastModified: $0.lastModified,
        signedVersion: $0.signedVersion)
    }
  }
}

/// Which parts differ between two revisions, by name, in JSON; `crosswalk diff` says how, once both are in the store.
struct RefreshDiffDocument: Encodable {
  struct Move: Encodable {
    var from, to: String

    init(_ move: CatalogDiff.Move) {
      from = move.from.id.local
      to = move.to.local
    }
  }

  var added, withdrawn, removed, reinstated, changed: [String]
  var moved, renumbered: [Move]
  var notCompared: Int

  init(_ diff: CatalogDiff) {
    added = diff.added.map(\.node.id.local)
    withdrawn = diff.withdrawn.map(\.node.id.local)
    removed = diff.removed.map(\.node.id.local)
    reinstated = diff.reinstated.map(\.node.id.local)
    changed = diff.changed.map(\.after.id.local)
    moved = diff.moved.map(Move.init)
    renumbered = diff.renumbered.map(Move.init)
    notCompared = diff.notCompared.count
  }
}
