import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Every equivalence that is listed holds in every assignment of regions that fits the claims.
@Suite struct EquivalenceOracleTests {
  private static let sources = ["S", "s1", "s2", "X"]
  private static let targets = ["t1", "t2", "Y"]

  /// A random end: one node, or sometimes a union of two.
  private static func end(_ names: [String], using generator: inout SeededGenerator) -> [String] {
    let first = names.randomElement(using: &generator) ?? names[0]
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return [first] }
    return Array(Set([first, names.randomElement(using: &generator) ?? first])).sorted()
  }

  private struct Claim {
    let source: [String]
    let relations: RelationshipSet
    let target: [String]
  }

  /// The nodes that are free to be any region; S is the union of the first two.
  private static let free = ["s1", "s2", "X", "t1", "t2", "Y"]

  /// The free nodes that an end is the union of.
  private static func members(_ end: [String]) -> [Int] {
    end.flatMap { name in name == "S" ? [0, 1] : free.indices.filter { free[$0] == name } }
  }

  private static func region(_ members: [Int], _ regions: [Int]) -> Int {
    members.reduce(0) { $0 | regions[$1] }
  }

  /// Every assignment of regions of three atoms that fits the claims.
  private static func models(_ claims: [Claim]) -> [[Int]] {
    let checks = claims.map { (members($0.source), $0.relations, members($0.target)) }
    var models: [[Int]] = []
    func extend(_ regions: [Int]) {
      for (source, relations, target) in checks where (source + target).max() == regions.count - 1 {
        guard relations.contains(relationship(region(source, regions), region(target, regions))) else {
          return
        }
      }
      if regions.count == free.count { return models.append(regions) }
      for value in 1...7 { extend(regions + [value]) }
    }
    extend([])
    return models
  }

  private static let sets: [RelationshipSet] = [
    .equal, .equal, [.equal, .supersetOf], [.equal, .subsetOf], .subsetOf, .supersetOf, .covering, .within,
  ]

  private static func claims(seed: Int) -> [Claim] {
    var generator = SeededGenerator(state: UInt64(seed))
    return (0..<Int.random(in: 3...6, using: &generator)).map { _ in
      Claim(
        source: end(sources, using: &generator), relations: sets.randomElement(using: &generator) ?? .equal,
        target: end(targets, using: &generator))
    }
  }

  private static func graph(_ claims: [Claim]) throws -> CrosswalkGraph {
    var test = TestGraph()
    try test.add("src", "S [union]\n  s1\n  s2\nX")
    try test.add("law", "t1\nt2\nY")
    for claim in claims {
      try test.claim(
        claim.source.map { "src/\($0)" }.joined(separator: " | "), claim.relations,
        claim.target.map { "law/\($0)" }.joined(separator: " | "))
    }
    return test.graph
  }

  /// Without this the test below could pass because nothing is ever listed.
  @Test func theRandomClaimsGivePairsAndGroupsOfEveryKind() throws {
    var counts: [EquivalenceReport.Kind: Int] = [:]
    for seed in 0..<50 {
      let claims = Self.claims(seed: seed)
      guard !Self.models(claims).isEmpty else { continue }
      for entry in try EquivalenceTests.report(Self.graph(claims)).entries {
        counts[entry.kind, default: 0] += 1
      }
    }
    #expect(
      EquivalenceReport.Kind.allCases.filter { $0 != .open }.allSatisfy { counts[$0, default: 0] > 5 },
      "\(counts)")
  }

  @Test(arguments: 0..<50)
  func whatIsListedHoldsInEveryModel(seed: Int) throws {
    let claims = Self.claims(seed: seed)
    let models = Self.models(claims)
    let report = try EquivalenceTests.report(Self.graph(claims))
    // Without a model every relation holds; what a conflict leaves standing is tested elsewhere.
    guard !models.isEmpty else { return }
    for entry in report.entries {
      let (source, target) = (
        Self.members(entry.source.map(\.local)), Self.members(entry.target.map(\.local))
      )
      let holds = models.allSatisfy {
        entry.relations.contains(relationship(Self.region(source, $0), Self.region(target, $0)))
      }
      #expect(holds, "\(entry.kind) \(entry.source) \(entry.target) \(claims)")
      let isMutual = entry.kind == .equal || entry.kind == .mutual
      #expect(isMutual == (entry.relations == .equal))
    }
  }
}
