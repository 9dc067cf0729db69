import CrosswalkOSCAL

/// What a file was found to be, and so which importer reads it.
public enum DetectedFormat: Hashable, Sendable {
  /// An OSCAL document.
  case oscal(OSCALRoot, OSCALForm)
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

  /// The format as `--as` and reports name it.
  public var format: CatalogFormat {
    switch self {
    case .oscal(.catalog, _): .oscalCatalog
    case .oscal(.profile, _): .oscalProfile
    case .oscal(.mappingCollection, _): .oscalMapping
    case .formex, .formexContainer: .formex
    case .catalogTable, .mappingTable, .claims: .csv
    }
  }
}
