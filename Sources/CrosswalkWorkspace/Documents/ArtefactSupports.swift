import CrosswalkModel

/// What each piece of evidence supports, as fields.
struct ArtefactSupports {
  /// The statements by the ids of the evidence.
  let byEvidence: [String: [FieldRecord]]

  init(_ material: DocumentMaterial) {
    guard material.roots.useAny(of: "evidence", "requirements") else {
      byEvidence = [:]
      return
    }
    var titles: [ControlID: String] = [:]
    let wanted = Set(material.names.supported.values.joined())
    for catalog in material.graph.catalogs where wanted.contains(where: { $0.framework == catalog.framework })
    {
      for node in catalog.nodes where wanted.contains(node.id) {
        titles[node.id] = ShownText(node, material.words).title
      }
    }
    byEvidence = material.names.supported.mapValues { ids in
      ids.map { id in
        [
          "ref": .text(id.description), "title": .given(titles[id]),
          "framework": .given(material.graph.catalog(id.framework)?.metadata.title ?? id.framework.rawValue),
          "side": .text(""), "direct": .flag(true), "via": .text(material.words(.directly)),
          "state": .text(""), "missing": .text(""),
        ]
      }
    }
  }
}
