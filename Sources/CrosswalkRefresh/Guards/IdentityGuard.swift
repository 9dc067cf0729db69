import CrosswalkModel

/// What came is not the framework that the store has: another publisher, another language, another framework by its own
/// words, or other things under the names of the old ones.
///
/// A random UUID of a document is no identity: a new one says nothing, an old one proves nothing.
struct IdentityGuard: RefreshGuard {
  let name = "identity"

  func hit(by step: RevisionStep) -> GuardHit? { reason(against: step).map { GuardHit(reason: $0) } }

  private func reason(against step: RevisionStep) -> String? {
    if let other = step.staged.otherFrameworks.first {
      return "what came is, by its own words, \(other) and not \(step.staged.catalog.framework)"
    }
    // The toolkit's own words about a framework are not its publisher's.
    guard step.isOfficial, let installed = step.installed, let diff = step.diff else { return nil }
    let publishers = [installed.metadata.publisher, step.staged.catalog.metadata.publisher].map { $0 ?? "" }
    if !publishers[0].isEmpty, Self.folded(publishers[0]) != Self.folded(publishers[1]) {
      return
        "the publisher was \"\(publishers[0])\" and is \(publishers[1].isEmpty ? "not named" : "\"\(publishers[1])\"")"
    }
    if let other = Self.otherLanguage(installed.metadata, step.staged.catalog.metadata) { return other }
    let inForce = installed.controlsInForce
    let retitled = diff.changed.filter {
      $0.before.kind.isControl && $0.parts.contains { $0.field == .title }
    }
    if GuardWords.exceeds(retitled.count, of: inForce) {
      return "\(GuardWords.share(retitled.count, of: inForce, "controls")) have another title: "
        + GuardWords.list(
          retitled.map { "\($0.after.id.local) was \"\($0.before.title)\", is \"\($0.after.title)\"" })
    }
    let renumbered = diff.renumbered.filter(\.from.kind.isControl)
    if GuardWords.exceeds(renumbered.count, of: inForce) {
      return "\(GuardWords.share(renumbered.count, of: inForce, "controls")) have another identifier: "
        + GuardWords.list(renumbered.map { "\($0.from.id.local) is \($0.to.local)" })
    }
    return nil
  }

  /// Texts in two languages cannot be compared, so that nothing else would be seen.
  private static func otherLanguage(_ old: CatalogMetadata, _ new: CatalogMetadata) -> String? {
    guard let before = old.language, let after = new.language,
      before.prefix(while: { $0 != "-" }).lowercased() != after.prefix(while: { $0 != "-" }).lowercased()
    else { return nil }
    return "the language was \(before) and is \(after)"
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
