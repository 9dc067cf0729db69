import CrosswalkMapper
import CrosswalkModel

/// What each piece of evidence supports, as fields: what the subject file names, then what that bears on through
/// claims on the other side.
struct ArtefactSupports {
  /// The statements by the ids of the evidence.
  private(set) var byEvidence: [String: [FieldRecord]] = [:]
  private let words: Words
  private let links: LinkFields
  private let graph: CrosswalkGraph
  private let supported: [String: [ControlID]]

  /// - Throws: `MapperError`.
  init(_ material: DocumentMaterial, _ links: LinkFields) throws(MapperError) {
    words = material.words
    self.links = links
    graph = material.graph
    supported = material.names.supported
    guard material.roots.useAny(of: "evidence", "requirements", "sections") else { return }
    addDirect()
    // What is reached costs a closure for each pair of frameworks: only where the register of evidence is shown.
    if material.roots.use("evidence") {
      try addReached(material.names.evidence.map(\.id), of: material.frameworks)
    }
  }

  private mutating func addDirect() {
    var titles: [ControlID: String] = [:]
    let wanted = Set(supported.values.joined())
    for catalog in graph.catalogs where wanted.contains(where: { $0.framework == catalog.framework }) {
      for node in catalog.nodes where wanted.contains(node.id) {
        titles[node.id] = ShownText(node, words).title
      }
    }
    byEvidence = supported.mapValues { ids in
      ids.map { id in
        record(
          of: id, title: titles[id] ?? "",
          ["direct": .flag(true), "via": .text(words(.directly)), "state": .text(""), "missing": .text("")])
      }
    }
  }

  /// For every framework, what the artefacts that support the other side's frameworks reach of it.
  private mutating func addReached(_ evidence: [String], of frameworks: [FrameworkID]) throws(MapperError) {
    let artefacts = evidence.map { ArtefactAnalysis.Artefact(id: $0, supports: supported[$0] ?? []) }
    for target in frameworks {
      guard let side = BilateralPosition.Side(of: target) else { continue }
      let sources = frameworks.filter { BilateralPosition.Side(of: $0) == side.other }
      let found = try ArtefactAnalysis().target(target, from: sources, artefacts: artefacts, graph: graph)
      for reach in found.reaches where reach.artefacts.count == 1 {
        // What the authors name needs no claim.
        if supported[reach.artefacts[0]]?.contains(reach.target) == true { continue }
        byEvidence[reach.artefacts[0], default: []].append(record(of: reach))
      }
    }
  }

  private func record(of reach: ArtefactReport.Reach) -> FieldRecord {
    let claims = reach.support.derivation.claims
    let claim = claims.count == 1 ? words(.claim, String(claims[0].rawValue.prefix(8))) : words(.derived)
    let source = reach.support.source.map(\.description).joined(separator: " | ")
    let unreached = reach.missing.parts.map(\.local).joined(separator: ", ")
    let missing =
      [reach.missing.note ?? ""] + (unreached.isEmpty ? [] : [words(.unreached, unreached)])
    return record(
      of: reach.target, title: reach.title,
      [
        "direct": .flag(false),
        "via": .text(
          words.sequence([words(.via, source, claim, words(reach.support.relations)), words(reach.extent)])),
        "state": .text(links.state(of: reach.support.derivation)),
        "missing": .text(missing.filter { !$0.isEmpty }.joined(separator: " ")),
      ])
  }

  private func record(of id: ControlID, title: String, _ fields: FieldRecord) -> FieldRecord {
    fields.merging([
      "ref": .text(id.description), "title": .text(title),
      "framework": .text(links.titles[id.framework] ?? id.framework.rawValue),
      "side": .given(BilateralPosition.Side(of: id.framework)?.name),
    ])
  }
}

extension BilateralPosition.Side {
  /// The side that a framework comes from, by the name that this project gives it; `nil` for others.
  init?(of framework: FrameworkID) {
    switch framework.rawValue.prefix(while: { $0 != "-" }) {
    case "eu": self = .eu
    case "nist", "us", "omb": self = .us
    default: return nil
    }
  }

  var other: Self { self == .us ? .eu : .us }
}
