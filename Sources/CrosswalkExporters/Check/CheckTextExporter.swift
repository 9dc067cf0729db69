import CrosswalkModel

/// What is wrong with claims, for a terminal: every claim after its place as FILE:LINE:COLUMN, which editors open.
public struct CheckTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Repairs shown of each conflict.
  private static let mostRepairs = 3

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// Conflicts first, then what to look at again.
  public func export(_ report: CheckReport) -> [UInt8] {
    var page = TextPage(style: style)
    writeSummary(of: report, to: &page)
    for (index, contradiction) in report.contradictions.enumerated() {
      write(contradiction, number: index + 1, to: &page)
    }
    if let resolution = report.resolution { write(resolution, to: &page) }
    if let sets = report.conflictSets { write(sets, to: &page) }
    writeRemarks(of: report, to: &page)
    return page.bytes
  }

  private func writeSummary(of report: CheckReport, to page: inout TextPage) {
    page.paragraph(
      "\(Counted.of(report.contradictions.count, "contradiction")), \(report.dangling.count) dangling, "
        + "\(report.stale.count) stale, \(report.withoutEffect.count) without effect, "
        + "\(report.unwitnessed.count) without witnesses", ink: .strong)
    page.paragraph("\(report.reviewed) of \(Counted.claims(report.claims)) reviewed, as of \(report.asOf)")
    if let knownBy = report.knownBy { page.paragraph(knownBy.knownBySentence) }
    if report.minimumConfidence > 0 {
      page.paragraph(
        "Only claims with a confidence of at least \(Share.confidence(report.minimumConfidence)).")
    }
    if report.mayMissConflicts {
      page.paragraph(
        "There are very many claims: conflicts were looked for by the sparse closure, which may miss some.")
    }
    for framework in report.frameworks { page.paragraph(framework.description.unbreakable, indent: 2) }
  }

  // MARK: Conflicts

  private func write(
    _ contradiction: CheckReport.Contradiction, number: Int, to page: inout TextPage
  ) {
    page.blank()
    for (index, pair) in contradiction.pairs.enumerated() {
      let ends = pair.references.map(\.unbreakable).joined(separator: "  and  ")
      page.paragraph(
        index == 0 ? "Contradiction \(number): \(ends)" : "also: \(ends)", ink: index == 0 ? .red : .plain,
        indent: index == 0 ? 0 : 2, hanging: 2)
    }
    page.paragraph(
      contradiction.claims.count == 1
        ? "This claim excludes every relation:"
        : "These \(contradiction.claims.count) claims leave no relation possible; none of them can be left out:",
      indent: 2)
    for claim in contradiction.claims { write(claim, [], to: &page) }
    page.paragraph("Cheapest repairs:", indent: 2)
    for (index, repair) in contradiction.repairs.prefix(Self.mostRepairs).enumerated() {
      write(repair, number: index + 1, to: &page)
    }
  }

  private func write(_ resolution: CheckReport.Resolution, to page: inout TextPage) {
    let count = resolution.repairs.count
    page.heading(
      resolution.isProven
        ? "All conflicts are resolved by changing \(Counted.claims(count)); fewer do not do"
        : "All conflicts are resolved by changing at most \(Counted.claims(count))")
    for (index, repair) in resolution.repairs.enumerated() { write(repair, number: index + 1, to: &page) }
  }

  private func write(_ repair: CheckReport.Repair, number: Int, to page: inout TextPage) {
    let source = ReferenceText.full(repair.claim.source).unbreakable
    let target = ReferenceText.full(repair.claim.target).unbreakable
    page.paragraph("\(number). \(repair.words): \(source) and \(target)", indent: 4, hanging: 3)
    page.paragraph(repair.claimWords, ink: .faint, indent: 7)
    page.place(repair.claim, indent: 7)
  }

  private func write(_ sets: CheckReport.ConflictSets, to page: inout TextPage) {
    let count = Counted.of(sets.sets.count, "minimal set")
    page.heading(
      sets.isComplete
        ? "\(count) of conflicting claims; there are no others"
        : "\(count) of conflicting claims; there may be others")
    for (index, set) in sets.sets.enumerated() {
      page.paragraph("Set \(index + 1): \(Counted.claims(set.count))", indent: 2)
      for claim in set { write(claim, [], to: &page) }
    }
  }

  // MARK: What to look at again

  private func writeRemarks(of report: CheckReport, to page: inout TextPage) {
    write(
      "Dangling references", "These claims name what the current revision lacks; they take no part.",
      report.dangling.map { ($0.claim, $0.missing.map(\.words)) }, to: &page)
    write(
      "Stale claims",
      "These claims were made about a text that may have changed: [-words-] are gone, {+words+} are new.",
      report.stale.map { ($0.claim, $0.ends.flatMap(\.lines)) }, to: &page)
    write(
      "Claims changed since their review",
      "An import gave these claims other words; what a reviewer did about the old ones has no effect on them.",
      report.changedSinceReview.map { ($0.claim, ["changed since it was \($0.act.pastWords)"]) }, to: &page)
    write(
      "Claims without effect", "An end of these claims requires nothing, such as a withdrawn control.",
      report.withoutEffect.map { ($0, []) }, to: &page)
    write(
      "Superset and equal claims without witnesses",
      "No other claim about statements shows that these parts are covered; \"superset\" is the typical error where "
        + "\"intersects\" is right.",
      report.unwitnessed.map {
        ($0.claim, ["without a witness: " + $0.parts.map(\.description.unbreakable).joined(separator: ", ")])
      }, to: &page)
  }

  private func write(
    _ title: String, _ meaning: String, _ entries: [(MappingClaim, [String])], to page: inout TextPage
  ) {
    guard !entries.isEmpty else { return }
    page.heading("\(title) (\(entries.count))")
    page.paragraph(meaning, indent: 2)
    for (claim, remarks) in entries { write(claim, remarks, to: &page) }
  }

  private func write(_ claim: MappingClaim, _ remarks: [String], to page: inout TextPage) {
    page.place(claim, indent: 4)
    page.claim(claim, remarks: remarks, indent: 6)
  }
}

extension TextPage {
  /// Appends where a claim stands, on a line of its own that is never wrapped.
  mutating func place(_ claim: MappingClaim, indent: Int) {
    line(String(repeating: " ", count: indent) + claim.origin.description.onOneLine)
  }

  /// Appends what a claim says, how far one may trust it, and what there is to say about it.
  mutating func claim(_ claim: MappingClaim, remarks: [String], indent: Int) {
    let source = ReferenceText.full(claim.source).unbreakable
    let target = ReferenceText.full(claim.target).unbreakable
    paragraph("\(source)  \(claim.token.onOneLine)  \(target)", indent: indent, hanging: 2)
    var facts = [claim.status.rawValue, claim.reviewWords]
    if let confidence = claim.confidence { facts.append("confidence \(Share.confidence(confidence))") }
    paragraph(facts.joined(separator: ", "), ink: .faint, indent: indent, hanging: 2)
    for remark in remarks { paragraph(remark.onOneLine, indent: indent, hanging: 2) }
  }
}
