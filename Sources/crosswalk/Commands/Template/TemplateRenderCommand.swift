import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk template render`: joint documents.
struct TemplateRenderCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders joint documents from templates, a subject file and the store.",
    discussion: """
      Example:
        crosswalk template render joint-technical-documentation --subject lantern.subject.json --output lantern.docx
        crosswalk template render --all --subject lantern.subject.json --format docx --format html --output-folder out
        crosswalk template render ./our-plan --subject lantern.subject.json --output plan.docx --watch

      In --output-folder a document is called TEMPLATE.LANGUAGE.docx, with the variant before the language. Nothing \
      is written unless everything could be rendered. PDF files are made by LibreOffice or Chromium where one of them \
      is installed.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("Bundled templates, or folders of templates.", valueName: "name|folder"))
  var templates: [String] = []

  @Flag(name: .long, help: "Every bundled template; with --variant those that have it.")
  var all = false

  @Option(
    name: .long, help: ArgumentHelp("The file that describes the subject.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var subject: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "docx, html, markdown or pdf; may be repeated (default: what --output ends in, else markdown; docx with --output-folder).",
      valueName: "format"))
  var format: [RenderFormat] = []

  @Option(
    name: .customLong("output-folder"),
    help: ArgumentHelp("Write every document into this folder.", valueName: "folder"),
    completion: .directory)
  var outputFolder: String?

  @Option(name: .long, help: ArgumentHelp("The language of the labels: en, de, fr.", valueName: "xx"))
  var language = "en"

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day of the document (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: ArgumentHelp("A variant that the template has: simplified.", valueName: "name"))
  var variant: String?

  @Flag(
    name: .long,
    help: "Render again whenever the template, the subject or its evidence changes; Ctrl-C ends it.")
  var watch = false

  func validate() throws {
    guard all != !templates.isEmpty else {
      throw ValidationError("name templates, or take --all; 'crosswalk template list' lists them")
    }
    if result.output != nil, outputFolder != nil {
      throw ValidationError("--output is for one document, --output-folder for several: take one of them")
    }
    if outputFolder == nil, all || templates.count > 1 || Set(format).count > 1 {
      throw ValidationError("several documents need --output-folder")
    }
    if watch, result.output == nil, outputFolder == nil {
      throw ValidationError("--watch needs --output or --output-folder")
    }
  }

  func run() throws {
    let format = formats[0]
    if outputFolder == nil { try result.check(isBinary: format.isBinary, format: format.rawValue) }
    let workspace = try openWorkspace()
    guard watch else { return try write(try render(workspace)) }
    let names = try self.names(workspace)
    try DocumentWatch(console: Console(format: global.logFormat), isQuiet: global.quiet).run {
      try workspace.sources(of: names, subject: subject)
    } round: {
      let renderings = try render(workspace)
      try write(renderings)
      return renderings.reduce(0) { $0 + $1.documents.count }
    }
  }

  /// The formats asked for, each once.
  private var formats: [RenderFormat] {
    var seen: Set<RenderFormat> = []
    let asked = format.filter { seen.insert($0).inserted }
    if !asked.isEmpty { return asked }
    if outputFolder != nil { return [.docx] }
    return [result.output.flatMap { RenderFormat(file: $0) } ?? .markdown]
  }

  private func names(_ workspace: Workspace) throws -> [String] {
    guard all else { return templates }
    return try workspace.templates().filter { summary in
      variant.map(summary.variants.contains) ?? true
    }.map(\.name)
  }

  private func render(_ workspace: Workspace) throws -> [DocumentRenderer.Rendering] {
    let renderer = DocumentRenderer(
      session: DocumentSession(workspace, subject: subject, asOf: asOf ?? Today.date), language: language,
      variant: variant)
    let progress = ProgressLine(quiet: global.quiet, format: global.logFormat)
    defer { progress.clear() }
    var renderings: [DocumentRenderer.Rendering] = []
    for name in try names(workspace) {
      progress.show("Rendering \(name)")
      let rendering = try renderer.render(name, as: formats)
      if renderings.contains(where: { $0.template == rendering.template }) {
        throw ValidationError(
          "two templates are called \(rendering.template): render them into different folders")
      }
      renderings.append(rendering)
    }
    return renderings
  }

  /// Writes every document; what has to be said about several of them is said once.
  private func write(_ renderings: [DocumentRenderer.Rendering]) throws {
    var said: Set<Diagnostic> = []
    let console = Console(format: global.logFormat)
    for warning in renderings.flatMap(\.warnings) where said.insert(warning).inserted {
      console.write(warning)
    }
    guard let outputFolder else {
      return try OutputSink.write(renderings.first?.documents.first?.bytes ?? [], to: result.output)
    }
    try FolderSink.make(outputFolder)
    var written = ""
    for rendering in renderings {
      for document in rendering.documents {
        let path = "\(outputFolder)/\(fileName(rendering.template, document.format))"
        try OutputSink.write(document.bytes, to: path)
        written += path.escapedForOneLine + "\n"
      }
    }
    if !watch { try OutputSink.write(Array(written.utf8), to: nil) }
  }

  /// Made of short names only, never of titles: it is a plain name on every system.
  private func fileName(_ template: String, _ format: RenderFormat) -> String {
    ([template] + [variant, language, format.fileExtension].compactMap(\.self)).joined(separator: ".")
  }
}
