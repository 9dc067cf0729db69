import CrosswalkModel
import CrosswalkOSCAL

/// What a gap report says of a mapping as a whole.
///
/// OSCAL has one number for coverage, and coverage here is an interval: the number is its lower end, what is proven, and
/// the method that stands with it says so.
struct OSCALJudgement {
  private let report: GapReport

  init(_ report: GapReport) { self.report = report }

  /// What was judged, and the whole interval, in words.
  var description: OSCALElement {
    let frame = report.frame.map { "\($0): \($1)" }
    return OSCALMappingExporter.blocks(
      "mapping-description",
      ([
        "Gap report of \(report.asOf); \(basis).", report.coverageSentence,
        report.summary.sentence(unit: report.unit) + ".",
      ] + frame + [Legend.caution]).joined(separator: "\n"))
  }

  /// What the verdicts rest on, limits on the claims among it: another limit gives another document.
  private var basis: String {
    ([report.basis.reviewState] + report.basis.details).joined(separator: ", ")
  }

  /// The lower end of the interval.
  var coverage: OSCALElement {
    let least = PlainDecimal.text(Share.rounded(report.summary.coverage.least))
    return OSCALElement(
      "coverage",
      [
        .init(
          "generation-method",
          "least: the share of \(report.unit.words) that claims prove to be covered; not the most")
      ], [.text(least)])
  }
}
