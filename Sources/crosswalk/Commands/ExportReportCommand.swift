import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension ReportInterchangeFormat: ExpressibleByArgument {}

/// `crosswalk export report`: the gap report for other tools.
struct ExportReportCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the gap report as an interchange file.",
    discussion: """
      json, csv and xlsx are those of 'crosswalk gap'. OSCAL has no gap report: oscal-json and oscal-xml write the claims as a \
      mapping collection, whose mapping from the source to the target carries the proven part of the coverage and lists \
      what is not addressed, each with its verdict.

      Example:
        crosswalk export report --from nist-ai-rmf-1.0 --to eu-ai-act --format oscal-json --output report.json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var question: GapArguments

  @Option(name: .long, help: "json, csv, xlsx, oscal-json or oscal-xml.")
  var format: ReportInterchangeFormat

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.rawValue)
    let workspace = try openWorkspace()
    let request = question.request
    let bytes = try format.export(workspace.gap(request)) {
      let set = try workspace.mappingSet(from: question.from, to: question.to, asOf: request.asOf)
      guard set.hasMaps(from: set.from.framework, to: set.to.framework) else {
        throw WorkspaceError.nothingToMap(set.from.framework, set.to.framework)
      }
      return set
    }
    try OutputSink.write(bytes, to: result.output)
  }
}
