import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk template check`: what is wrong with a template, and what a subject file lacks for it.
struct TemplateCheckCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds unknown tags, unclosed sections and unsafe places in a template, each with its place.",
    discussion: """
      Example:
        crosswalk template check ./our-plan
        crosswalk template check joint-technical-documentation --subject lantern.subject.json

      What is wrong is said on standard error, with line and column; in a Word file with the paragraph and its text. \
      Status 65 where the template cannot be rendered, 2 where only the subject file lacks required evidence or fields.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("A bundled template, or the folder of one.", valueName: "name|folder"))
  var template: String

  @Option(
    name: .long, help: ArgumentHelp("Say also what this subject file lacks.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var subject: String?

  @Option(
    name: .long, help: ArgumentHelp("Only with labels in this language (default: in each).", valueName: "xx"))
  var language: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the document (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let workspace = try openWorkspace()
    let checking = TemplateChecking(workspace: workspace, template: template, asOf: asOf ?? Today.date)
    let outcome = try checking.run(language: language, subject: subject)
    let console = Console(format: global.logFormat)
    for diagnostic in outcome.diagnostics { console.write(diagnostic) }
    let bytes =
      switch format {
      case .table: TemplateCheckTextExporter(style: style(writingTo: result.output)).export(outcome.report)
      case .json: try TemplateCheckJSONExporter().export(outcome.report)
      }
    try OutputSink.write(bytes, to: result.output)
    if outcome.report.errors > 0 { throw CommandEnd(status: .data) }
    if outcome.report.missing?.isEmpty == false { throw CommandEnd(status: .finding) }
  }
}
