import CrosswalkModel

/// An explanation as JSON, schema `crosswalk-explanation/1`.
public struct ExplanationJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-explanation/1"
    var source: String
    var sourceTitle: String
    var target: String
    var targetTitle: String
    /// Every relation not excluded; none where the claims conflict.
    var relations: [String]
    var derivations: [[StepDocument]]
    /// Left out where claims were followed without limit.
    var longestChain: Int?
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; a derivation is the list of its steps.
  public func export(_ explanation: Explanation) throws(ExportError) -> [UInt8] {
    let pair = (explanation.source.framework, explanation.target.framework)
    return try JSONDocument.bytes(
      of: Document(
        source: explanation.source.description, sourceTitle: explanation.sourceTitle,
        target: explanation.target.description, targetTitle: explanation.targetTitle,
        relations: explanation.relations.relationships.map(\.rawValue),
        derivations: explanation.derivations.map { $0.steps.map { StepDocument($0, pair: pair) } },
        longestChain: explanation.longestChain))
  }
}
