import CrosswalkModel

/// A framework as a concept scheme of SKOS, and its nodes as concepts.
enum LinkedConcepts {
  /// The scheme, then the concepts in document order.
  static func nodes(of catalog: Catalog) -> [LinkedValue] {
    [scheme(catalog)] + catalog.nodes.map { concept($0, language: catalog.metadata.language) }
  }

  private static func scheme(_ catalog: Catalog) -> LinkedValue {
    let metadata = catalog.metadata
    let tops = catalog.nodes.filter { $0.parent == nil }.map { LinkedName.node($0.id) }
    let members: [String: LinkedValue?] = [
      "@id": .text(LinkedName.framework(catalog.framework)), "@type": .text("skos:ConceptScheme"),
      "title": .text(metadata.title, language: metadata.language),
      "version": .text(metadata.id.revision.rawValue),
      "as_of": .words(metadata.asOf?.description), "language": .words(metadata.language),
      "publisher": .words(metadata.publisher), "licence": .words(metadata.licence),
      "source": .words(metadata.source),
      "note": .words(metadata.selection.map { "A selection: \($0)" }), "hasTopConcept": .texts(tops),
    ]
    return .node(members.compactMapValues(\.self))
  }

  private static func concept(_ node: CatalogNode, language: String?) -> LinkedValue {
    let name = [node.title, node.label, node.local].first { !$0.isEmpty } ?? node.local
    let scheme = LinkedName.framework(node.id.framework)
    var members: [String: LinkedValue?] = [
      "@id": .text(LinkedName.node(node.id)), "@type": .text("skos:Concept"), "inScheme": .text(scheme),
      "notation": .text(node.local), "prefLabel": .text(name, language: language),
      "kind": .text(node.kind.name),
      // The official text and this project's summary are two things.
      "definition": node.text.isEmpty ? nil : .text(node.text, language: language),
      "note": .words(node.summary), "hiddenLabel": .texts(node.aliases),
      "modality": .words(node.modality?.rawValue), "role": .texts(node.roles.names),
      "applies_from": .words(node.appliesFrom?.description),
      "withdrawn": node.isWithdrawn ? .text("true") : nil,
    ]
    let parts = node.children.filter { $0.kind != .guidance }.map { LinkedName.node($0.id) }
    members["narrower"] = .texts(parts)
    if let parent = node.parent {
      // Guidance is about what holds it and no narrower requirement.
      members[node.kind == .guidance ? "isPartOf" : "broader"] = .text(LinkedName.node(parent.id))
    } else {
      members["topConceptOf"] = .text(scheme)
    }
    return .node(members.compactMapValues(\.self))
  }
}
