import CrosswalkModel
import CrosswalkStore

/// What a run knows of a source once it has looked at it: what is recorded, and what would be published.
struct SourceVisit {
  var record: RefreshRecord.Source
  let source: SourceManifest.Source
  /// What the new revision has otherwise; `nil` where there is no step.
  var diff: CatalogDiff?
  /// What is wrong with what came.
  var diagnostics: [Diagnostic] = []
  /// What goes into the store; `nil` for nothing.
  var publication: RefreshPublication?
  /// The revision that came, which is judged again where the store changes before it goes in.
  var staged: StagedRevision?

  /// Says that the source failed, and why.
  mutating func fail(_ error: any DiagnosableError, sentence: String? = nil) {
    publication = nil
    record.outcome = .failed
    record.exitStatus = Int(error.exitStatus.rawValue)
    record.message = sentence ?? error.diagnostic.message
    diagnostics.append(error.diagnostic)
  }

  /// Says how the step was judged.
  mutating func judged(_ judgement: RevisionJudgement) {
    record.before = judgement.before
    record.after = judgement.after
    record.guards = judgement.guards
    record.diffDigest = judgement.diffDigest
    record.outcome = judgement.outcome
    diff = judgement.diff
    publication = judgement.publication
    (record.exitStatus, record.message) = (0, nil)
    guard record.outcome == .heldBack else { return }
    record.exitStatus = Int(ExitStatus.heldBack.rawValue)
    record.message = judgement.guards.map(\.reason).joined(separator: "; ")
  }
}
