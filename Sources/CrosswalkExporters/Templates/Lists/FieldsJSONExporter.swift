import CrosswalkModel

/// The fields that a template may use as JSON, schema `crosswalk-template-fields/1`.
public struct FieldsJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-template-fields/1"
    var fields: [FieldRow]
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; fields in the order given, those of a record or list after it, each with its whole path.
  public func export(_ catalog: FieldCatalog) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(fields: FieldRow.all(of: catalog)))
  }
}
