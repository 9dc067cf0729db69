import ArgumentParser

/// `crosswalk export`: interchange files.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes what the store holds as interchange files for other tools.",
    discussion: """
      Example:
        crosswalk export catalog nist-ai-rmf-1.0 --format oscal-xml --output ai-rmf.xml
        crosswalk export mapping --from nist-ai-rmf-1.0 --to eu-ai-act --format sssom --output mapping.sssom.tsv
        crosswalk export graph --format json-ld --output graph.jsonld
      """,
    subcommands: [
      ExportCatalogCommand.self, ExportProfileCommand.self, ExportMappingCommand.self,
      ExportReportCommand.self,
      ExportGraphCommand.self,
    ])
}
