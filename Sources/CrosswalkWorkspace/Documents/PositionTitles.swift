import CrosswalkModel

/// The titles of what positions are about, as far as a document's frameworks and template have them.
struct PositionTitles {
  private let titles: [ControlID: String]
  private let claims: [ClaimID: MappingClaim]
  private let sections: [String: String]
  private let template: String

  init(_ material: DocumentMaterial) {
    let wanted = Set(
      material.abouts.compactMap { about -> ControlID? in
        if case .node(let id) = about { id } else { nil }
      })
    titles = material.graph.catalogs.titles(of: wanted, in: material.words)
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
    case .claim(let id): claims[id].map { "\($0.source.spelled) – \($0.target.spelled)" } ?? ""
    case .section(let template, let section): template == self.template ? sections[section] ?? "" : ""
    }
  }
}
