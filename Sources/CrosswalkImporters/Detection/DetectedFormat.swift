import CrosswalkOSCAL

/// What a file was found to be, and so which importer reads it.
public enum DetectedFormat: Hashable, Sendable {
  /// An OSCAL document.
  case oscal(OSCALRoot, OSCALForm)
  /// A Formex document; its root element says which part of an act it is.
  case formex(root: String)
  /// A zip container of Formex documents.
  case formexContainer
  /// An act in Akoma Ntoso.
  case akomaNtoso
  /// A catalog in a table that this profile describes.
  case catalogTable(ColumnProfile)
  /// A mapping in a table that this profile describes.
  case mappingTable(ColumnProfile)
  /// The toolkit's own claims file.
  case claims
  /// A catalog in a sheet of a workbook that this profile describes and names.
  case catalogSheet(ColumnProfile)
  /// A mapping in a sheet of a workbook that this profile describes and names.
  case mappingSheet(ColumnProfile)
  /// The toolkit's own claims in the sheet of a workbook that has this name.
  case claimsSheet(String)
  /// A set of mappings in SSSOM's TSV form.
  case sssom

  /// The format as `--as` and reports name it.
  public var format: CatalogFormat {
    switch self {
    case .oscal(.catalog, _): .oscalCatalog
    case .oscal(.profile, _): .oscalProfile
    case .oscal(.mappingCollection, _): .oscalMapping
    case .formex, .formexContainer: .formex
    case .akomaNtoso: .akomaNtoso
    case .catalogTable, .mappingTable, .claims: .csv
    case .catalogSheet, .mappingSheet, .claimsSheet: .xlsx
    case .sssom: .sssom
    }
  }
}
