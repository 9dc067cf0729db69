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
    /// The shortest proof.
    var derivations: [[ProofStepDocument]]
    var isShortest: Bool
    var mostTrusted: [[ProofStepDocument]]
    var isMostTrusted: Bool
    var isSameProof: Bool
    /// Left out where claims were followed without limit.
    var longestChain: Int?
    /// Left out where everything counts that the store knows.
    var knownBy: String?
  }

  /// A step with the review record and the note of its claim.
  private struct ProofStepDocument: Encodable {
    private enum Key: CodingKey { case reviewer, reviewedOn, note }

    let step: StepDocument
    let claim: MappingClaim?

    func encode(to encoder: any Encoder) throws {
      try step.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(claim?.reviewer, forKey: .reviewer)
      try container.encode(claim?.reviewedOn?.description, forKey: .reviewedOn)
      try container.encode(claim?.note, forKey: .note)
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; a derivation is the list of its steps.
  public func export(_ explanation: Explanation) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        source: explanation.source.description, sourceTitle: explanation.sourceTitle,
        target: explanation.target.description, targetTitle: explanation.targetTitle,
        relations: explanation.relations.relationships.map(\.rawValue),
        derivations: Self.steps(of: explanation.shortest, in: explanation),
        isShortest: explanation.shortest.isProven,
        mostTrusted: Self.steps(of: explanation.mostTrusted, in: explanation),
        isMostTrusted: explanation.mostTrusted.isProven,
        isSameProof: explanation.shortest == explanation.mostTrusted,
        longestChain: explanation.longestChain, knownBy: explanation.knownBy?.description))
  }

  private static func steps(of proof: Explanation.Proof, in explanation: Explanation) -> [[ProofStepDocument]]
  {
    let pair = (explanation.source.framework, explanation.target.framework)
    return proof.derivations.map { derivation in
      derivation.steps.map {
        ProofStepDocument(step: StepDocument($0, pair: pair), claim: explanation.claim(of: $0))
      }
    }
  }
}
