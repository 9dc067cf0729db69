import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// What every act of review takes: who, why and when.
struct ReviewActOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Who does it.", valueName: "name"))
  var author: String

  @Option(name: .long, help: ArgumentHelp("Why; needed to reject, amend and carry.", valueName: "text"))
  var reason: String?

  @Option(
    name: .long,
    help: ArgumentHelp("When it was done, as RFC 3339 writes times (default: now).", valueName: "time"))
  var time: Moment?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The revisions current on this day count (default: the day of the act).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    try time?.checkIsNotInTheFuture(option: "--time", what: "an act can only be recorded once it is done")
  }

  /// The request for a deed.
  func request(_ deed: ReviewActRequest.Deed, claims: [String] = []) -> ReviewActRequest {
    ReviewActRequest(
      deed, claims: claims, author: author, reason: reason.flatMap { $0.isEmpty ? nil : $0 },
      time: time ?? Today.moment, asOf: asOf)
  }
}

extension Moment {
  /// Refuses a slip of the pen that would count before everything said from today on, and cannot be taken back.
  ///
  /// Clocks may differ by a day.
  func checkIsNotInTheFuture(option: String, what: String) throws {
    guard secondsSinceEpoch > Today.moment.secondsSinceEpoch + 86_400 else { return }
    throw ValidationError("\(option) \(self) lies in the future; \(what)")
  }
}

/// What every command is that records an act.
protocol ReviewActCommand: CrosswalkCommand {
  var result: OutputOptions { get }
  var act: ReviewActOptions { get }
}

extension ReviewActCommand {
  /// Records what was done, and writes where the claims stand now.
  func record(_ deed: ReviewActRequest.Deed, claims: [String] = []) throws {
    let recorded = try openWorkspace(for: .writing).record(act.request(deed, claims: claims))
    let bytes =
      switch act.format {
      case .table: RecordedReviewTextExporter(style: style(writingTo: result.output)).export(recorded)
      case .json: try RecordedReviewJSONExporter().export(recorded)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}

/// The claims that an act is about.
struct ClaimArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A claim: its UUID, or at least its first eight digits. Several are done together or not at all.",
      valueName: "claim"))
  var claims: [String]
}

/// What an amendment changes.
struct AmendmentOptions: ParsableArguments {
  @Option(name: .long, help: "In which sense the ends are related: syntactic, semantic or functional.")
  var rationale: MappingClaim.Rationale?

  @Option(name: .long, help: ArgumentHelp("How sure you are, 0 through 1.", valueName: "number"))
  var confidence: Double?

  @Option(name: .long, help: ArgumentHelp("Strength of the relationship, 0 through 10.", valueName: "number"))
  var strength: Int?

  @Option(name: .long, help: ArgumentHelp("What is shared and what is left.", valueName: "text"))
  var note: String?

  func validate() throws {
    if let confidence, !(0...1).contains(confidence) {
      throw ValidationError("--confidence takes 0 through 1")
    }
    if let strength, !(0...10).contains(strength) { throw ValidationError("--strength takes 0 through 10") }
  }

  var amendment: ReviewActRequest.Amendment {
    .init(rationale: rationale, confidence: confidence, strength: strength, note: note)
  }
}

extension MappingClaim.Rationale: ExpressibleByArgument {}
