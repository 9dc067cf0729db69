import CrosswalkModel
import Testing

/// Two small frameworks with random claims between them: what reports and questions are tested on.
struct RandomQuestion {
  private(set) var test = TestGraph()
  static let sources = ["a", "a.1", "a.2", "b", "b.1", "c"]
  static let targets = ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "3"]

  private static let source = """
    a
      a.1
      a.2
    b
      b.1
    c
    """
  private static let law = """
    1 [union]
      1.1
      1.2
      1.3
    2
      2.1
      2.2
    3
    """

  private static let relations: [RelationshipSet] = [
    .related, .intersectsWith, .supersetOf, .subsetOf, .equal, .disjoint, .related, .covering,
  ]

  /// - Parameter stale: How many of the claims, at most, are about another text.
  init(claims: Int, stale: Int = 0, using generator: inout SeededGenerator) throws {
    try test.add("src", Self.source)
    try test.add("law", Self.law)
    for _ in 0..<claims { try addClaim(using: &generator) }
    for claim in test.claims.shuffled(using: &generator).prefix(stale) { test.stale.insert(claim.id) }
  }

  mutating func addClaim(using generator: inout SeededGenerator) throws {
    let target = "law/" + (Self.targets.randomElement(using: &generator) ?? "3")
    let isReviewed = Int.random(in: 0..<4, using: &generator) == 0
    let confidence = Double(Int.random(in: 1...9, using: &generator)) / 10
    if Int.random(in: 0..<4, using: &generator) == 0 {
      try test.claim("src", .disjoint, target, confidence: confidence, reviewed: isReviewed)
    } else {
      let source = "src/" + (Self.sources.randomElement(using: &generator) ?? "a")
      let relations = Self.relations.randomElement(using: &generator) ?? .related
      try test.claim(source, relations, target, confidence: confidence, reviewed: isReviewed)
    }
  }
}

extension CrosswalkGraph {
  /// The graph without claims, or with further ones.
  func with(_ added: [MappingClaim] = [], without removed: Set<ClaimID> = []) -> CrosswalkGraph {
    CrosswalkGraph(
      catalogs: catalogs, claims: claims.filter { !removed.contains($0.id) } + added, staleClaims: staleClaims
    )
  }
}
