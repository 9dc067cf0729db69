import ArgumentParser
import CrosswalkExporters
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk frameworks`: what the store holds.
struct FrameworksCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "frameworks",
    abstract: "Lists the frameworks of the store, revision by revision.",
    discussion: """
      Example:
        crosswalk frameworks --format json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let frameworks = try openWorkspace(known: past).frameworks()
    let bytes =
      switch format {
      case .table:
        try FrameworksTextExporter(style: style(writingTo: result.output), knownBy: past.knownBy).export(
          frameworks)
      case .json: try FrameworksJSONExporter(knownBy: past.knownBy).export(frameworks)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
