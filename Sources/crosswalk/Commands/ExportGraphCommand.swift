import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk export graph`: frameworks and claims for triple stores.
struct ExportGraphCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Writes frameworks and the claims among them as linked data.",
    discussion: """
      Frameworks are concept schemes of SKOS; each claim is a mapping in the terms of SSSOM. What reviewed claims say with \
      one relation also stands as a match of SKOS; the same of drafts stands in the named graph urn:x-crosswalk:graph:draft.

      Example:
        crosswalk export graph nist-ai-rmf-1.0 eu-ai-act --format json-ld --output graph.jsonld
      """)

  /// The formats of a graph.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonLD = "json-ld"
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(
    help: ArgumentHelp("The frameworks (default: all of the store).", valueName: "framework[@revision]"))
  var frameworks: [Reference] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose revisions as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "json-ld.")
  var format = Format.jsonLD

  func run() throws {
    let graph = try openWorkspace().graph(of: frameworks, asOf: asOf ?? Today.date)
    let bytes =
      switch format {
      case .jsonLD: try JSONLDExporter().export(graph)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
