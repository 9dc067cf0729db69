import CrosswalkModel

/// What a refresh did as JSON, schema `crosswalk-refresh/1`.
public struct RefreshJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-refresh/1"
    var started, finished, store, manifest, manifestDigest, toolkit: String
    var dryRun: Bool
    var status: Int
    @Nullable var backup: String?
    var sources: [RefreshSourceDocument]
    var notices: [NoticeDocument]
    var remarks: [RemarkDocument]
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object.
  public func export(_ report: RefreshReport) throws(ExportError) -> [UInt8] {
    let record = report.record
    return try JSONDocument.bytes(
      of: Document(
        started: record.started.description, finished: record.finished.description, store: report.store,
        manifest: record.manifest, manifestDigest: record.manifestDigest, toolkit: record.toolkit,
        dryRun: report.isDryRun, status: record.exitStatus, backup: report.backup,
        sources: report.sources.map { RefreshSourceDocument($0, report) },
        notices: report.notices.map(NoticeDocument.init), remarks: report.remarks.map(RemarkDocument.init)))
  }
}

/// A date of application in JSON.
struct NoticeDocument: Encodable {
  var framework, title, date, what: String
  @Nullable var asOf: String?
  var days: Int

  init(_ notice: ApplicationNotice) {
    framework = notice.framework.description
    title = notice.title
    date = notice.date.description
    what = notice.what
    asOf = notice.asOf?.description
    days = notice.days
  }
}

/// A diagnostic in JSON, with the fields of a log line.
struct RemarkDocument: Encodable {
  var severity, code, message: String
  @Nullable var file: String?
  @Nullable var line: Int?
  @Nullable var column: Int?
  @Nullable var control: String?
  @Nullable var hint: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    message = diagnostic.message
    file = diagnostic.location?.file
    line = diagnostic.location?.line
    column = diagnostic.location?.column
    control = diagnostic.control
    hint = diagnostic.hint
  }
}
