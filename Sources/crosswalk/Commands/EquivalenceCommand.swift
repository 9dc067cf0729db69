import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk equivalence`: what is equal, and what covers each other.
struct EquivalenceCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "equivalence",
    abstract:
      "Lists what of two frameworks is certainly equal or covers each other, and what may turn out to be.",
    discussion: """
      Example:
        crosswalk equivalence --from nist-ai-rmf-1.0 --to eu-ai-act

      Equal, and mutually covered, is only what follows from the claims with certainty. Pairs of which equality is \
      merely not excluded are listed apart, as candidates to review.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions
  @OptionGroup var reasoning: ReasoningArguments

  @Option(name: .long, help: ArgumentHelp("One framework.", valueName: "framework[@revision]"))
  var from: Reference

  @Option(name: .long, help: ArgumentHelp("The other framework.", valueName: "framework[@revision]"))
  var to: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "table, markdown, html, csv, json, xlsx or docx.")
  var format = DocumentReportFormat.report(.table)

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.defaultValueDescription)
    let request = EquivalenceRequest(
      from: from, to: to, reasoning: reasoning.options, asOf: asOf ?? Today.date)
    let workspace = try openWorkspace(known: past)
    let report = try workspace.equivalence(request)
    let bytes =
      switch format {
      case .report(let format):
        try format.equivalenceExporter(style: style(writingTo: result.output)).export(report)
      case .docx:
        try DocumentRenderer(session: DocumentSession(workspace, asOf: report.asOf), equivalence: report)
          .wordFile("equivalence-report", console: Console(format: global.logFormat))
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
