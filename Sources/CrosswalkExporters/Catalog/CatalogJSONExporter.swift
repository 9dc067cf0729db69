import CrosswalkModel

/// Writes a catalog as JSON, schema `crosswalk-catalog/1`: everything that the graph knows about it.
public struct CatalogJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-catalog/1"
    var framework, revision, title: String
    @Nullable var publisher: String?
    @Nullable var language: String?
    @Nullable var asOf: String?
    @Nullable var licence: String?
    @Nullable var source: String?
    @Nullable var selection: String?
    var properties: [Fact]
    var nodes: [Node]
    var resources: [CitedResource]

    init(_ catalog: Catalog) {
      let metadata = catalog.metadata
      framework = metadata.id.framework.rawValue
      revision = metadata.id.revision.rawValue
      title = metadata.title
      publisher = metadata.publisher
      language = metadata.language
      asOf = metadata.asOf?.description
      licence = metadata.licence
      source = metadata.source
      selection = metadata.selection
      properties = metadata.properties.map(Fact.init)
      nodes = catalog.nodes.filter { $0.parent == nil }.map(Node.init)
      resources = catalog.resources.map(CitedResource.init)
    }
  }

  private struct Fact: Encodable {
    var name, value: String

    init(_ property: Property) {
      name = property.name
      value = property.value
    }
  }

  private struct Node: Encodable {
    var id, kind, label, title, text, summary: String
    @Nullable var modality: String?
    var roles: [String]
    @Nullable var appliesFrom: String?
    @Nullable var appliesNote: String?
    var withdrawn, assessable: Bool
    var aliases: [String]
    var properties, links, notes: [Fact]
    var parts: [Node]

    init(_ node: CatalogNode) {
      id = node.local
      kind = node.kind.name
      label = node.label
      title = node.title
      text = node.text
      summary = node.summary
      modality = node.modality?.rawValue
      roles = node.roles.names
      appliesFrom = node.appliesFrom?.description
      appliesNote = node.appliesNote.isEmpty ? nil : node.appliesNote
      withdrawn = node.isWithdrawn
      assessable = node.isAssessable
      aliases = node.aliases
      properties = node.properties.map(Fact.init)
      links = node.links.map(Fact.init)
      notes = node.notes.map(Fact.init)
      parts = node.children.map(Node.init)
    }
  }

  private struct CitedResource: Encodable {
    var id: String
    @Nullable var title: String?
    @Nullable var citation: String?
    var links: [String]

    init(_ resource: Resource) {
      id = resource.id
      title = resource.title
      citation = resource.citation
      links = resource.links
    }
  }

  /// Creates an exporter.
  public init() {}

  /// The whole document.
  public func export(_ catalog: Catalog) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(catalog))
  }
}
