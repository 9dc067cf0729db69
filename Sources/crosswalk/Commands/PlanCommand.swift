import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension EvidencePlan.Level: ExpressibleByArgument {}
extension PlanFormat: ExpressibleByArgument {}

/// `crosswalk plan`: for which controls to produce evidence.
struct PlanCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Finds the fewest controls whose evidence serves two frameworks, with a proven bound.",
    discussion: """
      Example:
        crosswalk plan --from nist-ai-rmf-1.0 --to eu-ai-act --level addressed
        crosswalk plan --from nist-csf-2.0 --to nist-sp-800-53-r5 --include-own --costs hours.csv

      By default the plan reaches every requirement of the target that evidence for the source certainly covers, \
      with the fewest controls of the source. With --include-own it reaches every requirement of both frameworks, \
      with evidence for either.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var reasoning: ReasoningArguments

  @Option(
    name: .long,
    help: ArgumentHelp("The framework that evidence is produced for.", valueName: "framework[@revision]"))
  var from: Reference

  @Option(
    name: .long,
    help: ArgumentHelp("The framework that the same evidence shall serve.", valueName: "framework[@revision]")
  )
  var to: Reference

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only this of the target, as for 'gap'. Repeated: what all have.", valueName: "name"))
  var scope: [String] = []

  @Option(
    name: .long,
    help: "What evidence must do: covered (all subject matter, certainly) or addressed (part of it).")
  var level = EvidencePlan.Level.covered

  @Flag(
    name: .customLong("include-own"),
    help: "Reach every requirement of both frameworks, with evidence for controls of either.")
  var includeOwn = false

  @Option(name: .long, help: "What evidence is produced for: control or statement.")
  var unit = GapReport.Unit.control

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A table with the columns id and cost (0 for evidence that is there); whatever it does not name costs 1.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var costs: String?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "End the search for the best plan after this time, with a bound for what may be better.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the plan (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown, csv, json or xlsx.")
  var format = PlanFormat.table

  func validate() throws {
    if let timeLimit, !(0...1e6).contains(timeLimit) {
      throw ValidationError("--time-limit takes 0 to 1000000 seconds")
    }
  }

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.rawValue)
    let gap = GapRequest(
      from: from, to: to, scopes: scope, reasoning: reasoning.options, asOf: asOf ?? Today.date)
    let request = PlanRequest(
      gap: gap, unit: unit, level: level, aim: includeOwn ? .both : .target, costs: costs,
      timeLimit: timeLimit.map { .milliseconds(Int64($0 * 1000)) })
    let plan = try openWorkspace().plan(request)
    let exporter = format.exporter(style: style(writingTo: result.output))
    try OutputSink.write(try exporter.export(plan), to: result.output)
  }
}
