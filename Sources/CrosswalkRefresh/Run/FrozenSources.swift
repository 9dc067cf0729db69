import CrosswalkModel
import CrosswalkStore

/// Finds sources that answer, and have had the same content for longer than their publisher ever lets it stand.
enum FrozenSources {
  /// - Returns: A warning for each, and an error where the caller wants fresh content only.
  static func remarks(
    on visits: [SourceVisit], at now: Moment, in store: CrosswalkStore, requiresFresh: Bool
  ) throws(StoreError) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    var frozen: [String] = []
    // What is held back is news, and what failed is told by its age.
    for visit in visits where visit.record.outcome == .unchanged {
      let age = ContentAge(
        since: try store.history(ofSource: visit.source.id).contentSince, now: now,
        maximumUnchanged: visit.source.maximumUnchanged)
      guard age.isFrozen, let since = age.since, let days = visit.source.maximumUnchanged else { continue }
      frozen.append(visit.source.id)
      remarks.append(
        Diagnostic(
          .warning, code: "refresh-frozen",
          message: "\(visit.source.id): the same content since \(since), which is longer than \(days) days",
          hint: "see whether the publisher has a newer one: the address or a mirror may be frozen"))
    }
    guard requiresFresh, !frozen.isEmpty else { return remarks }
    return remarks + [
      Diagnostic(
        .error, code: "refresh-not-fresh",
        message: "the same content for longer than their publishers let it stand: "
          + frozen.joined(separator: ", "),
        hint: "what the store has of them stays in force")
    ]
  }
}
