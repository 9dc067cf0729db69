import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk template new`: a copy of a template to make one's own.
struct TemplateNewCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Copies a template into a folder of your own, with a Word file to edit.",
    discussion: """
      Example:
        crosswalk template new interoperability-plan --output our-plan
        crosswalk template new ./our-plan --output notre-plan --language es

      The copy stands on its own: labels and parts that templates share are in it as far as the template uses \
      them. What you take out of it is looked up in what the bundled templates share; your own always goes before. \
      document.docx is what Word files are rendered from; delete it, and they are made from document.md again, as \
      HTML and Markdown are. Nothing that exists is overwritten.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("A bundled template, or the folder of one.", valueName: "name|folder"))
  var template: String

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("The folder to make (default: the template's name).", valueName: "folder"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add a language: strings/xx.json with the English labels, to be translated.", valueName: "xx"))
  var language: String?

  func validate() throws {
    if let language, !TemplateName.isLanguage(language) {
      throw ValidationError("\"\(language)\" is no tag of a language, such as es or pt-br")
    }
  }

  func run() throws {
    let workspace = try openWorkspace()
    let source = try workspace.template(template)
    let document = try DocumentTemplate(source)
    let uses = document.uses
    var files = try workspace.templateCopy(
      template, labels: uses.labels.union(source.manifest.labels), parts: uses.parts, adding: language)
    if source.files["document.docx"] == nil { files.append(("document.docx", try document.wordFile())) }
    let folder = output ?? source.manifest.name
    try FolderSink.write(files, to: folder)
    try OutputSink.write(Array("\(folder.escapedForOneLine)\n".utf8), to: nil)
  }
}
