import CrosswalkModel

/// The claims between two frameworks as a workbook: a summary, and one row for each claim, alternative routes among them.
public struct MappingXLSXExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole workbook.
  public func export(_ set: MappingSet) throws(ExportError) -> [UInt8] {
    try WorkbookWriter.bytes(of: Self.content(set))
  }

  static func content(_ set: MappingSet) -> WorkbookContent {
    let printed = printed(set)
    return WorkbookContent(
      title: "Claims between \(set.from.title) and \(set.to.title)", created: set.newestDay,
      sheets: [
        summary(set), .table("All claims", printed + further(set), set.claims, printed: printed.count),
      ])
  }

  private static func summary(_ set: MappingSet) -> SheetContent {
    var page = SheetPage()
    page.title("Claims between two frameworks")
    page.notice(set.notice)
    page.heading("Frameworks")
    page.columnNames("", "title", "revision")
    for (name, end) in [("From", set.from), ("To", set.to)] {
      let revision = end.revision.map { "@\($0)" } ?? ""
      page.entry(name, .text(end.title), .text("\(end.framework)\(revision)"))
    }
    page.heading("Claims by relationship")
    page.columnNames("relationship", "", "claims", "of them reviewed")
    for token in Set(set.claims.map(\.token)).sorted() {
      let claims = set.claims.filter { $0.token == token }
      page.entry(token, .empty, .count(claims.count), .count(claims.count(where: \.isReviewed)))
    }
    page.heading("How to read this")
    page.entry(
      "relationship", .text("Every claim reads: source RELATIONSHIP target. Several nodes mean their union."))
    page.entry("related", .text("Anything but disjoint: equal to, subset of, superset of or intersecting."))
    page.entry(
      "no-counterpart", .text("A claim that nothing in the other framework shares the subject matter."))
    page.entry(
      MappingClaim.alternativeRouteToken,
      .text("Something else is deemed or presumed to meet the target; that is no relation between contents."))
    page.entry("caution", .text(Legend.caution))
    return page.sheet("Summary")
  }

  /// What a reader of a printed page needs.
  private static func printed(_ set: MappingSet) -> [TableColumn<MappingClaim>] {
    [
      .init("Source", 26) { .text(ReferenceText.full($0.source)) },
      .init("Title of source", 36) { .words(titles(of: $0.source, in: set)) },
      .init("Relationship", 18) { .text($0.token) },
      .init("Strict", 8) { .words($0.strictness) },
      .init("Target", 26) { .text(ReferenceText.full($0.target)) },
      .init("Title of target", 36) { .words(titles(of: $0.target, in: set)) },
      .init("What is shared, what is left", 60) { .words($0.note) },
      .init("Rationale", 12) { .words($0.rationale?.rawValue) },
      .init("Strength (0–10)", 10) { $0.strength.map(CellValue.count) ?? .empty },
      .init("Confidence", 11, .share) { $0.confidence.map(CellValue.confidence) ?? .empty },
      .init("Status", 11, states) { .text($0.status.rawValue) },
    ]
  }

  private static func further(_ set: MappingSet) -> [TableColumn<MappingClaim>] {
    further + [.init("Stale", 8, .caution) { .mark(set.stale.contains($0.id)) }]
  }

  private static let further: [TableColumn<MappingClaim>] = [
    .init("Method", 12) { .words($0.method?.rawValue) },
    .init("Author", 20) { .words($0.author) },
    .init("Date", 12) { .day($0.date) },
    .init("Reviewer", 20) { .words($0.reviewer) },
    .init("Reviewed on", 12) { .day($0.reviewedOn) },
    .init("Revision of source", 14) { .words($0.sourceRevision?.rawValue) },
    .init("Revision of target", 14) { .words($0.targetRevision?.rawValue) },
    .init("Further facts", 36) { .words(facts(of: $0)) },
    .init("Claim", 38) { .text($0.id.rawValue) },
  ]

  /// What the source says besides, such as the place that an alternative route rests on.
  private static func facts(of claim: MappingClaim) -> String {
    claim.properties.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
  }

  private static func titles(of end: ClaimEnd, in set: MappingSet) -> String {
    switch end {
    case .framework: "the whole framework"
    case .nodes(let nodes): nodes.compactMap(set.title).joined(separator: " | ")
    }
  }

  private static let states = SheetColumn.Marking.words([
    MarkedWord(word: "draft", tone: .amber), MarkedWord(word: "complete", tone: .green),
    MarkedWord(word: "deprecated", tone: .grey), MarkedWord(word: "superseded", tone: .grey),
    MarkedWord(word: "rejected", tone: .grey),
  ])
}
