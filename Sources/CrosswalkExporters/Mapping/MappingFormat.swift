import CrosswalkModel

/// The formats of exported claims, by the names that the command line takes.
public enum MappingFormat: String, CaseIterable, Sendable {
  /// A mapping collection of OSCAL 1.2 in JSON.
  case oscalJSON = "oscal-json"
  /// A mapping collection of OSCAL 1.2 in XML.
  case oscalXML = "oscal-xml"
  /// SSSOM's TSV form.
  case sssom
  /// The columns of the OLIR template.
  case olirCSV = "olir-csv"
  /// The toolkit's own claims file: nothing but properties is lost.
  case csv
  /// `crosswalk-claims/1`: nothing is lost.
  case json
  /// A workbook with typed cells, for reading.
  case xlsx

  /// Whether the document is no text, so that a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }

  /// Whether a document of this format cannot be without a relation between parts of both frameworks.
  public var needsMaps: Bool { self == .oscalJSON || self == .oscalXML }

  /// The exporter of this format.
  public var exporter: any Exporter<MappingSet> {
    switch self {
    case .sssom: SSSOMExporter()
    case .olirCSV: OLIRExporter()
    case .csv: ClaimsCSVExporter()
    case .json: MappingSetJSONExporter()
    case .xlsx: MappingXLSXExporter()
    case .oscalJSON: OSCALMappingExporter(form: .json)
    case .oscalXML: OSCALMappingExporter(form: .xml)
    }
  }
}

/// The claims of a set as JSON, schema `crosswalk-claims/1`.
public struct MappingSetJSONExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// One JSON object; claims in the order given.
  public func export(_ set: MappingSet) throws(ExportError) -> [UInt8] {
    try ClaimsJSONExporter(remarks: ClaimRemarks(stale: set.stale)).export(set.claims)
  }
}
