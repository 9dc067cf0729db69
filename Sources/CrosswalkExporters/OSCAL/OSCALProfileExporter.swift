import CrosswalkModel
import CrosswalkOSCAL

/// Writes a framework as an OSCAL profile: it imports a catalog and selects just the controls of the framework.
///
/// Controls are named by their identifiers in OSCAL: those of the file that the framework was read from, else the
/// tokens that ``OSCALCatalogExporter`` gives them.
public struct OSCALProfileExporter: Exporter {
  private let form: OSCALCatalogExporter.Form
  private let catalog: String

  /// Creates an exporter of profiles that import the catalog at `catalog`.
  public init(form: OSCALCatalogExporter.Form, catalog: String) {
    self.form = form
    self.catalog = catalog
  }

  /// The whole document.
  ///
  /// - Complexity: Linear in the framework.
  public func export(_ framework: Catalog) throws(ExportError) -> [UInt8] {
    OSCALCatalogExporter.bytes(of: document(framework), form: form)
  }

  /// The document as a tree.
  func document(_ framework: Catalog) -> OSCALElement {
    let source = OSCALCatalogExporter.document(framework)
    var metadata = source.first("metadata") ?? OSCALElement("metadata")
    // What said how this framework was made is not so of the profile, and its resources are not here.
    metadata.content.removeAll { part in
      guard case .element(let element) = part else { return false }
      return element["name"] == "resolution-tool" || element["rel"] == "source-profile"
        || element["href"]?.hasPrefix("#") == true
    }
    var selection = OSCALElement("include-controls")
    for id in Self.identifiers(in: source) { selection.append(OSCALElement("with-id", text: id)) }
    let directive = OSCALElement("import", [.init("href", catalog)], [.element(selection)])
    let merge = OSCALElement("merge", [], [.element(OSCALElement("as-is", text: "true"))])
    var profile = OSCALElement("profile", [], [.element(metadata), .element(directive), .element(merge)])
    profile["uuid"] = OSCALIdentity.uuid(of: profile)
    return profile
  }

  private static func identifiers(in element: OSCALElement) -> [String] {
    element.elements.flatMap { child -> [String] in
      guard child.name == "control" || child.name == "group" else { return [] }
      let own = child.name == "control" ? child["id"].map { [$0] } ?? [] : []
      return own + identifiers(in: child)
    }
  }
}
