import CrosswalkModel

/// One control with its parts, claims and relations as JSON, schema `crosswalk-control/1`.
public struct ControlJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-control/1"
    var id, label, title, text, summary, kind: String
    var parts: [Part]
    @Nullable var modality: String?
    var roles: [String]
    @Nullable var appliesFrom: String?
    @Nullable var appliesNote: String?
    var withdrawn: Bool
    var properties, links, notes: [Fact]
    var from: String
    var claims: [ClaimDocument]
    var alternatives: [ClaimDocument]
    var derived: [Derived]
    /// Left out where claims were followed without limit.
    var longestChain: Int?
    var revisions: [String]
    @Nullable var knownSince: String?
    /// Left out where everything counts that the store knows.
    var knownBy: String?
    /// Left out where nobody has said anything about it.
    var positions: [BothPositionsDocument]?

    init(_ view: ControlView) {
      let node = view.node
      id = node.id.description
      label = node.label
      title = node.title
      text = node.text
      summary = node.summary
      kind = node.kind.name
      parts = node.children.map(Part.init)
      modality = node.modality?.rawValue
      roles = node.roles.names
      appliesFrom = node.appliesFrom?.description
      appliesNote = node.appliesNote.isEmpty ? nil : node.appliesNote
      withdrawn = node.isWithdrawn
      properties = node.properties.map(Fact.init)
      links = node.links.map(Fact.init)
      notes = node.notes.map(Fact.init)
      from = node.location.description
      claims = view.claims.map { ClaimDocument($0, remarks: view.remarks) }
      alternatives = view.alternatives.map { ClaimDocument($0, remarks: view.remarks) }
      derived = view.derived.map(Derived.init)
      longestChain = view.longestChain
      revisions = view.revisions.map(\.rawValue)
      knownSince = view.knownSince
      knownBy = view.knownBy?.description
      let held = view.positions.all(on: .node(node.id)).filter { !$0.isEmpty }
      if !held.isEmpty { positions = held.map(BothPositionsDocument.init) }
    }
  }

  /// A node below the control; its own text only, its parts nested.
  private struct Part: Encodable {
    var id, label, title, text, summary, kind: String
    @Nullable var modality: String?
    var withdrawn: Bool
    var parts: [Part]

    init(_ node: CatalogNode) {
      id = node.id.description
      label = node.label
      title = node.title
      text = node.text
      summary = node.summary
      kind = node.kind.name
      modality = node.modality?.rawValue
      withdrawn = node.isWithdrawn
      parts = node.children.map(Part.init)
    }
  }

  private struct Fact: Encodable {
    var name, value: String

    init(_ property: Property) {
      name = property.name
      value = property.value
    }
  }

  private struct Derived: Encodable {
    var other: String
    var relations: [String]

    init(_ derived: ControlView.Derived) {
      other = derived.other.description
      relations = derived.relations.relationships.map(\.rawValue)
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; parts in document order, claims and relations in the order given.
  public func export(_ view: ControlView) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(view))
  }
}
