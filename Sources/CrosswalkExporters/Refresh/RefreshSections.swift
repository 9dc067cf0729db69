import CrosswalkModel

/// The parts of a report on a refresh that somebody has to look at, the same on a terminal and in a mail.
struct RefreshSections {
  private let report: RefreshReport
  /// How many names a list shows.
  private let names: Int
  /// How many controls are shown of a step that is held back, with the words that change; `nil` for all.
  private let changes: Int?

  init(_ report: RefreshReport, names: Int, changes: Int?) {
    self.report = report
    self.names = names
    self.changes = changes
  }

  func write(to page: inout TextPage) {
    section("HELD BACK", .heldBack, to: &page, writeHeldBack)
    section("FAILED", .failed, to: &page, writeFailed)
    section(report.isDryRun ? "WOULD BE PUBLISHED" : "PUBLISHED", .published, to: &page, writePublished)
    if !report.remarks.isEmpty {
      page.heading("REMARKS")
      for remark in report.remarks { page.paragraph(remark.line, indent: 2, hanging: 2) }
    }
    if !report.notices.isEmpty {
      page.heading("DATES OF APPLICATION")
      for notice in report.notices { page.paragraph(RefreshWords.notice(notice), indent: 2, hanging: 2) }
    }
  }

  private func section(
    _ heading: String, _ outcome: RefreshRecord.Outcome, to page: inout TextPage,
    _ body: (RefreshReport.Source, inout TextPage) -> Void
  ) {
    let sources = report.sources(outcome)
    guard !sources.isEmpty else { return }
    page.heading(heading)
    for (index, source) in sources.enumerated() {
      if index > 0 { page.blank() }
      page.paragraph(
        "\(source.record.id.unbreakable): \(source.title.onOneLine)", ink: .strong, indent: 2, hanging: 2)
      body(source, &page)
    }
  }

  private func writeHeldBack(_ source: RefreshReport.Source, to page: inout TextPage) {
    page.paragraph(source.revisions, indent: 4)
    for hit in source.record.guards {
      page.paragraph("\(hit.name): \(hit.reason.onOneLine)", indent: 4, hanging: 2)
    }
    if let diff = source.diff {
      let rest = HeldBackChanges(diff, day: report.record.started.day).write(to: &page, most: changes)
      if rest > 0 {
        page.paragraph("\(Counted.of(rest, "further control")) changed; this shows everything:", indent: 4)
        writeCommand(report.look(at: source), to: &page)
      }
    }
    page.paragraph("To publish just this step, once somebody has looked at it:", indent: 4)
    writeCommand(report.release(of: source), to: &page)
  }

  private func writeCommand(_ words: [String], to page: inout TextPage) {
    for line in RefreshWords.commandLines(words, width: page.style.width - 6) { page.line("      " + line) }
  }

  private func writeFailed(_ source: RefreshReport.Source, to page: inout TextPage) {
    for diagnostic in source.diagnostics { page.paragraph(diagnostic.line, indent: 4, hanging: 2) }
    page.paragraph(
      source.age.lastSuccess == nil
        ? "No night has brought anything of it yet."
        : "What the store has stays in force; \(source.lastSuccess).", indent: 4, hanging: 2)
  }

  private func writePublished(_ source: RefreshReport.Source, to page: inout TextPage) {
    page.paragraph(source.revisions, indent: 4)
    if let words = source.firstWords { page.paragraph(words, indent: 4) }
    for hit in source.record.guards {
      page.paragraph("accepted in spite of \(hit.name): \(hit.reason.onOneLine)", indent: 4, hanging: 2)
    }
    writeChanges(source, to: &page)
    if !source.newlyStale.isEmpty {
      page.paragraph("\(Counted.claims(source.newlyStale.count)) stale from now on:", indent: 4)
      for claim in source.newlyStale.prefix(names) {
        page.paragraph("\(claim.source.onOneLine) and \(claim.target.onOneLine)", indent: 6, hanging: 2)
      }
      rest(source.newlyStale.count, to: &page)
    }
    guard !source.verdictChanges.isEmpty else { return }
    page.paragraph("\(Counted.of(source.verdictChanges.count, "verdict")) otherwise:", indent: 4)
    for change in source.verdictChanges.prefix(names) {
      let words = [change.before, change.after].map { $0?.words ?? "not there" }
      let formerly = change.formerly.map { "\($0.local.unbreakable) -> " } ?? ""
      page.paragraph(
        "\(formerly)\(change.target.description.unbreakable), by \(change.source): \(words[0]) -> \(words[1])",
        indent: 6, hanging: 2)
    }
    rest(source.verdictChanges.count, to: &page)
  }

  private func rest(_ count: Int, to page: inout TextPage) {
    if count > names { page.paragraph("and \(count - names) more", indent: 6) }
  }

  private func writeChanges(_ source: RefreshReport.Source, to page: inout TextPage) {
    for line in source.changes(most: names) { page.paragraph(line, indent: 4, hanging: 2) }
  }
}
