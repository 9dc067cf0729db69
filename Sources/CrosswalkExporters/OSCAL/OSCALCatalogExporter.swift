import CrosswalkModel
import CrosswalkOSCAL

/// Writes a catalog as an OSCAL catalog, in XML or JSON, that validates against the schema of OSCAL 1.1 and later.
///
/// A catalog that was read from OSCAL gives the same graph when it is read again: groups, controls, items, texts,
/// names, parameters, properties, links and metadata. Markup is not kept by the graph: texts are paragraphs, and the
/// class of labels is gone. A catalog from elsewhere gets OSCAL's tokens as identifiers (``OSCALToken``), its own
/// names as labels, this project's summaries as prose where there is no official text, and properties of the
/// namespace `urn:crosswalk-toolkit:oscal` for what OSCAL does not know.
public struct OSCALCatalogExporter: Exporter {
  /// The two forms of a document.
  public enum Form: String, Sendable {
    case xml, json
  }

  private let form: Form

  /// Creates an exporter.
  public init(form: Form) { self.form = form }

  /// The whole document.
  ///
  /// - Complexity: Linear in the catalog; memory for the whole document.
  public func export(_ catalog: Catalog) throws(ExportError) -> [UInt8] {
    Self.bytes(of: Self.document(catalog), form: form)
  }

  static func bytes(of document: OSCALElement, form: Form) -> [UInt8] {
    switch form {
    case .xml: OSCALXMLWriter.write(document)
    case .json: OSCALJSONWriter.write(document)
    }
  }

  /// The document as a tree.
  public static func document(_ catalog: Catalog) -> OSCALElement {
    let metadata = OSCALMetadataWriter(metadata: catalog.metadata)
    var document = OSCALElement("catalog", [], [.element(metadata.element())])
    let parameters = ParameterAccount(
      catalog.metadata.properties.map { NodeAccount.Fact(kind: .property, name: $0.name, value: $0.value) })
    for parameter in parameters.elements { document.append(parameter) }
    let writer = OSCALNodeWriter(catalog: catalog, isFromOSCAL: metadata.isFromOSCAL)
    for element in writer.topElements() { document.append(element) }
    let resources = resources(of: catalog)
    if !resources.isEmpty {
      document.append(OSCALElement("back-matter", [], resources.map(OSCALElement.Content.element)))
    }
    let own = catalog.metadata.properties.first { $0.name == "uuid" }?.value
    document["uuid"] = own.flatMap { OSCALIdentity.isUUID($0) ? $0 : nil } ?? OSCALIdentity.uuid(of: document)
    return document
  }

  /// The cited resources; links in their citations, which the graph keeps with the metadata, go back to where the
  /// citation names them, else to the end.
  private static func resources(of catalog: Catalog) -> [OSCALElement] {
    var resources = catalog.resources.map { resource($0) }
    var place = 0
    for link in OSCALMetadataWriter(metadata: catalog.metadata).inlineLinks.ofResources {
      guard let last = resources.indices.last else { break }
      place = resources[place...].firstIndex { $0.text.contains(link) } ?? last
      resources[place] = resources[place].withLink(to: link)
    }
    return resources
  }

  private static func resource(_ resource: Resource) -> OSCALElement {
    var element = OSCALElement("resource", [.init("uuid", resource.id)])
    if let title = resource.title { element.append(OSCALElement("title", text: title)) }
    if let citation = resource.citation {
      // What stands before the last line is what the resource says about itself.
      let lines = citation.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let description = lines.dropLast().joined(separator: "\n")
      if !description.isEmpty {
        element.append(
          OSCALElement("description", [], OSCALProse().blocks(description).map { .element($0) }))
      }
      element.append(
        OSCALElement("citation", [], [.element(OSCALElement("text", text: lines.last ?? ""))]))
    }
    for link in resource.links { element.append(OSCALElement("rlink", [.init("href", link)])) }
    return element
  }
}

extension OSCALElement {
  /// The resource with one more link in its citation.
  fileprivate func withLink(to target: String) -> OSCALElement {
    var copy = self
    let link = OSCALElement("a", [.init("href", target)])
    for index in copy.content.indices {
      guard case .element(var citation) = copy.content[index], citation.name == "citation",
        var text = citation.first("text")
      else { continue }
      text.append(link)
      citation.content = [.element(text)]
      copy.content[index] = .element(citation)
    }
    return copy
  }
}
