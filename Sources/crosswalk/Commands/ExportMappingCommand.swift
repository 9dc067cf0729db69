import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

extension MappingFormat: ExpressibleByArgument {}

/// `crosswalk export mapping`: the claims between two frameworks.
struct ExportMappingCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Writes the claims between two frameworks, in either direction, as a set of mappings.",
    discussion: """
      Example:
        crosswalk export mapping --from nist-ai-rmf-1.0 --to eu-ai-act --format sssom --output mapping.sssom.tsv

      Drafts are exported and marked as drafts. Alternative routes are no relations: only csv, json and xlsx hold them,
      the other formats say how many are left out. In olir-csv the framework of --to is the focal document.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Option(name: .long, help: ArgumentHelp("One framework.", valueName: "framework[@revision]"))
  var from: Reference

  @Option(name: .long, help: ArgumentHelp("The other framework.", valueName: "framework[@revision]"))
  var to: Reference

  @Option(name: .long, help: "oscal-json, oscal-xml, sssom, olir-csv, csv, json or xlsx.")
  var format: MappingFormat

  func run() throws {
    try result.check(isBinary: format.isBinary, format: format.rawValue)
    let set = try openWorkspace().mappingSet(from: from, to: to, asOf: Today.date)
    let (first, second) = (set.from.framework, set.to.framework)
    if format.needsMaps, !set.hasMaps(from: first, to: second), !set.hasMaps(from: second, to: first) {
      throw WorkspaceError.nothingToMap(from.framework, to.framework)
    }
    try OutputSink.write(try format.exporter.export(set), to: result.output)
  }
}
