import ArgumentParser
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// What every command takes that asks about the gaps between two frameworks.
struct GapArguments: ParsableArguments {
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

  @OptionGroup var reasoning: ReasoningArguments
  @OptionGroup var application: ApplicationOptions

  @Option(name: .long, help: "What is counted: statement or control.")
  var unit = GapReport.Unit.statement

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the report (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  /// The question.
  var request: GapRequest {
    var request = GapRequest(
      from: from, to: to, scopes: scope, sourceScopes: sourceScope, weights: weights, unit: unit,
      reasoning: reasoning.options, asOf: asOf ?? Today.date)
    request.route = application.route
    request.placedOnMarket = application.placedOnMarket
    return request
  }
}

/// How many open requirements a report may have before it is a finding.
struct FailureArguments: ParsableArguments {
  @Option(
    name: .customLong("fail-above"),
    help: ArgumentHelp(
      "End with status 2 if more than this many requirements are not judged, without counterpart or in conflict.",
      valueName: "count"))
  var failAbove: Int?

  func validate() throws {
    if let failAbove, failAbove < 0 { throw ValidationError("--fail-above takes 0 or more") }
  }

  /// Ends with the status of a finding where `counts` have too many.
  func check(_ counts: VerdictCounts) throws {
    if let failAbove, counts.gap + counts.unknown + counts.contradicted > failAbove {
      throw CommandEnd(status: .finding)
    }
  }
}
