import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk import`: files into the store, whole or not at all.
struct ImportCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Imports catalogs, acts and claims as new revisions, and says what was read, what was not and why.",
    discussion: """
      All files of one command are imported together or not at all.

      Example:
        crosswalk import NIST_SP-800-53_rev5_catalog.xml my-claims.csv
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(
    help: ArgumentHelp(
      "Catalogs, acts (loose Formex parts or their .zip), claims; tables as CSV or XLSX.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The format, where it shall not be detected: \(Self.formats).", valueName: "format"))
  var format: String?

  @Option(
    name: .long, help: ArgumentHelp("The framework that the catalog is a revision of.", valueName: "id"))
  var framework: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The column profile of a table: its name or its path; \"new\" drafts one for the table and imports nothing.",
      valueName: "name"))
  var profile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The sheet of a workbook (default: the first visible one whose header fits).", valueName: "name"))
  var sheet: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What separates the cells, where it is not found out: \(Self.delimiters); goes with --profile.",
      valueName: "name"))
  var delimiter: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The name of the revision, where the file names none or a wrong one.", valueName: "name"))
  var revision: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day from which the revision is the current text.", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(
    name: .customLong("source-framework"),
    help: ArgumentHelp("The source of a mapping table without frameworks of its own.", valueName: "id"))
  var sourceFramework: String?

  @Option(
    name: .customLong("target-framework"), help: ArgumentHelp("The target of such a table.", valueName: "id"))
  var targetFramework: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The metadata of a set of mappings, where it is neither in its file nor beside it.", valueName: "file"),
    completion: .file())
  var metadata: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read files up to this many megabytes (default 64, at most 2048).", valueName: "megabytes"))
  var limit: Int?

  @Option(
    name: .customLong("validate"),
    help: ArgumentHelp(
      "First hold the files against this XML Schema; may be repeated, then one of them must allow each file.",
      valueName: "schema.xsd"), completion: .file(extensions: ["xsd"]))
  var schemas: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Read and report; change nothing.")
  var dryRun = false

  @Option(name: .customLong("format"), help: "How the report appears: table or json.")
  var reportFormat = AnswerFormat.table

  private static let delimiters = ImportRequest.delimiterNames.joined(separator: ", ")
  private static let formats = ImportRequest.formatNames.joined(separator: ", ")

  func validate() throws {
    if let format, !ImportRequest.formatNames.contains(format) {
      throw ValidationError("--as takes one of: \(Self.formats)")
    }
    if let delimiter {
      guard ImportRequest.delimiterNames.contains(delimiter) else {
        throw ValidationError("--delimiter takes one of: \(Self.delimiters)")
      }
      guard profile != nil else { throw ValidationError("--delimiter goes with --profile") }
    }
    if profile == Self.newProfile, files.count != 1 {
      throw ValidationError("--profile new takes one table")
    }
    if let limit, !(1...2048).contains(limit) { throw ValidationError("--limit takes 1 through 2048") }
    for name in [framework, sourceFramework, targetFramework].compactMap({ $0 })
    where FrameworkID(name) == nil {
      throw ValidationError("\"\(name)\" is no framework identifier: letters, digits, '.', '-' and '_'")
    }
    if let revision, RevisionID(revision) == nil {
      throw ValidationError("\"\(revision)\" is no revision name: no blanks, '/', '#' or '@'")
    }
  }

  func run() throws {
    if profile == Self.newProfile { return try draftProfile() }
    try checkSchemas()
    let workspace = try openWorkspace(for: .writing)
    let progress = ProgressLine(quiet: global.quiet, format: global.logFormat)
    defer { progress.clear() }
    let report = try workspace.importFiles(request) { progress.show($0) }
    progress.clear()
    let bytes =
      switch reportFormat {
      case .table: try ImportTextExporter(style: style(writingTo: result.output)).export(report)
      case .json: try ImportJSONExporter().export(report)
      }
    try OutputSink.write(bytes, to: result.output)
  }

  private static let newProfile = "new"

  /// Writes a profile for the one table that is named; no store is opened.
  private func draftProfile() throws {
    let draft = try Workspace.profileDraft(for: files[0], sheet: sheet, delimiter: delimiter)
    try OutputSink.write(draft, to: result.output)
  }

  /// Ends with every fault that the schemas find; nothing is imported then.
  private func checkSchemas() throws {
    guard !schemas.isEmpty else { return }
    let faults = try Workspace.faults(in: files, schemas: schemas, fileBytes: limit.map { $0 * 1024 * 1024 })
    guard !faults.isEmpty else { return }
    let console = Console(format: global.logFormat)
    for fault in faults { console.write(fault) }
    throw CommandEnd(status: .data)
  }

  private var request: ImportRequest {
    var request = ImportRequest(
      files: files, format: format, framework: framework.flatMap { FrameworkID($0) },
      revision: revision.flatMap { RevisionID($0) }, asOf: asOf, profile: profile, sheet: sheet,
      delimiter: delimiter,
      sourceFramework: sourceFramework.flatMap { FrameworkID($0) },
      targetFramework: targetFramework.flatMap { FrameworkID($0) }, metadata: metadata,
      fileBytes: limit.map { $0 * 1024 * 1024 }, isDryRun: dryRun, today: Today.date)
    request.time = Today.moment
    return request
  }
}
