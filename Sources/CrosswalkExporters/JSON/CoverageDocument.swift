import CrosswalkModel

/// A coverage interval in JSON, rounded to three decimals.
struct CoverageDocument: Encodable {
  var least, most, open: Double

  init(_ coverage: Coverage) {
    least = Share.rounded(coverage.least)
    most = Share.rounded(coverage.most)
    open = Share.rounded(coverage.open)
  }
}

/// Counts of verdicts in JSON.
struct CountsDocument: Encodable {
  var statements, covered, partial, partialProper, gap, unknown, contradicted, stale, suggestedGap: Int
  /// What all of them weigh together.
  var weight: Double
  var coverage: CoverageDocument

  init(_ counts: VerdictCounts) {
    statements = counts.statements
    covered = counts.covered
    partial = counts.partial
    partialProper = counts.partialProper
    weight = Share.rounded(counts.weight)
    gap = counts.gap
    unknown = counts.unknown
    contradicted = counts.contradicted
    stale = counts.stale
    suggestedGap = counts.suggestedGap
    coverage = CoverageDocument(counts.coverage)
  }
}
