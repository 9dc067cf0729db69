import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkRefresh
import CrosswalkTerminal

/// `crosswalk-refresh status`.
struct StatusCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: RefreshHelp.statusAbstract, discussion: RefreshHelp.statusDiscussion)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var scope: RefreshScopeArguments
  @OptionGroup var arguments: RefreshStatusArguments

  func validate() throws {
    if scope.format == .mail { throw ValidationError("--format of refresh status takes table or json") }
  }

  func run() throws {
    let manifest = try scope.readManifest()
    let report = try RefreshStatus(
      workspace: openWorkspace(for: .existing), manifest: manifest, now: Today.moment
    )
    .report(scope.sources, maximumAge: arguments.maximumAge?.seconds)
    let bytes =
      switch scope.format {
      case .json: try RefreshStatusJSONExporter().export(report)
      default: RefreshStatusTextExporter(style: style(writingTo: result.output)).export(report)
      }
    try OutputSink.write(bytes, to: result.output)
    if report.sources.contains(where: \.isOverdue) { throw CommandEnd(status: .finding) }
  }
}
