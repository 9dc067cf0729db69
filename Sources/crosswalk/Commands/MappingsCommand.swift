import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk mappings`: which frameworks claims connect.
struct MappingsCommand: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: "Lists the pairs of frameworks that claims connect, with the number and status of the claims.",
    discussion: """
      Example:
        crosswalk mappings
        crosswalk mappings --from nist-ai-rmf-1.0 --to eu-ai-act --derived
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var past: KnownByOptions

  /// The formats of the lists.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, xlsx
  }

  @Option(name: .long, help: "table, json or (claims between two frameworks) xlsx.")
  var format = Format.table

  @Option(
    name: .long,
    help: ArgumentHelp("With --to: list the claims between two frameworks.", valueName: "framework"))
  var from: Reference?

  @Option(name: .long, help: ArgumentHelp("The other framework.", valueName: "framework"))
  var to: Reference?

  @Flag(
    name: .long,
    help: "What follows from the claims instead: relations that nobody claimed, narrower ones, conflicts.")
  var derived = false

  func validate() throws {
    guard (from == nil) == (to == nil) else { throw ValidationError("--from and --to go together") }
    if past.knownBy != nil, format == .xlsx || derived {
      throw ValidationError("--known-by takes the lists of frameworks and of claims, as table or json")
    }
    if format == .xlsx, from == nil || derived {
      throw ValidationError("--format xlsx takes --from and --to, without --derived")
    }
  }

  func run() throws {
    try result.check(isBinary: format == .xlsx, format: format.rawValue)
    let workspace = try openWorkspace(known: past)
    if let from, let to, format == .xlsx {
      let set = try workspace.mappingSet(from: from, to: to, asOf: Today.date)
      try OutputSink.write(MappingXLSXExporter().export(set), to: result.output)
    } else if let from, let to, derived {
      try write(
        workspace.derivedRelations(from: from, to: to, asOf: Today.date), DerivedRelationsTextExporter.init,
        DerivedRelationsJSONExporter())
    } else if derived {
      try write(
        workspace.closureSummaries(asOf: Today.date), ClosureSummaryTextExporter.init,
        ClosureSummaryJSONExporter())
    } else if let from, let to {
      let claims = try workspace.claims(between: from, and: to, asOf: Today.date)
      let remarks = try workspace.remarks(on: claims, asOf: Today.date)
      try write(
        claims, { ClaimsTextExporter(style: $0, remarks: remarks) }, ClaimsJSONExporter(remarks: remarks))
    } else {
      try write(
        workspace.mappings(), { MappingsTextExporter(style: $0, knownBy: past.knownBy) },
        MappingsJSONExporter(knownBy: past.knownBy))
    }
  }

  private func write<Value>(
    _ value: Value, _ table: (TerminalStyle) -> some Exporter<Value>, _ json: some Exporter<Value>
  ) throws {
    let bytes =
      switch format {
      case .table: try table(style(writingTo: result.output)).export(value)
      // Workbooks hold claims, which are written apart.
      case .json, .xlsx: try json.export(value)
      }
    try OutputSink.write(bytes, to: result.output)
  }
}
