import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk export profile`.
struct ExportProfileCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Writes a framework as an OSCAL profile that selects its controls from a catalog.",
    discussion: """
      Example:
        crosswalk export profile nist-sp-800-53-r5-low --catalog NIST_SP-800-53_rev5_catalog.xml
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case oscalXML = "oscal-xml"
    case oscalJSON = "oscal-json"
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("The framework, or one revision of it.", valueName: "framework"))
  var reference: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose the revision as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The catalog as the profile shall name it (default: the address of the framework's source).",
      valueName: "file"))
  var catalog: String?

  @Option(name: .long, help: "oscal-xml or oscal-json.")
  var format = Format.oscalXML

  func run() throws {
    let framework = try openWorkspace().catalog(reference, asOf: asOf ?? Today.date)
    guard let href = catalog ?? framework.metadata.source else {
      throw ValidationError("\(reference) names no source: say with --catalog what the profile imports")
    }
    let exporter = OSCALProfileExporter(form: format == .oscalXML ? .xml : .json, catalog: href)
    try OutputSink.write(try exporter.export(framework), to: result.output)
  }
}
