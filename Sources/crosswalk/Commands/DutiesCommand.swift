import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk duties`: which duties of a framework apply on a day, to a role, on a route.
struct DutiesCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract:
      "Lists the duties of a framework that apply on a day, to a role, on a route, with the places that say so.",
    discussion: """
      Example:
        crosswalk duties eu-ai-act --role provider --route annex-iii --as-of 2027-12-02

      Table and Markdown leave out what concerns other roles and routes; JSON and CSV hold every duty with its state.
      """)

  /// The formats of the list.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, markdown, csv, json, xlsx
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("The framework.", valueName: "framework[@revision]"))
  var framework: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day asked about (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(
    name: .long, help: ArgumentHelp("The role: provider, deployer, ... (default: all).", valueName: "name"))
  var role: String?

  @OptionGroup var application: ApplicationOptions

  @Flag(name: .long, help: "List the routes that the framework declares (table or json).")
  var routes = false

  @Option(name: .long, help: "table, markdown, csv, json or xlsx.")
  var format = Format.table

  func validate() throws {
    if routes, format != .table, format != .json {
      throw ValidationError("--routes takes --format table or json")
    }
  }

  func run() throws {
    try result.check(isBinary: format == .xlsx, format: format.rawValue)
    let workspace = try openWorkspace()
    let day = asOf ?? Today.date
    if routes { return try write(workspace.routes(of: framework, asOf: day)) }
    let report = try workspace.duties(
      DutyRequest(
        framework: framework, asOf: day, role: role, route: application.route,
        placedOnMarket: application.placedOnMarket))
    let bytes =
      switch format {
      case .table: try DutyTableExporter(style: style(writingTo: result.output)).export(report)
      case .markdown: DutyMarkdownExporter().export(report)
      case .csv: DutyCSVExporter().export(report)
      case .json: try DutyJSONExporter().export(report)
      case .xlsx: try DutyXLSXExporter().export(report)
      }
    try OutputSink.write(bytes, to: result.output)
  }

  private func write(_ routes: [ApplicationRoute]) throws {
    let bytes =
      format == .json
      ? try RoutesJSONExporter().export(routes)
      : RoutesTextExporter(style: style(writingTo: result.output)).export(routes)
    try OutputSink.write(bytes, to: result.output)
  }
}
