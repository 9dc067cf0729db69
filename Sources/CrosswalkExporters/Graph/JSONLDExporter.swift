import CrosswalkModel

/// A graph as JSON-LD for triple stores: frameworks and their nodes in SKOS, claims in the terms of SSSOM.
///
/// The default graph holds the frameworks, every claim as a node of its own, and as matches of SKOS what reviewed claims
/// say. What unreviewed claims say of pairs stands in a named graph, so that no query takes a draft for a fact. The context
/// is in the document.
public struct JSONLDExporter: Exporter {
  private struct Document: Encodable {
    var context: LinkedValue
    var graph: [LinkedValue]

    private enum CodingKeys: String, CodingKey {
      case context = "@context"
      case graph = "@graph"
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; frameworks and claims in the order of the graph.
  public func export(_ graph: CrosswalkGraph) throws(ExportError) -> [UInt8] {
    let mappings = LinkedMappings(stale: graph.staleClaims)
    var nodes: [LinkedValue] = [Self.description(graph)]
    nodes += graph.catalogs.flatMap(LinkedConcepts.nodes)
    nodes += mappings.unions(in: graph.claims) + graph.claims.map(mappings.node)
    nodes += mappings.matches(in: graph.claims.filter(\.isReviewed))
    let drafts = mappings.matches(in: graph.claims.filter { !$0.isReviewed })
    if !drafts.isEmpty {
      nodes.append(.node(["@id": .text(LinkedName.drafts), "@graph": .list(drafts)]))
    }
    return try JSONDocument.bytes(of: Document(context: LinkedContext.value, graph: nodes))
  }

  private static func description(_ graph: CrosswalkGraph) -> LinkedValue {
    .node([
      "@id": .text("\(SSSOMExporter.namespace)graph"),
      "notice": .text(graph.claims.filter { !$0.isAlternativeRoute }.notice),
    ])
  }
}
