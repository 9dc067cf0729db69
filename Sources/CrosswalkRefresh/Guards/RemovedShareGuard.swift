import CrosswalkModel

/// Too many controls that were in force are gone: withdrawn, missing, known under another name only, or left without
/// words.
struct RemovedShareGuard: RefreshGuard {
  let name = "removed-share"

  func hit(by step: RevisionStep) -> GuardHit? {
    guard let installed = step.installed, let diff = step.diff else { return nil }
    let inForce = installed.controlsInForce
    let gone = diff.gone.filter(\.kind.isControl).map(\.id.local)
    let emptied = step.emptied.sorted().filter { installed.rows[$0].kind.isControl }.map {
      installed[$0].local
    }
    guard GuardWords.exceeds(gone.count + emptied.count, of: inForce) else { return nil }
    let names = gone + emptied.map { "\($0) (no words left)" }
    return GuardHit(
      reason: "\(GuardWords.share(names.count, of: inForce, "controls in force")) would be gone: "
        + GuardWords.list(names), nodes: names)
  }
}

extension Catalog {
  /// Controls and enhancements, or articles and annexes, that are not withdrawn.
  var controlsInForce: Int { rows.count { $0.kind.isControl && !$0.isWithdrawn } }
}

extension CatalogDiff {
  /// Nodes of the older side that the newer one does not have in force under their name.
  var gone: [Node] { withdrawn.map(\.node) + removed.map(\.node) + renumbered.map(\.from) }
}
