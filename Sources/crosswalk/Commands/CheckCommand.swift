import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk check`: what is wrong, or may be, with the claims.
struct CheckCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists claims that conflict, with the cheapest repairs, and claims to look at again.",
    discussion: """
      Listed are conflicts, each with a minimal set of claims; names that the current revision lacks; claims about
      texts that changed; claims without effect; and superset and equal claims without claims about statements that \
      bear them out. Ends with status 2 if claims conflict.

      Example:
        crosswalk check
        crosswalk check eu-ai-act --sets 10 --format json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  @Argument(
    help: ArgumentHelp(
      "Check the claims of these frameworks and of those connected with them (default: all).",
      valueName: "framework[@revision]"))
  var frameworks: [Reference] = []

  @OptionGroup var reasoning: ReasoningArguments

  @Option(
    name: .long,
    help: ArgumentHelp("List up to this many minimal sets of conflicting claims.", valueName: "count"))
  var sets: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func validate() throws {
    if let sets, sets < 1 { throw ValidationError("--sets takes 1 or more") }
  }

  func run() throws {
    let request = CheckRequest(
      frameworks: frameworks, asOf: asOf ?? Today.date, reasoning: reasoning.options, sets: sets)
    let report = try openWorkspace(known: past).check(request)
    let bytes =
      switch format {
      case .table: try CheckTextExporter(style: style(writingTo: result.output)).export(report)
      case .json: try CheckJSONExporter().export(report)
      }
    try OutputSink.write(bytes, to: result.output)
    if !report.contradictions.isEmpty { throw CommandEnd(status: .finding) }
  }
}
