import CrosswalkModel
import CrosswalkReaders

extension KnownFrameworks {
  /// The file's own shape (`Schemas/identities.schema.json`).
  private struct Document: Codable {
    struct Entry: Codable {
      var format: String
      var fact: String
      var equals: String
      var framework: String
      var publisher: String?
      var licence: String?
      var source: String?
    }

    var schema: String
    var rules: [Entry]
  }

  /// Reads the rules of `identities.json`.
  ///
  /// - Throws: ``ImportError`` `.malformedProfile` at the place of what is wrong.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let document = try StrictJSON.decode(Document.self, from: file, limits: limits)
    let start = SourceLocation(file: file.name, line: 1, column: 1)
    guard document.schema == "crosswalk-identities/1" else {
      throw ImportError(.unsupportedVersion(document.schema, supported: "crosswalk-identities/1"), at: start)
    }
    var rules: [Rule] = []
    for entry in document.rules {
      guard let framework = FrameworkID(entry.framework) else {
        throw ImportError(.malformedProfile("\"\(entry.framework)\" is no framework identifier"), at: start)
      }
      rules.append(
        Rule(
          format: entry.format, fact: entry.fact, equals: entry.equals, framework: framework,
          publisher: entry.publisher, licence: entry.licence, source: entry.source))
    }
    self.init(rules: rules)
  }
}
