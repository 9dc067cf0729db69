import CrosswalkModel

/// The verdict on one node of the target, before it is put into words.
struct Assessment {
  var verdict = Verdict.unknown
  var extent: Extent?
  var isStale = false
  var isDraft = false
  var isSuggestedGap = false
  var confidence: Double?
  /// What bears on the node, strongest first.
  var supports: [GapReport.Support] = []

  /// A verdict of which any one of `grounds` is enough: the best of them counts.
  mutating func conclude(_ verdict: Verdict, fromAnyOf grounds: [GapReport.Support]) {
    self.verdict = verdict
    isStale = grounds.allSatisfy(\.derivation.isStale)
    isDraft = grounds.allSatisfy(\.derivation.restsOnDraftsOnly)
    confidence = grounds.map(\.confidence).max()
  }

  /// A verdict that needs each of `grounds`: the worst of them counts.
  mutating func conclude(_ verdict: Verdict, fromAllOf grounds: [Derivation]) {
    self.verdict = verdict
    isStale = grounds.contains(where: \.isStale)
    isDraft = grounds.allSatisfy(\.restsOnDraftsOnly)
    confidence = grounds.map(\.confidence).min()
  }

  /// A verdict that follows from the same verdict on every part.
  mutating func conclude(_ verdict: Verdict, fromParts parts: [Assessment]) {
    self.verdict = verdict
    isStale = parts.contains(where: \.isStale)
    isDraft = parts.allSatisfy(\.isDraft)
    confidence = parts.map { $0.confidence ?? 0 }.min()
  }
}
