import CrosswalkModel

/// The equivalence report as a workbook: a summary, all entries, and one sheet for each kind that has any.
public struct EquivalenceXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ report: EquivalenceReport) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(report))
  }

  static func content(_ report: EquivalenceReport) -> WorkbookContent {
    var page = SheetPage()
    page.title("Equivalence report")
    page.basis(report.basis)
    page.frameworks([("Source", report.source), ("Target", report.target)])
    page.heading("Entries")
    page.entry("Day of the report", .date(report.asOf))
    page.columnNames("kind", "meaning", "entries")
    for (kind, entries) in report.sections {
      page.entry(kind.title, .text(kind.meaning), .count(entries.count))
    }
    if let conflicts = report.conflictSentence { page.notice(conflicts) }
    page.heading("How to read this")
    page.entry("caution", .text(Legend.caution))
    let columns = columns(for: report)
    let kinds = report.sections.filter { !$0.entries.isEmpty }
    return WorkbookContent(
      title: "Equivalence of \(report.source.title) and \(report.target.title)", created: report.asOf,
      sheets: [
        page.sheet("Summary"), .table("All entries", columns, report.entries, printed: columns.count - 1),
      ]
        + (kinds.count > 1
          ? kinds.map { .table($0.kind.title, columns, $0.entries, printed: columns.count - 1) } : []))
  }

  private static func columns(for report: EquivalenceReport) -> [TableColumn<EquivalenceReport.Entry>] {
    let pair = report.pair
    return [
      .init("Source", 24) { .text(ReferenceText.full($0.source, whole: pair.0)) },
      .init("Title of source", 34) { .words($0.sourceTitle) },
      .init("Kind", 22, kinds) { .text($0.kind.title) },
      .init("Relation: source … target", 22) { .text($0.relations.words) },
      .init("Target", 24) { .text(ReferenceText.full($0.target, whole: pair.1)) },
      .init("Title of target", 34) { .words($0.targetTitle) },
      .init("Source covers target", 12) { .text($0.sourceCovers.rawValue) },
      .init("Target covers source", 12) { .text($0.targetCovers.rawValue) },
      .init("Missing for equivalence", 34) { .words($0.missing) },
      .init("Confidence", 11, .share) { .confidence($0.confidence) },
      .init("Draft", 8, .caution) { .mark($0.draft) },
      .init("Stale", 8, .caution) { .mark($0.stale) },
      .init("What is shared, what is left", 50) { .words($0.note) },
      .init("Rests on claims", 40) {
        .words(
          Set($0.grounds.flatMap(\.derivation.claims)).sorted().map(\.description).joined(separator: "\n"))
      },
    ]
  }

  private static let kinds = SheetColumn.Marking.words([
    MarkedWord(word: EquivalenceReport.Kind.equal.title, tone: .green),
    MarkedWord(word: EquivalenceReport.Kind.mutual.title, tone: .green),
    MarkedWord(word: EquivalenceReport.Kind.sourceCovers.title, tone: .blue),
    MarkedWord(word: EquivalenceReport.Kind.targetCovers.title, tone: .blue),
    MarkedWord(word: EquivalenceReport.Kind.open.title, tone: .grey),
  ])
}
