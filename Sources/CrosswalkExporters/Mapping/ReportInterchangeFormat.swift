import CrosswalkModel

/// The formats in which the gap report is handed to other tools, by the names that the command line takes.
public enum ReportInterchangeFormat: String, CaseIterable, Sendable {
  /// `crosswalk-gap-report/1`.
  case json
  /// RFC 4180, one row for each finding.
  case csv
  /// A workbook with typed cells.
  case xlsx
  /// A mapping collection of OSCAL 1.2 in JSON.
  case oscalJSON = "oscal-json"
  /// A mapping collection of OSCAL 1.2 in XML.
  case oscalXML = "oscal-xml"

  /// Whether the document is no text, so that a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }

  /// The document.
  ///
  /// - Parameter claims: The claims between source and target of the report; only OSCAL asks for them.
  /// - Throws: ``ExportError``, and what `claims` throws.
  public func export(_ report: GapReport, claims: () throws -> MappingSet) throws -> [UInt8] {
    switch self {
    case .json: try GapJSONExporter().export(report)
    case .csv: GapCSVExporter().export(report)
    case .xlsx: try GapXLSXExporter().export(report)
    case .oscalJSON: OSCALMappingExporter(form: .json, judgedBy: report).export(try claims())
    case .oscalXML: OSCALMappingExporter(form: .xml, judgedBy: report).export(try claims())
    }
  }
}
