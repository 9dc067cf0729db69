import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk template fields`: what a template may use.
struct TemplateFieldsCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Lists every field that a template may use, with its type, its meaning and an example.",
    discussion: """
      Example:
        crosswalk template fields
        crosswalk template fields ./our-plan --format json

      With a template, the fields are among them that its manifest asks for below "details".
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("A bundled template, or the folder of one.", valueName: "name|folder"))
  var template: String?

  @Option(name: .long, help: "table or json.")
  var format = AnswerFormat.table

  func run() throws {
    let workspace = try openWorkspace()
    let catalog = workspace.fieldCatalog(
      try template.map { try workspace.template($0).manifest } ?? .empty)
    let bytes =
      switch format {
      case .table: FieldsTextExporter(style: style(writingTo: result.output)).export(catalog)
      case .json: try FieldsJSONExporter().export(catalog)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
