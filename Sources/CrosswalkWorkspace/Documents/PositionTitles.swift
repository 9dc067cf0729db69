import CrosswalkModel

/// The titles of what positions are about, as far as a document's frameworks and template have them.
struct PositionTitles {
  private let titles: [ControlID: String]
  private let claims: [ClaimID: MappingClaim]
  private let sections: [String: String]
  private let template: String

  init(_ material: DocumentMaterial) {
    var titles: [ControlID: String] = [:]
    let wanted = Set(
      material.abouts.flatMap { about -> [ControlID] in
        switch about {
        case .node(let id): [id]
        case .claim, .section: []
        }
      })
    for catalog in material.graph.catalogs where wanted.contains(where: { $0.framework == catalog.framework })
    {
      for node in catalog.nodes where wanted.contains(node.id) {
        titles[node.id] = ShownText(node, material.words).title
      }
    }
    self.titles = titles
    claims = Dictionary(
      material.graph.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    template = material.manifest.sectionHolder
    sections = Dictionary(
      (material.manifest.sections ?? []).map { ($0.id, material.words.label($0.title)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The title; empty where nothing here has one.
  func title(_ about: BilateralPosition.About) -> String {
    switch about {
    case .node(let id): titles[id] ?? ""
    case .claim(let id): claims[id].map { "\(Self.names($0.source)) – \(Self.names($0.target))" } ?? ""
    case .section(let template, let section): template == self.template ? sections[section] ?? "" : ""
    }
  }

  private static func names(_ end: ClaimEnd) -> String {
    switch end {
    case .framework(let framework): framework.rawValue
    case .nodes(let nodes): nodes.map(\.description).joined(separator: " | ")
    }
  }
}
