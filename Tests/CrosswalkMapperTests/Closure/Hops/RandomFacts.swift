import CrosswalkModel
import Synchronization

@testable import CrosswalkMapper

/// Random claims that are true of random regions, some parts and wholes, and the oracle that the hop search is
/// held against.
struct RandomFacts {
  let count: Int
  let claims: [LabelledEdge]
  let structure: [LabelledEdge]

  init(nodes: Int, claims: Int, parts: Int, using generator: inout SeededGenerator) {
    count = nodes
    var regions = (0..<nodes).map { _ in Int.random(in: 1...63, using: &generator) }
    var structure: [LabelledEdge] = []
    for _ in 0..<parts {
      let whole = Int.random(in: 1..<nodes, using: &generator)
      let part = Int.random(in: 0..<whole, using: &generator)
      // Parts come before their wholes, so that no whole grows after it became a part.
      if structure.contains(where: { $0.first == whole }) { continue }
      regions[whole] |= regions[part]
      structure.append(LabelledEdge(Int32(part), .within, Int32(whole)))
    }
    self.structure = structure
    self.claims = RandomNetwork(regions: regions, claims: claims, using: &generator).edges
  }

  var search: HopSearch { HopSearch(nodes: count, claims: claims, structure: structure) }

  /// What all chains of at most `length` claims and any structure have in common, row by row, by trying each.
  func intersectionOverAllChains(length: Int) -> [RelationshipSet] {
    var common = [RelationshipSet](repeating: .all, count: count * count)
    for source in 0..<count {
      var visited: Set<Int> = [source]
      walk(source, .equal, length, &visited) { node, relations in
        common[source * count + node].formIntersection(relations)
      }
    }
    return common
  }

  private func walk(
    _ node: Int, _ relations: RelationshipSet, _ left: Int, _ visited: inout Set<Int>,
    _ found: (Int, RelationshipSet) -> Void
  ) {
    found(node, relations)
    for other in 0..<count where !visited.contains(other) {
      for (said, cost) in [(between(node, other, claims), 1), (between(node, other, structure), 0)] {
        guard let said, cost <= left else { continue }
        visited.insert(other)
        walk(other, relations.composed(with: said), left - cost, &visited, found)
        visited.remove(other)
      }
    }
  }

  /// What facts of one kind say together; `nil` where there is none, or where they exclude each other.
  private func between(_ first: Int, _ second: Int, _ facts: [LabelledEdge]) -> RelationshipSet? {
    var said: RelationshipSet = .all
    for fact in facts {
      if Int(fact.first) == first && Int(fact.second) == second { said.formIntersection(fact.relations) }
      if Int(fact.second) == first && Int(fact.first) == second {
        said.formIntersection(fact.relations.converse)
      }
    }
    return said.isEmpty || said == .all ? nil : said
  }
}

/// Collects what several threads find.
final class Rows: Sendable {
  private let rows = Mutex<[Int32: [LabelledEdge]]>([:])

  func set(_ source: Int32, _ edges: [LabelledEdge]) { rows.withLock { $0[source] = edges } }

  func of(_ source: Int32) -> [LabelledEdge] { rows.withLock { $0[source] ?? [] } }
}
