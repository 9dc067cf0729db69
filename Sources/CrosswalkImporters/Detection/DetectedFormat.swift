/// What a file was found to be, and so which importer reads it.
public enum DetectedFormat: Hashable, Sendable {
  /// An OSCAL catalog in XML.
  case oscalCatalog
  /// A Formex document; its root element says which part of an act it is.
  case formex(root: String)
  /// A zip container of Formex documents.
  case formexContainer
  /// A catalog in a table that this profile describes.
  case catalogTable(ColumnProfile)
  /// A mapping in a table that this profile describes.
  case mappingTable(ColumnProfile)
  /// The toolkit's own claims file.
  case claims
  /// A set of mappings in SSSOM's TSV form.
  case sssom

  /// The format as `--as` and reports name it.
  public var format: CatalogFormat {
    switch self {
    case .oscalCatalog: .oscalCatalog
    case .formex, .formexContainer: .formex
    case .catalogTable, .mappingTable, .claims: .csv
    case .sssom: .sssom
    }
  }
}
