import CrosswalkModel

/// The fields that a template may use as JSON, schema `crosswalk-template-fields/1`.
public struct FieldsJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-template-fields/1"
    var fields: [Field]
  }

  private struct Field: Encodable {
    var path, type, meaning, example: String
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; fields in the order given, those of a record or list after it, each with its whole path.
  public func export(_ catalog: FieldCatalog) throws(ExportError) -> [UInt8] {
    var fields: [Field] = []
    for root in catalog.roots { Self.append(root, below: "", to: &fields) }
    return try JSONDocument.bytes(of: Document(fields: fields))
  }

  private static func append(_ field: FieldDescription, below path: String, to fields: inout [Field]) {
    let path = path.isEmpty ? field.name : "\(path).\(field.name)"
    fields.append(
      Field(path: path, type: field.kind.rawValue, meaning: field.meaning, example: field.example))
    for inner in field.fields { append(inner, below: path, to: &fields) }
  }
}
