import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension ReportFormat: ExpressibleByArgument {}
extension GapReport.Unit: ExpressibleByArgument {}

/// `crosswalk gap`: the gap report.
struct GapCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "Reports which requirements of one framework have their subject matter addressed by another.",
    discussion: """
      Example:
        crosswalk gap --from nist-ai-rmf-1.0 --to eu-ai-act --format html --output report.html
        crosswalk gap --from nist-ai-rmf-1.0 --to eu-ai-act --scope high-risk --scope provider --weights weights.csv
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions
  @OptionGroup var question: GapArguments
  @OptionGroup var failure: FailureArguments

  @Option(name: .long, help: "table, markdown, html, csv, json, xlsx or docx.")
  var format = DocumentReportFormat.report(.table)

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.defaultValueDescription)
    let workspace = try openWorkspace(known: past)
    let report = try workspace.gap(question.request)
    let bytes =
      switch format {
      case .report(let format):
        try format.exporter(style: style(writingTo: result.output)).export(report)
      case .docx:
        try DocumentRenderer(session: DocumentSession(workspace, asOf: report.asOf), gap: report)
          .wordFile("gap-report", console: Console(format: global.logFormat))
      }
    try OutputSink.write(bytes, to: result.output)
    try failure.check(report.summary)
  }
}
