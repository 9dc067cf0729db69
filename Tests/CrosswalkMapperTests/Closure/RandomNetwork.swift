import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// A network of plain nodes with random claims between them, and the oracles that the closure is held against.
struct RandomNetwork {
  let count: Int
  /// For each claim, its two nodes and what it says.
  private(set) var claims: [(first: Int, second: Int, relations: RelationshipSet)] = []

  /// Random sets on random pairs: such networks may contradict themselves.
  init(nodes: Int, claims: Int, using generator: inout SeededGenerator) {
    count = nodes
    for _ in 0..<claims {
      let first = Int.random(in: 0..<nodes, using: &generator)
      let second = (first + Int.random(in: 1..<nodes, using: &generator)) % nodes
      self.claims.append((first, second, RelationshipSet(rawValue: .random(in: 1...30, using: &generator))))
    }
  }

  /// Sets that hold between random regions: such networks never contradict themselves.
  init(regions: [Int], claims: Int, using generator: inout SeededGenerator) {
    self.init(nodes: regions.count, claims: claims, using: &generator)
    for index in self.claims.indices {
      let (first, second, _) = self.claims[index]
      let noise = RelationshipSet(
        rawValue: .random(in: 0...31, using: &generator) & .random(in: 0...31, using: &generator))
      self.claims[index].relations = relationship(regions[first], regions[second]).union(noise)
    }
  }

  /// Puts other relations in the place of those of each claim.
  mutating func setRelations(_ relations: [RelationshipSet]) {
    for (index, relations) in relations.enumerated() { claims[index].relations = relations }
  }

  /// The same network as a graph whose nodes no catalog holds.
  func graph() throws -> CrosswalkGraph {
    var test = TestGraph()
    for claim in claims { try test.claim(Self.name(claim.first), claim.relations, Self.name(claim.second)) }
    return test.graph
  }

  static func name(_ node: Int) -> String { "f\(node % 3)/n\(node)" }

  /// What the closure gives, as a matrix.
  static func matrix(_ closure: RelationshipClosure, _ count: Int) throws -> [[RelationshipSet]] {
    let names = try (0..<count).map { try TestGraph.control(name($0)) }
    return names.map { source in
      names.map { source == $0 ? .equal : closure.relations(from: source, to: $0) }
    }
  }

  /// Path consistency in its plainest form; `nil` where a pair becomes empty.
  func referenceClosure() -> [[RelationshipSet]]? {
    var matrix = [[RelationshipSet]](repeating: .init(repeating: .all, count: count), count: count)
    for node in 0..<count { matrix[node][node] = .equal }
    for claim in claims {
      matrix[claim.first][claim.second].formIntersection(claim.relations)
      matrix[claim.second][claim.first].formIntersection(claim.relations.converse)
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for a in 0..<count {
        for b in 0..<count {
          for c in 0..<count {
            let left = matrix[a][c].intersection(matrix[a][b].composed(with: matrix[b][c]))
            if left != matrix[a][c] {
              matrix[a][c] = left
              hasChanged = true
            }
          }
        }
      }
    }
    return matrix.joined().contains { $0.isEmpty } ? nil : matrix
  }

  /// The relations that some assignment of regions to all nodes shows; empty sets where there is no assignment.
  func shownByRegions() -> [[RelationshipSet]] {
    var shown = [[RelationshipSet]](repeating: .init(repeating: [], count: count), count: count)
    var assignment: [Int] = []
    search(&assignment, &shown)
    return shown
  }

  private func search(_ assignment: inout [Int], _ shown: inout [[RelationshipSet]]) {
    let node = assignment.count
    if node == count {
      for a in 0..<count {
        for b in 0..<count { shown[a][b].formUnion(relationship(assignment[a], assignment[b])) }
      }
      return
    }
    for region in regions {
      assignment.append(region)
      let fits = claims.allSatisfy { claim in
        guard max(claim.first, claim.second) == node else { return true }
        return claim.relations.contains(relationship(assignment[claim.first], assignment[claim.second]))
      }
      if fits { search(&assignment, &shown) }
      assignment.removeLast()
    }
  }
}
