import CrosswalkDigest
import CrosswalkModel

/// Names the step from what the store has to what a source has, with the guards that hold it: whoever accepts it accepts
/// just that step, for just these reasons.
enum DiffDigest {
  /// SHA-256, in lower-case hexadecimal: 64 digits.
  static func digest(
    source: String, framework: FrameworkID, from: RefreshRecord.Content?, to: RefreshRecord.Content,
    guards: [(name: String, hit: GuardHit)]
  ) -> String {
    let text = """
      crosswalk-refresh-diff/2
      \(source)
      \(framework)
      \(from.map { "\($0.revision) \($0.digest)" } ?? "- -")
      \(to.revision) \(to.digest)
      \(guards.map(Self.line).joined(separator: "\n"))

      """
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }

  /// The length goes first, so that no name can be taken for the end of another.
  private static func line(_ name: String, _ hit: GuardHit) -> String {
    ([name] + hit.nodes.map { "\($0.utf8.count):\($0)" }).joined(separator: " ")
  }
}

extension SourceManifest.Source {
  /// SHA-256 of what decides how the source's bytes become a catalog, and what they must show: where that changes, nothing
  /// is taken as known, so that what is installed is held against a stricter list too.
  var settings: String {
    var fields: [String?] = [
      "crosswalk-refresh-settings/2", framework.rawValue, format, profile, language, revision?.rawValue,
      asOf?.description,
    ]
    for file in files { fields += [file.name, file.accept, file.acceptLanguage, file.sha256] + file.urls }
    for mark in marks { fields += [mark.fact.name] + mark.match.words }
    if case .signed(let policy) = verification { fields += [policy.keysDigest, "\(policy.threshold)"] }
    // The length goes first, so that no value can be taken for the end of another.
    let text = fields.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: "\n")
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }
}

extension SourceManifest.Mark.Match {
  fileprivate var words: [String] {
    switch self {
    case .equals(let text): ["equals", text]
    case .contains(let text): ["contains", text]
    }
  }
}
