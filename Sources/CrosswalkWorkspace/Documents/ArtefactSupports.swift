import CrosswalkMapper
import CrosswalkModel

/// What each piece of evidence supports, as fields: what the subject file names, then what that bears on through
/// claims on the other side.
struct ArtefactSupports {
  /// The statements by the ids of the evidence.
  private(set) var byEvidence: [String: [FieldRecord]] = [:]
  private let words: Words
  private let links: LinkFields
  private let frameworks: ComparedFrameworks
  private let supported: [String: [ControlID]]

  /// - Throws: `MapperError`.
  init(_ material: DocumentMaterial, _ links: LinkFields) throws(MapperError) {
    words = material.words
    self.links = links
    frameworks = material.frameworks
    supported = material.names.supported
    guard material.roots.useAny(of: "evidence", "requirements", "sections") else { return }
    addDirect()
    // What is reached costs a closure for each pair of frameworks: only where the register of evidence is shown.
    if material.roots.use("evidence") {
      try addReached(material.names.evidence.map(\.id))
    }
  }

  private mutating func addDirect() {
    let titles = frameworks.graph.catalogs.titles(of: Set(supported.values.joined()), in: words)
    byEvidence = supported.mapValues { ids in
      ids.map { id in
        record(
          of: id, title: titles[id] ?? "",
          ["direct": .flag(true), "via": .text(words(.directly)), "state": .text(""), "missing": .text("")])
      }
    }
  }

  /// For every framework, what the artefacts that support the other side's frameworks reach of it, alone and together.
  private mutating func addReached(_ evidence: [String]) throws(MapperError) {
    let artefacts = evidence.map { ArtefactAnalysis.Artefact(id: $0, supports: supported[$0] ?? []) }
    for target in frameworks.ids {
      for reach in try frameworks.reaches(of: artefacts, in: target) {
        for artefact in reach.artefacts {
          // What the authors name needs no claim.
          if supported[artefact]?.contains(reach.target) == true { continue }
          byEvidence[artefact, default: []].append(record(of: reach, for: artefact))
        }
      }
    }
  }

  private func record(of reach: ArtefactReport.Reach, for artefact: String) -> FieldRecord {
    let claims = reach.support.derivation.claims
    let claim = claims.count == 1 ? words(.claim, String(claims[0].rawValue.prefix(8))) : words(.derived)
    let source = reach.support.source.map(\.description).joined(separator: " | ")
    let unreached = reach.missing.parts.map(\.local).joined(separator: ", ")
    let missing =
      [reach.missing.note ?? ""] + (unreached.isEmpty ? [] : [words(.unreached, unreached)])
    let others = reach.artefacts.filter { $0 != artefact }
    let via =
      [words(.via, source, claim, words(reach.support.relations)), words(reach.extent)]
      + (others.isEmpty ? [] : [words(.together, others.joined(separator: ", "))])
    return record(
      of: reach.target, title: reach.title,
      [
        "direct": .flag(false), "via": .text(words.sequence(via)),
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
