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
  var statements, covered, partial, gap, unknown, contradicted, stale, suggestedGap, applying: Int
  var coverage: CoverageDocument

  init(_ counts: VerdictCounts) {
    statements = counts.statements
    covered = counts.covered
    partial = counts.partial
    gap = counts.gap
    unknown = counts.unknown
    contradicted = counts.contradicted
    stale = counts.stale
    suggestedGap = counts.suggestedGap
    applying = counts.applying
    coverage = CoverageDocument(counts.coverage)
  }
}
