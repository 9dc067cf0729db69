import CrosswalkModel

/// The list of frameworks as JSON, schema `crosswalk-frameworks/1`.
public struct FrameworksJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-frameworks/1"
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    var frameworks: [Framework]
  }

  private struct Framework: Encodable {
    var id: String
    var revision: String
    var title: String
    @Nullable var publisher: String?
    @Nullable var language: String?
    @Nullable var asOf: String?
    @Nullable var knownSince: String?
    @Nullable var licence: String?
    @Nullable var source: String?
    @Nullable var selection: String?
    var groups, controls, withdrawn, statements, recitals: Int
    var bundled: Bool

    init(_ framework: FrameworkSummary) {
      let metadata = framework.metadata
      let counts = framework.counts
      id = metadata.id.framework.rawValue
      revision = metadata.id.revision.rawValue
      title = metadata.title
      publisher = metadata.publisher
      language = metadata.language
      asOf = metadata.asOf?.description
      knownSince = framework.knownSince
      licence = metadata.licence
      source = metadata.source
      selection = metadata.selection
      groups = counts.groups
      controls = counts.controls
      withdrawn = counts.withdrawn
      statements = counts.statements
      recitals = counts.recitals
      bundled = framework.isBundled
    }
  }

  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public let knownBy: CalendarDate?

  /// Creates an exporter.
  public init(knownBy: CalendarDate? = nil) { self.knownBy = knownBy }

  /// One JSON object; frameworks in the order given.
  public func export(_ frameworks: [FrameworkSummary]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(knownBy: knownBy?.description, frameworks: frameworks.map(Framework.init)))
  }
}
