/// The OSCAL documents that the toolkit knows, named by their root element in XML and their one key in JSON.
public enum OSCALRoot: String, CaseIterable, Hashable, Sendable {
  /// Groups and controls.
  case catalog
  /// A choice of controls from catalogs and other profiles.
  case profile
  /// Relationships between the controls of two frameworks.
  case mappingCollection = "mapping-collection"
}

/// How an OSCAL document is written.
public enum OSCALForm: String, CaseIterable, Hashable, Sendable {
  case xml
  case json
}
