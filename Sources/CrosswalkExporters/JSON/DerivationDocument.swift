import CrosswalkModel

/// One step of a derivation in JSON.
///
/// A step of structure has no claim, and the status `structure`.
struct StepDocument: Encodable {
  @Nullable var claim: String?
  var source: String
  var relations: [String]
  var target: String
  var status: String
  var from: String
  var reviewed: Bool
  var stale: Bool
  @Nullable var confidence: Double?

  /// - Parameter pair:
  ///
  /// The two frameworks of the question; an end without nodes stands for one of them.
  init(_ step: DerivationStep, pair: (FrameworkID, FrameworkID)) {
    (source, target) = step.references(in: pair)
    relations = step.relations.relationships.map(\.rawValue)
    from = step.location.description
    switch step.ground {
    case .claim(let id, let status, let reviewed, let confidence, let stale, _):
      claim = id.rawValue
      self.status = status.rawValue
      self.reviewed = reviewed
      self.stale = stale
      self.confidence = confidence.map(Share.rounded)
    case .structure:
      claim = nil
      confidence = nil
      status = "structure"
      reviewed = false
      stale = false
    }
  }
}
