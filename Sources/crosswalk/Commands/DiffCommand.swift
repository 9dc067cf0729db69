import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension DiffFormat: ExpressibleByArgument {}

/// `crosswalk diff`: what a new revision changes in a framework, for claims and for verdicts.
struct DiffCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Compares two revisions of a framework, with the claims that go stale and the verdicts that change.",
    discussion: """
      Example:
        crosswalk diff nist-sp-800-53-r5-high
        crosswalk diff eu-ai-act@2024-07-12 eu-ai-act@2026-07-27 --format html --output changes.html

      One framework alone compares its two newest revisions; one revision alone is compared with the current one. Words \
      are compared where both revisions have text of the same kind and language; what could not be compared is counted. \
      A change of the required words makes claims stale; guidance, links, titles and metadata never do.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  @Argument(help: ArgumentHelp("The older revision.", valueName: "framework[@revision]"))
  var from: Reference

  @Argument(help: ArgumentHelp("The newer revision.", valueName: "framework[@revision]"))
  var to: Reference?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Compare verdicts towards this framework only; may be repeated (default: all that claims connect).",
      valueName: "framework[@revision]"))
  var against: [Reference] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown, html or json.")
  var format = DiffFormat.table

  @Flag(
    name: .customLong("exit-code"),
    help: "End with status 3 where something differs, or could not be compared.")
  var exitCode = false

  func run() throws {
    let request = DiffRequest(from: from, to: to, against: against, asOf: asOf ?? Today.date)
    let report = try openWorkspace(known: past).diff(request)
    let bytes = try format.exporter(style: style(writingTo: result.output)).export(report)
    try OutputSink.write(bytes, to: result.output)
    if exitCode, report.isDifferent { throw CommandEnd(status: .changed) }
  }
}
