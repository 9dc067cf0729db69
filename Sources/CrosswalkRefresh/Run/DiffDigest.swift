import CrosswalkDigest
import CrosswalkModel

/// Names the step from what the store has to what a source has: whoever accepts it accepts just that step.
enum DiffDigest {
  /// SHA-256, in lower-case hexadecimal.
  static func digest(
    source: String, framework: FrameworkID, from: RefreshRecord.Content?, to: RefreshRecord.Content
  ) -> String {
    let text = """
      crosswalk-refresh-diff/1
      \(source)
      \(framework)
      \(from.map { "\($0.revision) \($0.digest)" } ?? "- -")
      \(to.revision) \(to.digest)

      """
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }

  /// The fewest digits that `--accept` takes.
  static let shortest = 12
}

extension SourceManifest.Source {
  /// SHA-256 of what decides how the source's bytes become a catalog: where that changes, nothing is taken as known.
  var settings: String {
    var fields: [String?] = [
      "crosswalk-refresh-settings/1", framework.rawValue, format, profile, language, revision?.rawValue,
      asOf?.description,
    ]
    for file in files { fields += [file.name, file.accept, file.acceptLanguage] + file.urls }
    // The length goes first, so that no value can be taken for the end of another.
    let text = fields.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: "\n")
    return ContentDigest.hexadecimal(ContentDigest.sha256(text.utf8))
  }
}
