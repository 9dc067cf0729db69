import CrosswalkModel

/// Writes a catalog as the table of profile `generic-catalog`: a row a node, in document order.
///
/// Two columns say more than the profile asks for, `kind` and `label`; an import keeps them as properties.
public struct CatalogCSVExporter: Exporter {
  /// Creates an exporter.
  public init() {}

  /// The whole table, RFC 4180, in UTF-8.
  public func export(_ catalog: Catalog) throws(ExportError) -> [UInt8] {
    var table = CSVText()
    table.append(["id", "parent_id", "title", "text", "assessable", "kind", "label"])
    for node in catalog.nodes {
      table.append([
        node.local, node.parent?.local ?? "", node.title, node.requirement, node.isAssessable ? "1" : "0",
        node.kind.name, node.label,
      ])
    }
    return Array(table.text.utf8)
  }
}
