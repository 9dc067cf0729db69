import CrosswalkModel

/// A gap report as fields.
struct GapFields {
  let words: Words
  let links: LinkFields

  static let description = FieldDescription.record(
    "gap",
    "The gap report from the first framework of the document that is compared, or from the one asked for.",
    [
      .record("from", "The framework that may address requirements.", end),
      .record("to", "The framework whose requirements are judged.", end),
      .text("date", "The day of the report.", "2026-11-23"),
      .text("scope", "What the report is limited to; empty for all."),
      .text("claims", "Claims that the report rests on.", "359"),
      .text("reviewed", "Those of them that a named reviewer stands behind.", "0"),
      .text("derived", "Relations that follow without being claimed.", "120"),
    ] + counts
      + FieldDescription.list(
        "chapters", "The chapters, in document order.",
        [.text("title", "Title of the chapter."), .text("label", "Its number.", "CHAPTER III")] + counts
          + FieldDescription.list(
            "groups", "Its articles or categories, in document order.",
            [.text("label", "Its number.", "Article 9"), .text("title", "Its title.")] + counts
              + FieldDescription.list(
                "findings", "The verdict on each statement, in document order.", finding))))

  /// What a report says of each of its two frameworks.
  static let end: [FieldDescription] = [
    .text("id", "Short name.", "eu-ai-act"), .text("title", "Title."),
    .text("revision", "Revision.", "2026-07-27"),
    .text("asOf", "The day from which it is the current text."),
    .text("selection", "What a reader must know about how complete it is."),
  ]

  private static let counts: [FieldDescription] = [
    .text("statements", "Statements that are counted.", "249"),
    .text("covered", "Those whose subject matter is addressed.", "1"),
    .text("partial", "Those that are partly addressed.", "76"),
    .text("gaps", "Those without counterpart.", "0"),
    .text("unknown", "Those that nobody judged.", "170"),
    .text("contradicted", "Those whose claims conflict.", "2"),
    .text("suggested", "Those of the not judged that drafts call a gap.", "9"),
    .text("coverageLeast", "The least share whose subject matter is addressed.", "0.4%"),
    .text("coverageMost", "The most.", "100%"),
    .text("coverageOpen", "What a review can still settle.", "68.3%"),
  ]

  private static let finding: [FieldDescription] =
    [
      .text("ref", "Full reference.", "eu-ai-act/9(2)(a)"), .text("label", "Its number.", "(a)"),
      .text("title", "Its title."), .text("text", "The official text, or else the summary."),
      .text("verdict", "The verdict in words.", "partly addressed (cover not excluded)"),
      .text("verdictToken", "covered, partial, gap, unknown or contradicted.", "partial"),
      .text("applies", "Whether and from when it applies."),
      .text("modality", "What the statement does.", "legal duty"),
      .flag("draft", "Whether the verdict rests on unreviewed claims only."),
      .flag("stale", "Whether it rests on a claim about another text."),
      .flag("suggestedGap", "Whether unreviewed claims say that there is no counterpart."),
      .text("residual", "What stays open beside the notes of what bears on it."),
    ]
    + FieldDescription.list(
      "by", "What bears on it, strongest first.",
      [
        .text("source", "Full reference.", "nist-ai-rmf-1.0/MAP 5.1"), .text("title", "Its title."),
        .text("relation", "The relation in words.", "related"), .text("confidence", "0 through 1.", "0.40"),
        .text("state", "Whether anybody has reviewed it."), .text("note", "What is shared and what is left."),
      ]) + [PositionFields.pair]

  /// The report as a record.
  func record(_ report: GapReport) -> FieldRecord {
    let findings = Dictionary(grouping: report.findings, by: \.group)
    let groups = Dictionary(grouping: report.groups) { $0.chapter ?? "" }
    var record = counts(report.summary).merging([
      "from": .record(Self.record(of: report.source)), "to": .record(Self.record(of: report.target)),
      "date": .text(report.asOf.description), "scope": .given(report.scope),
      "claims": .count(report.basis.claims), "reviewed": .count(report.basis.reviewed),
      "derived": .count(report.basis.derived),
    ])
    record.set(
      "chapters",
      list: report.chapters.map { chapter in
        head(of: chapter).with(
          "groups",
          list: (groups[chapter.id] ?? []).map { group in
            head(of: group).with(
              "findings",
              list: (findings[group.id] ?? []).filter { $0.chapter == chapter.id }.map {
                finding($0, report.source.id.framework)
              })
          })
      })
    return record
  }

  static func record(of end: GapReport.End) -> FieldRecord {
    [
      "id": .text(end.id.framework.rawValue), "title": .text(end.title),
      "revision": .text(end.id.revision.rawValue), "asOf": .given(end.asOf?.description),
      "selection": .given(end.selection),
    ]
  }

  private func head(of group: GapReport.Group) -> FieldRecord {
    counts(group.counts).merging(["title": .text(group.title), "label": .text(group.label)])
  }

  private func counts(_ counts: VerdictCounts) -> FieldRecord {
    let share = { (share: Double) in FieldValue.text(words.decimal(Share.percent(share))) }
    return [
      "statements": .count(counts.statements), "covered": .count(counts.covered),
      "partial": .count(counts.partial), "gaps": .count(counts.gap), "unknown": .count(counts.unknown),
      "contradicted": .count(counts.contradicted), "suggested": .count(counts.suggestedGap),
      "coverageLeast": share(counts.coverage.least), "coverageMost": share(counts.coverage.most),
      "coverageOpen": share(counts.coverage.open),
    ]
  }

  private func finding(_ finding: GapReport.Finding, _ source: FrameworkID) -> FieldRecord {
    let record: FieldRecord = [
      "ref": .text(finding.target.description), "label": .text(finding.label), "title": .text(finding.title),
      "text": .text(finding.text), "verdict": .text(words.verdict(of: finding)),
      "verdictToken": .text(finding.verdict.rawValue),
      "applies": .text(words.application(finding.applicability, finding.ground)),
      "modality": .given(finding.modality.map { words($0) }), "draft": .flag(finding.draft),
      "stale": .flag(finding.stale), "suggestedGap": .flag(finding.suggestedGap),
      "residual": .given(finding.residualBesideNotes),
      "positions": .record(links.positions.pair(on: .node(finding.target))),
    ]
    return record.with("by", list: finding.by.map { support($0, source) })
  }

  private func support(_ support: GapReport.Support, _ source: FrameworkID) -> FieldRecord {
    var record = links.names(of: support, source).merging([
      "relation": .text(links.relation(of: support)),
      "confidence": .text(words.decimal(Share.confidence(support.confidence))),
      "state": .text(links.state(of: support.derivation)), "note": .given(support.note),
    ])
    record["label"] = nil
    return record
  }
}
