import CrosswalkModel

/// The store has this very revision, with other content: a publisher who changes a text gives it another name.
struct SilentChangeGuard: RefreshGuard {
  let name = "silent-change"

  func hit(by step: RevisionStep) -> GuardHit? {
    guard step.isOfficial, let installed = step.installed,
      installed.metadata.id.revision.isSame(as: step.staged.content)
    else { return nil }
    return GuardHit(
      reason:
        "the store has the revision \(installed.metadata.id.revision) with other content; accepted, this becomes "
        + step.staged.content.renamed.description)
  }
}

extension RefreshRecord.Content {
  /// The name under which a revision is kept that has the name of another: `5.2.0+1a2b3c4d`.
  var renamed: RevisionID { RevisionID("\(revision)+\(digest.prefix(8))") ?? revision }
}

extension RevisionID {
  /// Whether this is the name of `content`, or one that the toolkit made of it for another content.
  func isSame(as content: RefreshRecord.Content) -> Bool {
    self == content.revision
      || rawValue.hasPrefix(content.revision.rawValue + "+")
        && rawValue.utf8.count == content.revision.rawValue.utf8.count + 9
  }
}
