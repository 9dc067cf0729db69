import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk whatif`: the gap report under a hypothesis.
struct WhatIfCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Reports what claims or an amendment would change, without touching the store.",
    discussion: """
      A patch is a claims file, whose column "change" may say add, remove or replace; a mapping in any format that \
      import reads; or JSON with the schema crosswalk-patch/1, which amends a framework. Several are applied one \
      after the other; the order of the lines in one means nothing.

      Example:
        crosswalk whatif --from nist-ai-rmf-1.0 --to eu-ai-act --patch amendment.json --patch my-claims.csv
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var question: GapArguments
  @OptionGroup var failure: FailureArguments

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("What is supposed; may be repeated.", valueName: "file"), completion: .file())
  var patch: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("The column profile of a mapping table in a patch.", valueName: "name"))
  var profile: String?

  @Option(
    name: .customLong("source-framework"),
    help: ArgumentHelp("The source of a mapping without frameworks of its own.", valueName: "id"))
  var sourceFramework: String?

  @Option(
    name: .customLong("target-framework"),
    help: ArgumentHelp("The target of such a mapping.", valueName: "id"))
  var targetFramework: String?

  @Option(name: .long, help: "table, markdown, html, csv, json or xlsx.")
  var format = ReportFormat.table

  func validate() throws {
    guard !patch.isEmpty else { throw ValidationError("--patch names the file of what is supposed") }
    for name in [sourceFramework, targetFramework].compactMap(\.self) where FrameworkID(name) == nil {
      throw ValidationError("\"\(name)\" is no identifier of a framework")
    }
  }

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.rawValue)
    let answer = try openWorkspace().whatIf(
      WhatIfRequest(gap: question.request, patches: patch, reading: reading))
    let console = Console(format: global.logFormat)
    for diagnostic in answer.dangling { console.write(diagnostic) }
    for record in answer.notUsed {
      console.write(
        Diagnostic(
          .warning, code: "not-used", message: "\(record.what) is not used", location: record.location,
          hint: record.why))
    }
    let bytes = try format.whatIfExporter(style: style(writingTo: result.output)).export(answer.report)
    try OutputSink.write(bytes, to: result.output)
    try failure.check(answer.report.after.summary)
  }

  private var reading: ImportRequest {
    ImportRequest(
      files: [], profile: profile, sourceFramework: sourceFramework.flatMap { FrameworkID($0) },
      targetFramework: targetFramework.flatMap { FrameworkID($0) }, today: question.request.asOf)
  }
}
