import CrosswalkModel

/// Too many controls that were in force are gone: withdrawn, missing, or known under another name only.
struct RemovedShareGuard: RefreshGuard {
  let name = "removed-share"

  func reason(against step: RevisionStep) -> String? {
    guard let installed = step.installed, let diff = step.diff else { return nil }
    let inForce = installed.controlsInForce
    let gone = diff.gone.filter(\.kind.isControl)
    guard GuardWords.exceeds(gone.count, of: inForce) else { return nil }
    return "\(GuardWords.share(gone.count, of: inForce, "controls in force")) would be gone: "
      + GuardWords.list(gone.map(\.id.local))
  }
}

extension Catalog {
  /// Controls and enhancements, or articles and annexes, that are not withdrawn.
  var controlsInForce: Int { rows.count { $0.kind.isControl && !$0.isWithdrawn } }
}

extension NodeKind {
  /// Whether it is what a framework counts as one requirement of its own.
  var isControl: Bool { self == .control || self == .enhancement }
}

extension CatalogDiff {
  /// Nodes of the older side that the newer one does not have in force under their name.
  var gone: [Node] { withdrawn.map(\.node) + removed.map(\.node) + renumbered.map(\.from) }
}
