import CrosswalkModel

extension RefreshStatusReport.Source {
  /// The digest of the step that waits to be accepted; `nil` where none does.
  var heldBack: String? { lastAttempt?.outcome == .heldBack ? lastAttempt?.diffDigest : nil }
}

/// How sources stand, for a terminal.
public struct RefreshStatusTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One line a source, then what waits for somebody.
  public func export(_ report: RefreshStatusReport) -> [UInt8] {
    var page = TextPage(style: style)
    let overdue = report.sources.count(where: \.isOverdue)
    let since = report.maximumAge.map {
      ", \(overdue) without a success for longer than \(RefreshWords.span($0))"
    }
    page.paragraph(
      Counted.of(report.sources.count, "source") + (since ?? ""), ink: overdue > 0 ? .red : .strong)
    page.paragraph(
      report.lastRun.map { "last run \($0)" } ?? "no refresh has run on this store", ink: .faint)
    page.blank()
    writeTable(report, to: &page)
    for source in report.sources {
      guard let digest = source.heldBack else { continue }
      page.paragraph("\(source.id) holds back the step \(digest)", ink: .yellow, indent: 2, hanging: 2)
    }
    for source in report.sources where source.lastAttempt?.outcome == .failed {
      guard let message = source.lastAttempt?.message else { continue }
      page.paragraph("\(source.id) failed: \(message.onOneLine)", ink: .red, indent: 2, hanging: 2)
    }
    for source in report.sources where source.contentAge.isFrozen {
      guard let limit = source.contentAge.limit else { continue }
      page.paragraph(
        "\(source.id) has had the same content for longer than \(RefreshWords.span(limit))", ink: .yellow,
        indent: 2, hanging: 2)
    }
    for remark in report.remarks {
      page.paragraph(remark.message, ink: .yellow, indent: 2, hanging: 2)
    }
    if !report.notices.isEmpty {
      page.heading("DATES OF APPLICATION")
      for notice in report.notices { page.paragraph(RefreshWords.notice(notice), indent: 2, hanging: 2) }
    }
    return page.bytes
  }

  private func writeTable(_ report: RefreshStatusReport, to page: inout TextPage) {
    var table = TextTable([
      .init(name: "source"), .init(name: "installed"), .init(name: "last checked"),
      .init(name: "content since"), .init(name: "last attempt"),
    ])
    for source in report.sources {
      let age =
        source.age.seconds.map { "\(RefreshWords.span($0)) ago" }
        ?? (source.age.isAhead ? "unknown" : "never")
      let since = source.contentAge.since.map(\.day.description) ?? "unknown"
      let attempt = source.lastAttempt.map { "\($0.outcome.words) \($0.checkedAt)" } ?? "none"
      let installed = source.installed.map { $0.rawValue + (source.hasOfficialText ? "" : " (summaries)") }
      table.append([
        .init(source.id.unbreakable), .init(installed ?? "nothing"),
        .init(age, source.isOverdue || source.age.isOld ? .red : .plain),
        .init(since, source.contentAge.isFrozen ? .yellow : .plain), .init(attempt),
      ])
    }
    table.write(to: &page)
  }
}

/// How sources stand as JSON, schema `crosswalk-refresh-status/1`.
public struct RefreshStatusJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-refresh-status/1"
    var now, manifest, store: String
    @Nullable var maximumAgeSeconds: Int64?
    @Nullable var lastRun: String?
    var sources: [Source]
    var notices: [NoticeDocument]
    var remarks: [RemarkDocument]
  }

  private struct Source: Encodable {
    var id, title, framework: String
    @Nullable var installed: String?
    var officialText: Bool
    @Nullable var lastSuccess: String?
    @Nullable var ageSeconds: Int64?
    var sourceMaximumAgeSeconds: Int64
    var old, overdue: Bool
    @Nullable var contentSince: String?
    @Nullable var sourceMaximumUnchangedSeconds: Int64?
    var frozen: Bool
    @Nullable var lastAttempt: Attempt?
    @Nullable var heldBack: String?
  }

  private struct Attempt: Encodable {
    var at, outcome: String
    @Nullable var message: String?
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object.
  public func export(_ report: RefreshStatusReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        now: report.now.description, manifest: report.manifest, store: report.store,
        maximumAgeSeconds: report.maximumAge, lastRun: report.lastRun?.description,
        sources: report.sources.map(source), notices: report.notices.map(NoticeDocument.init),
        remarks: report.remarks.map(RemarkDocument.init)))
  }

  private func source(_ source: RefreshStatusReport.Source) -> Source {
    Source(
      id: source.id, title: source.title, framework: source.framework.rawValue,
      installed: source.installed?.rawValue,
      officialText: source.hasOfficialText, lastSuccess: source.age.lastSuccess?.description,
      ageSeconds: source.age.seconds, sourceMaximumAgeSeconds: source.age.limit, old: source.age.isOld,
      overdue: source.isOverdue, contentSince: source.contentAge.since?.description,
      sourceMaximumUnchangedSeconds: source.contentAge.limit, frozen: source.contentAge.isFrozen,
      lastAttempt: source.lastAttempt.map {
        Attempt(at: $0.checkedAt.description, outcome: $0.outcome.rawValue, message: $0.message)
      }, heldBack: source.heldBack)
  }
}
