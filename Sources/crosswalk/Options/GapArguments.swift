import ArgumentParser
import CrosswalkModel
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
      "Only this role (provider, deployer, ...) or this part of the target.", valueName: "name"))
  var scope: String?

  @Option(
    name: .customLong("minimum-confidence"),
    help: ArgumentHelp("Weakest claim to trust, 0 through 1.", valueName: "number"))
  var minimumConfidence = 0.0

  @Flag(
    name: .customLong("asserted-only"), help: "Use the claims as they stand, without what follows from them.")
  var assertedOnly = false

  @Option(
    name: .customLong("longest-chain"),
    help: ArgumentHelp(
      """
      Use only claims on chains of at most this many claims between the frameworks; the report says so \
      (default: all claims, or 3 where they are very many).
      """, valueName: "count"))
  var longestChain: Int?

  @OptionGroup var application: ApplicationOptions

  @Option(name: .long, help: "What is counted: statement or control.")
  var unit = GapReport.Unit.statement

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the report (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  func validate() throws {
    guard (0...1).contains(minimumConfidence) else {
      throw ValidationError("--minimum-confidence takes a number from 0 through 1")
    }
    if let longestChain, longestChain < 1 { throw ValidationError("--longest-chain takes 1 or more") }
  }

  /// The question.
  var request: GapRequest {
    var request = GapRequest(
      from: from, to: to, scope: scope, unit: unit, minimumConfidence: minimumConfidence,
      assertedOnly: assertedOnly, longestChain: longestChain, asOf: asOf ?? Today.date)
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
