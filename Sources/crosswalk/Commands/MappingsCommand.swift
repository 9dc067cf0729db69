import ArgumentParser
import CrosswalkExporters
import CrosswalkWorkspace

/// `crosswalk mappings`: which frameworks claims connect.
struct MappingsCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: "Lists the pairs of frameworks that claims connect, with the number and status of the claims.",
    discussion: """
      Example:
        crosswalk mappings
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let mappings = try openWorkspace().mappings()
    let bytes =
      switch format {
      case .table: try MappingsTextExporter(style: style(writingTo: result.output)).export(mappings)
      case .json: try MappingsJSONExporter().export(mappings)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
