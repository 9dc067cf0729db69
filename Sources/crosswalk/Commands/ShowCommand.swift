import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk show`: one control with everything known about it.
struct ShowCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one requirement: its text and parts, the claims about it, and what follows from them.",
    discussion: """
      Example:
        crosswalk show "eu-ai-act/9(2)"
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  @Argument(help: ArgumentHelp("What to show.", valueName: "framework/local"))
  var reference: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let view = try openWorkspace(known: past).show(reference, asOf: asOf ?? Today.date)
    let bytes =
      switch format {
      case .table: try ControlTextExporter(style: style(writingTo: result.output)).export(view)
      case .json: try ControlJSONExporter().export(view)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
