/// The formats that an importer exists for, named as the command line and reports name them.
public enum CatalogFormat: String, CaseIterable, Sendable {
  case oscalCatalog = "oscal-catalog"
  case oscalProfile = "oscal-profile"
  case oscalMapping = "oscal-mapping"
  case formex
  case csv
}
