import CrosswalkModel

/// Holds the gap reports at two revisions of a framework against each other.
public struct VerdictChanges: Sendable {
  /// What the reports are about.
  public var options: GapAnalysis.Options

  /// Creates a comparison of reports with these options.
  public init(_ options: GapAnalysis.Options) { self.options = options }

  /// What is said otherwise about the requirements of `target`, by what `source` has.
  ///
  /// - Parameters:
  ///   - before: The graph with the older revision.
  ///   - after: The graph with the newer revision.
  ///   - renumbered: Requirements that have another name in the newer revision: each is held against itself.
  /// - Throws: ``MapperError`` where a graph lacks one of the frameworks.
  /// - Complexity: two gap reports.
  public func comparison(
    before: CrosswalkGraph, after: CrosswalkGraph, from source: FrameworkID, to target: FrameworkID,
    renumbered: [CatalogDiff.Move] = []
  ) throws(MapperError) -> RevisionReport.VerdictComparison {
    let report = try WhatIfAnalysis(options).report(
      before: before, after: after, patch: .init(), from: source, to: target,
      formerNames: Dictionary(renumbered.map { ($0.to, $0.from.id) }) { first, _ in first })
    return RevisionReport.VerdictComparison(report)
  }
}
