import ArgumentParser
import CrosswalkExporters
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk template list`: the templates that ship.
struct TemplateListCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "Lists the templates that ship, with their formats and languages and where the document comes from.",
    discussion: """
      Example:
        crosswalk template list
        crosswalk template list --format json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let templates = try openWorkspace().templates()
    let bytes =
      switch format {
      case .table: TemplatesTextExporter(style: style(writingTo: result.output)).export(templates)
      case .json: try TemplatesJSONExporter().export(templates)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
