import CrosswalkModel

/// Finds claims of cover that no claims about statements bear out.
///
/// "Superset" is the typical error where "intersects" is right. A claim that a node covers another, one of them with parts,
/// is borne out where every assessable part of the covered end is covered by other claims of statements: by the
/// covering end itself, if it has no parts, or by parts of it.
struct WitnessSearch {
  private let network: RelationNetwork
  private let covers: [Cover]
  /// For each covered row, the places (in `covers`) of claims about it.
  private var coversOfRow: [Row: [Int]] = [:]

  private struct Row: Hashable {
    let catalog: Int
    let row: Int
  }

  /// "The one covers the other", as a claim says it.
  private struct Cover {
    let claim: Int
    let covering: [Row]
    let covered: [Row]
  }

  /// Reads the claims of `network` that say something covers something.
  init(_ network: RelationNetwork) {
    self.network = network
    covers = network.claims.indices.flatMap { Self.covers(of: $0, in: network) }
    for (place, cover) in covers.enumerated() {
      for row in cover.covered { coversOfRow[row, default: []].append(place) }
    }
  }

  /// The claims without witnesses, in the order of the network, with the parts that lack one.
  func unwitnessed() -> [(claim: Int, parts: [ControlID])] {
    var found: [(claim: Int, parts: [ControlID])] = []
    for cover in covers {
      let parts = partsWithoutWitness(cover)
      if parts.isEmpty { continue }
      if found.last?.claim == cover.claim {
        found[found.count - 1].parts += parts
      } else {
        found.append((cover.claim, parts))
      }
    }
    return found
  }

  private static func covers(of claim: Int, in network: RelationNetwork) -> [Cover] {
    let relations = network.claims[claim].relations
    guard !network.claims[claim].isNoCounterpart, !relations.isEmpty,
      let index = network.factsOfClaim[claim].first,
      let source = rows(of: network.facts[Int(index)].first, in: network),
      let target = rows(of: network.facts[Int(index)].second, in: network)
    else { return [] }
    var covers: [Cover] = []
    if relations.isSubset(of: .covering) {
      covers.append(.init(claim: claim, covering: source, covered: target))
    }
    if relations.isSubset(of: .within) {
      covers.append(.init(claim: claim, covering: target, covered: source))
    }
    return covers
  }

  /// The rows that a node stands for; `nil` where one has no catalog.
  private static func rows(of node: NodeIndex, in network: RelationNetwork) -> [Row]? {
    switch network.nodes[Int(node)] {
    case .control(let catalog, let row): return [Row(catalog: catalog, row: row)]
    case .union(let members, _):
      let parts = members.compactMap { rows(of: $0, in: network) }
      return parts.count == members.count ? parts.flatMap { $0 } : nil
    case .foreign, .everything: return nil
    }
  }

  private func partsWithoutWitness(_ cover: Cover) -> [ControlID] {
    guard (cover.covering + cover.covered).contains(where: hasParts) else { return [] }
    return cover.covered.flatMap { whole in
      assessableParts(of: whole).filter { !isWitnessed($0, of: whole, cover) }.map { part in
        let structure = network.structures[part.catalog]
        return ControlID(framework: structure.catalog.framework, local: structure.local(part.row))
      }
    }
  }

  /// Whether another claim says that a statement of the covering end covers `part`, or what holds it below `whole`.
  private func isWitnessed(_ part: Row, of whole: Row, _ cover: Cover) -> Bool {
    let structure = network.structures[part.catalog]
    let between = structure.wholes(of: part.row).prefix { $0 != whole.row }
    let rows = [part] + between.map { Row(catalog: part.catalog, row: $0) }
    return rows.contains { row in
      (coversOfRow[row] ?? []).contains { place in
        let witness = covers[place]
        return witness.claim != cover.claim
          && witness.covering.allSatisfy { !hasParts($0) && isWithin($0, cover.covering) }
      }
    }
  }

  private func hasParts(_ row: Row) -> Bool { !network.structures[row.catalog].parts(of: row.row).isEmpty }

  private func isWithin(_ row: Row, _ wholes: [Row]) -> Bool {
    wholes.contains { whole in
      whole == row
        || whole.catalog == row.catalog
          && network.structures[row.catalog].wholes(of: row.row).contains(whole.row)
    }
  }

  /// What of a node is assessed: its parts, or where none is assessed, itself.
  private func assessableParts(of whole: Row) -> [Row] {
    let structure = network.structures[whole.catalog]
    var parts: [Row] = []
    var pending = structure.parts(of: whole.row).reversed().map { $0 }
    while let row = pending.popLast() {
      if structure.catalog[row].isAssessable { parts.append(Row(catalog: whole.catalog, row: row)) }
      pending += structure.parts(of: row).reversed()
    }
    return parts.isEmpty ? [whole] : parts
  }
}
