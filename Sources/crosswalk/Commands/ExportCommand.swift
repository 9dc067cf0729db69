import ArgumentParser

/// `crosswalk export`: interchange files.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes what the store holds as interchange files.",
    discussion: """
      Example:
        crosswalk export mapping --from nist-ai-rmf-1.0 --to eu-ai-act --format sssom --output mapping.sssom.tsv
      """,
    subcommands: [ExportMappingCommand.self])
}
