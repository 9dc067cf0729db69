import CrosswalkModel

/// A field that a template may use, as it stands in JSON.
struct FieldRow: Encodable {
  private var path, type, meaning, example: String

  /// A row for each field; those of a record or list after it, each with its whole path.
  static func all(of catalog: FieldCatalog) -> [FieldRow] {
    var rows: [FieldRow] = []
    for root in catalog.roots { append(root, below: "", to: &rows) }
    return rows
  }

  private static func append(_ field: FieldDescription, below path: String, to rows: inout [FieldRow]) {
    let path = path.isEmpty ? field.name : "\(path).\(field.name)"
    rows.append(
      FieldRow(path: path, type: field.kind.rawValue, meaning: field.meaning, example: field.example))
    for inner in field.fields { append(inner, below: path, to: &rows) }
  }
}
