import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkWorkspace

extension ReportFormat: ExpressibleByArgument {}
extension GapReport.Unit: ExpressibleByArgument {}

/// `crosswalk gap`: the gap report.
struct GapCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "Reports which requirements of one framework have their subject matter addressed by another.",
    discussion: """
      Example:
        crosswalk gap --from nist-ai-rmf-1.0 --to eu-ai-act --format html --output report.html
        crosswalk gap --from nist-ai-rmf-1.0 --to eu-ai-act --scope high-risk --scope provider --weights weights.csv
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var reasoning: ReasoningArguments

  @Option(
    name: .long,
    help: ArgumentHelp("The framework that may address requirements.", valueName: "framework[@revision]"))
  var from: Reference

  @Option(
    name: .long,
    help: ArgumentHelp("The framework whose requirements are judged.", valueName: "framework[@revision]"))
  var to: Reference

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only this of the target: roles (provider,deployer), a named subset (high-risk), a part (9), a framework "
        + "that selects from it (a baseline), or a file (a list of names, a scope file). Repeated: what all have.",
      valueName: "name"))
  var scope: [String] = []

  @Option(
    name: .customLong("source-scope"),
    help: ArgumentHelp(
      "Only this of the source may address the target; written like --scope.", valueName: "name"))
  var sourceScope: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Weigh coverage by this table with the columns id and weight; a weight holds for what is below its id.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var weights: String?

  @Option(name: .long, help: "What is counted: statement or control.")
  var unit = GapReport.Unit.statement

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the report (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown, html, csv or json.")
  var format = ReportFormat.table

  @Option(
    name: .customLong("fail-above"),
    help: ArgumentHelp(
      "End with status 2 if more than this many requirements are not judged, without counterpart or in conflict.",
      valueName: "count"))
  var failAbove: Int?

  func validate() throws {
    if let failAbove, failAbove < 0 { throw ValidationError("--fail-above takes 0 or more") }
  }

  func run() throws {
    let request = GapRequest(
      from: from, to: to, scopes: scope, sourceScopes: sourceScope, weights: weights, unit: unit,
      reasoning: reasoning.options, asOf: asOf ?? Today.date)
    let report = try openWorkspace().gap(request)
    let bytes = try format.exporter(style: style(writingTo: result.output)).export(report)
    try OutputSink.write(bytes, to: result.output)
    let counts = report.summary
    if let failAbove, counts.gap + counts.unknown + counts.contradicted > failAbove {
      throw CommandEnd(status: .finding)
    }
  }
}
