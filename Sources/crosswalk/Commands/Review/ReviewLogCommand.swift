import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk review log`: who said what, and when.
struct ReviewLogCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract:
      "Lists every act of review, every position of both sides and every reviewed claim, oldest first.",
    discussion: """
      Example:
        crosswalk review log
        crosswalk review log --about "eu-ai-act/9(2)(a)" --format json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only about this: a requirement (with the claims that name it), a claim's UUID or TEMPLATE#SECTION.",
      valueName: "name"))
  var about: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let log = try openWorkspace(known: past).reviewLog(about: about, asOf: asOf ?? Today.date)
    let bytes =
      switch format {
      case .table: ReviewLogTextExporter(style: style(writingTo: result.output)).export(log)
      case .json: try ReviewLogJSONExporter().export(log)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
