import CrosswalkModel

/// A report on equivalence as fields.
struct EquivalenceFields {
  let words: Words
  let links: LinkFields

  static let description = FieldDescription.record(
    "equivalence", "What of the target and of the first compared framework is equal or covers each other.",
    [
      .record("from", "One framework.", GapFields.end), .record("to", "The other one.", GapFields.end),
      .text("date", "The day of the report.", "2026-11-23"),
      .record(
        "counts", "How many entries there are of each kind.",
        [
          .text("equal", "Certainly equal.", "0"), .text("mutual", "Certainly cover each other.", "0"),
          .text("sourceCovers", "The source certainly covers the target.", "1"),
          .text("targetCovers", "The target certainly covers the source.", "0"),
          .text("open", "Equality is not excluded, and nothing is proven.", "12"),
          .text("contradicted", "Pairs whose claims conflict; they are in no entry.", "2"),
        ]),
    ]
      + FieldDescription.list(
        "entries", "The entries by kind, in document order of the source within each.",
        [
          .text("kind", "The kind in words.", "equality not excluded"),
          .text("kindToken", "equal, mutual, source-covers, target-covers or open.", "open"),
          .text("source", "Local names of the source.", "MAP 5.1"), .text("sourceTitle", "Their titles."),
          .text("target", "Local names of the target.", "9(2)(a)"), .text("targetTitle", "Their titles."),
          .text("relation", "The relation in words.", "related"),
          .text("sourceCovers", "Whether the source covers the target.", "not proven"),
          .text("targetCovers", "Whether the target covers the source.", "not proven"),
          .text("state", "Whether anybody has reviewed it."), .text("confidence", "0 through 1.", "0.40"),
          .text("note", "What is shared and what is left."),
        ]))

  /// The report as a record.
  func record(_ report: EquivalenceReport) -> FieldRecord {
    let record: FieldRecord = [
      "from": .record(GapFields.record(of: report.source)),
      "to": .record(GapFields.record(of: report.target)),
      "date": .text(report.asOf.description),
      "counts": .record([
        "equal": .count(report.count(of: .equal)), "mutual": .count(report.count(of: .mutual)),
        "sourceCovers": .count(report.count(of: .sourceCovers)),
        "targetCovers": .count(report.count(of: .targetCovers)), "open": .count(report.count(of: .open)),
        "contradicted": .count(report.contradicted),
      ]),
    ]
    return record.with("entries", list: report.entries.map(entry))
  }

  private func entry(_ entry: EquivalenceReport.Entry) -> FieldRecord {
    [
      "kind": .text(words(entry.kind)), "kindToken": .text(entry.kind.rawValue),
      "source": .text(entry.source.map(\.local).joined(separator: " | ")),
      "sourceTitle": .text(entry.sourceTitle),
      "target": .text(entry.target.map(\.local).joined(separator: " | ")),
      "targetTitle": .text(entry.targetTitle),
      "relation": .text(words(entry.relations)), "sourceCovers": .text(words(entry.sourceCovers)),
      "targetCovers": .text(words(entry.targetCovers)), "state": .text(state(of: entry)),
      "confidence": .text(words.decimal(Share.confidence(entry.confidence))), "note": .given(entry.note),
    ]
  }

  private func state(of entry: EquivalenceReport.Entry) -> String {
    let steps = entry.grounds.flatMap(\.derivation.steps)
    let review = links.state(of: Derivation(steps: steps, relations: entry.relations))
    return review + (entry.stale ? ", \(words(.markStale))" : "")
  }
}
