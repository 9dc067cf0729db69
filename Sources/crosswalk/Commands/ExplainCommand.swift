import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk explain`: why a pair is related as it is.
struct ExplainCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows every relation still possible between two requirements, and the claims it rests on.",
    discussion: """
      Example:
        crosswalk explain "nist-ai-rmf-1.0/MAP 5.1" "eu-ai-act/9(2)(a)"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions
  @OptionGroup var reasoning: ReasoningArguments

  @Argument(help: ArgumentHelp("One requirement.", valueName: "framework/local"))
  var source: Reference

  @Argument(help: ArgumentHelp("The other one.", valueName: "framework/local"))
  var target: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let explanation = try openWorkspace(known: past).explain(
      source, target, reasoning: reasoning.options, asOf: asOf ?? Today.date)
    let bytes =
      switch format {
      case .table: try ExplanationTextExporter(style: style(writingTo: result.output)).export(explanation)
      case .json: try ExplanationJSONExporter().export(explanation)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
