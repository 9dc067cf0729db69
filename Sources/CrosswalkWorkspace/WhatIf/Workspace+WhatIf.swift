import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkStore

extension Workspace {
  /// What a hypothesis would change about a gap report, and what of the patch could not be used.
  public struct WhatIfAnswer: Sendable {
    /// The answer.
    public var report: WhatIfReport
    /// Parts of the patch files that were understood and not used.
    public var notUsed: [NotUsed]
    /// Names of added claims that no catalog has.
    public var dangling: [Diagnostic]
  }

  /// The gap report of a request as it would be with patches applied; the store is only read.
  ///
  /// - Throws: `ImportError`, ``PatchError``, `AmendmentError` at the place in a patch that is wrong;
  ///   ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func whatIf(_ request: WhatIfRequest) throws -> WhatIfAnswer {
    let ends = try ends(of: request.gap)
    let day = request.gap.asOf
    let reader = PatchReader(request: request.reading, store: store, content: content)
    var application = try PatchApplication(store: store, asked: [ends.from, ends.to], day: day)
    var notUsed: [NotUsed] = []
    for path in request.patches {
      let patch = try reader.patch(path)
      try application.apply(amendment: patch.amendment, claims: patch.claims, file: path)
      notUsed += patch.notUsed
    }
    let before = try store.graph([ends.from, ends.to], asOf: day)
    let after = try store.graph([ends.from, ends.to], asOf: day, supposing: application.hypothesis)
    try check(application, takesPartIn: after)
    let analysis = WhatIfAnalysis(
      try gapOptions(request.gap, before), after: try gapOptions(request.gap, after))
    let report = try analysis.report(
      before: before, after: after, patch: application.summary, from: ends.from.framework,
      to: ends.to.framework)
    try check(report.after, request.gap)
    return WhatIfAnswer(report: report, notUsed: notUsed, dangling: application.dangling)
  }

  /// An amendment that the question does not see would be supposed in silence.
  private func check(_ application: PatchApplication, takesPartIn graph: CrosswalkGraph) throws {
    for amendment in application.amendments where graph.catalog(amendment.framework) == nil {
      let catalog = application.hypothesis.catalog(amendment.framework)
      guard let revision = catalog?.metadata.id else { continue }
      throw AmendmentError(.notPartOfTheQuestion, local: "", in: revision, at: amendment.location)
    }
  }
}
