import CrosswalkModel

/// What came is older than what the store has: somebody answers with yesterday's files.
struct OlderGuard: RefreshGuard {
  let name = "older"

  func hit(by step: RevisionStep) -> GuardHit? { reason(against: step).map { GuardHit(reason: $0) } }

  private func reason(against step: RevisionStep) -> String? {
    guard let installed = step.newestOfficial else { return nil }
    let staged = step.staged.catalog.metadata
    if step.goesBack {
      return
        "what came is the revision \(staged.id.revision), which the store had before \(installed.id.revision)"
    }
    if let old = installed.asOf, let new = staged.asOf, new < old {
      return Self.words("is of", new.description, installed, old.description)
    }
    if let old = installed.fact("version").flatMap(PublishedVersion.init),
      let new = staged.fact("version").flatMap(PublishedVersion.init), new < old
    {
      return Self.words("is version", new.text, installed, old.text)
    }
    if let old = installed.fact("last-modified").flatMap({ Moment($0) }),
      let new = staged.fact("last-modified").flatMap({ Moment($0) }), new < old
    {
      return Self.words("was last modified", new.description, installed, old.description)
    }
    return nil
  }

  private static func words(_ verb: String, _ new: String, _ installed: CatalogMetadata, _ old: String)
    -> String
  {
    "what came \(verb) \(new), before \(old) of the installed \(installed.id.revision)"
  }
}

extension CatalogMetadata {
  fileprivate func fact(_ name: String) -> String? { properties.first { $0.name == name }?.value }
}

/// A version as publishers write it: numbers joined by dots, compared number by number.
///
/// What follows a `+` or `-`, as in `5.1.1+u4`, has no order of its own.
private struct PublishedVersion {
  let text: String
  private let numbers: [Int]

  /// Reads `5.2.0`; `nil` for anything else, which has no order.
  init?(_ text: String) {
    let release = text.prefix { $0 != "+" && $0 != "-" }
    let parts = release.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
    self.text = text
    numbers = parts.compactMap { $0 }
  }

  static func < (left: Self, right: Self) -> Bool {
    left.padded(right).lexicographicallyPrecedes(right.padded(left))
  }

  /// A number that is missing counts as 0.
  private func padded(_ other: Self) -> [Int] {
    numbers + Array(repeating: 0, count: max(0, other.numbers.count - numbers.count))
  }
}
