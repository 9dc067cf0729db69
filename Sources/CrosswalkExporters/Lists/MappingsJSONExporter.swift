import CrosswalkModel

/// The list of mappings as JSON, schema `crosswalk-mappings/1`.
public struct MappingsJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-mappings/1"
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    var mappings: [Mapping]
  }

  private struct Mapping: Encodable {
    var source, target: String
    var claims, reviewed, draft, complete, deprecated, superseded, rejected, alternatives: Int

    init(_ mapping: MappingSummary) {
      source = mapping.source.rawValue
      target = mapping.target.rawValue
      claims = mapping.claims
      reviewed = mapping.reviewed
      draft = mapping.counts[.draft, default: 0]
      complete = mapping.counts[.complete, default: 0]
      deprecated = mapping.counts[.deprecated, default: 0]
      superseded = mapping.counts[.superseded, default: 0]
      alternatives = mapping.alternatives
      rejected = mapping.counts[.rejected, default: 0]
    }
  }

  /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
  public let knownBy: CalendarDate?

  /// Creates an exporter.
  public init(knownBy: CalendarDate? = nil) { self.knownBy = knownBy }

  /// One JSON object; pairs in the order given, every status counted.
  public func export(_ mappings: [MappingSummary]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(knownBy: knownBy?.description, mappings: mappings.map(Mapping.init)))
  }
}
