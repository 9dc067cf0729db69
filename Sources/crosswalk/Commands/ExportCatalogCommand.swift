import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk export catalog`.
struct ExportCatalogCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Writes a framework as an OSCAL catalog, or as a table or JSON document of its nodes.",
    discussion: """
      What was read from OSCAL gives the same framework when it is imported again. Other frameworks get OSCAL's \
      tokens as identifiers and their own names as labels.

      Example:
        crosswalk export catalog nist-csf-2.0 --format oscal-json --output csf.json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case oscalXML = "oscal-xml"
    case oscalJSON = "oscal-json"
    case csv, json
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions

  @Argument(help: ArgumentHelp("The framework, or one revision of it.", valueName: "framework"))
  var reference: Reference

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Choose the revision as of this day (default: today).", valueName: "yyyy-mm-dd"))
  var asOf: CalendarDate?

  @Option(name: .long, help: "oscal-xml, oscal-json, csv (profile generic-catalog) or json.")
  var format = Format.oscalXML

  func run() throws {
    let catalog = try openWorkspace().catalog(reference, asOf: asOf ?? Today.date)
    let bytes =
      switch format {
      case .oscalXML: try OSCALCatalogExporter(form: .xml).export(catalog)
      case .oscalJSON: try OSCALCatalogExporter(form: .json).export(catalog)
      case .csv: try CatalogCSVExporter().export(catalog)
      case .json: try CatalogJSONExporter().export(catalog)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
