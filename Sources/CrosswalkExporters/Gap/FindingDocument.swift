import CrosswalkModel

/// A finding of a gap report in JSON.
struct FindingDocument: Encodable {
  struct Support: Encodable {
    var source: String
    var title: String
    var relations: [String]
    var origin: String
    var confidence: Double
    /// Of a union, those of its members; `null` where it is not stated.
    @Nullable var modality: String?
    @Nullable var note: String?
    var derivation: [StepDocument]

    init(_ support: GapReport.Support, pair: (FrameworkID, FrameworkID)) {
      source = ReferenceText.full(support.source, whole: pair.0)
      title = support.title
      relations = support.relations.relationships.map(\.rawValue)
      origin = support.origin.rawValue
      confidence = Share.rounded(support.confidence)
      modality =
        support.modalities.isEmpty ? nil : support.modalities.map(\.rawValue).joined(separator: " | ")
      note = support.note
      derivation = support.derivation.steps.map { StepDocument($0, pair: pair) }
    }
  }

  var target: String
  var label: String
  var title: String
  var text: String
  @Nullable var modality: String?
  var roles: [String]
  var applicability: ApplicabilityDocument
  var weight: Double
  var verdict: String
  @Nullable var extent: String?
  var stale: Bool
  var draft: Bool
  var reviewed: Bool
  var suggestedGap: Bool
  @Nullable var confidence: Double?
  var by: [Support]
  var alternatives: [AlternativeDocument]
  var residual: String
  var group: String
  var chapter: String

  /// - Parameter pair: The frameworks of source and target.
  init(_ finding: GapReport.Finding, pair: (FrameworkID, FrameworkID)) {
    target = finding.target.description
    label = finding.label
    title = finding.title
    text = finding.text
    modality = finding.modality?.rawValue
    roles = finding.roles.names
    applicability = ApplicabilityDocument(finding.applicability, finding.ground)
    weight = Share.rounded(finding.weight)
    verdict = finding.verdict.rawValue
    extent = finding.extent?.rawValue
    stale = finding.stale
    draft = finding.draft
    reviewed = finding.by.contains { !$0.derivation.restsOnDraftsOnly }
    suggestedGap = finding.suggestedGap
    confidence = finding.confidence.map(Share.rounded)
    by = finding.by.map { Support($0, pair: pair) }
    alternatives = finding.alternatives.map(AlternativeDocument.init)
    residual = finding.residual
    group = finding.group
    chapter = finding.chapter
  }
}
