import CrosswalkModel

/// What an import read and did not use as JSON, schema `crosswalk-import/1`.
public struct ImportJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-import/1"
    var dryRun: Bool
    var files: [File]
  }

  private struct File: Encodable {
    var file: String
    var format: String
    @Nullable var framework: String?
    @Nullable var revision: String?
    /// Left out but for a document that no rule knows.
    var namedAfter: String?
    var groups, controls, withdrawn, statements, recitals: Int
    var claims, claimsAlreadyPresent: Int
    var unchanged: Bool
    var notUsed: [Place]
    var dangling: [Dangling]

    init(_ report: ImportReport.File) {
      file = report.file
      format = report.format
      framework = report.framework?.framework.rawValue
      revision = report.framework?.revision.rawValue
      namedAfter = report.namedAfter
      groups = report.counts.groups
      controls = report.counts.controls
      withdrawn = report.counts.withdrawn
      statements = report.counts.statements
      recitals = report.counts.recitals
      claims = report.claims
      claimsAlreadyPresent = report.claimsAlreadyPresent
      unchanged = report.isUnchanged
      notUsed = report.notUsed.map(Place.init)
      dangling = report.dangling.map(Dangling.init)
    }
  }

  private struct Place: Encodable {
    var file: String
    var line, column: Int
    var what, why: String

    init(_ place: NotUsed) {
      file = place.location.file
      line = place.location.line
      column = place.location.column
      what = place.what
      why = place.why
    }
  }

  private struct Dangling: Encodable {
    @Nullable var file: String?
    @Nullable var line: Int?
    @Nullable var column: Int?
    var code: String
    @Nullable var control: String?
    var message: String

    init(_ diagnostic: Diagnostic) {
      file = diagnostic.location?.file
      line = diagnostic.location?.line
      column = diagnostic.location?.column
      code = diagnostic.code
      control = diagnostic.control
      message = diagnostic.message
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; files in the order given.
  public func export(_ report: ImportReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(dryRun: report.isDryRun, files: report.files.map(File.init)))
  }
}
