import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// Two frameworks whose nodes are regions of a small universe, and random claims that are true of them: such graphs
/// never contradict themselves, and every verdict can be held against the regions.
struct RandomFrameworks {
  private(set) var test = TestGraph()
  /// The region of every node, by its reference.
  private(set) var regions: [String: Int] = [:]
  private static let universe = 6

  static let source = """
    G [group]
      S1 [control]
        S1.a
        S1.b
      S2 [control]
        S2(1) [enhancement]
    H [group]
      S3 [control]
    """
  static let target = """
    1 [provider]
      1(a)
      1(b)
        1(b)(i)
        1(b)(ii)
    2 [deployer]
      2(a)
      2(b)
    3
    """

  init(using generator: inout SeededGenerator) throws {
    try add("src", Self.source, using: &generator)
    try add("law", Self.target, using: &generator)
  }

  private mutating func add(_ framework: String, _ outline: String, using generator: inout SeededGenerator)
    throws
  {
    try test.add(framework, outline)
    let catalog = try self.catalog(framework)
    // Few atoms for each leaf; a node may ask more than its parts do.
    for row in catalog.rows.indices.reversed() {
      var region = 0
      for child in catalog.children(of: row) where catalog.rows[Int(child)].kind.isPartOfItsParent {
        region |= regions["\(framework)/\(catalog[Int(child)].local)"] ?? 0
      }
      if region == 0 || Bool.random(using: &generator) {
        region |= 1 << Int.random(in: 0..<Self.universe, using: &generator)
      }
      regions["\(framework)/\(catalog[row].local)"] = region
    }
  }

  func catalog(_ framework: String) throws -> Catalog {
    try #require(test.graph.catalogs.first { $0.framework.rawValue == framework })
  }

  func names(_ framework: String) -> [String] {
    regions.keys.filter { $0.hasPrefix("\(framework)/") }.sorted()
  }

  /// A claim that is true: what holds between two random ends, and some noise.
  mutating func claim(using generator: inout SeededGenerator) throws {
    let target = try #require(names("law").randomElement(using: &generator))
    let wanted = regions[target] ?? 0
    let isReviewed = Bool.random(using: &generator)
    let whole = names("src").reduce(0) { $0 | (regions[$1] ?? 0) }
    if whole & wanted == 0, Bool.random(using: &generator) {
      try test.claim("src", .disjoint, target, reviewed: isReviewed)
      return
    }
    let members = Set(
      (0..<Int.random(in: 1...2, using: &generator)).compactMap { _ in
        names("src").randomElement(using: &generator)
      }
    ).sorted()
    let region = members.reduce(0) { $0 | (regions[$1] ?? 0) }
    let noise = RelationshipSet(
      rawValue: .random(in: 0...31, using: &generator) & .random(in: 0...31, using: &generator))
    try test.claim(
      members.joined(separator: " | "), relationship(region, wanted).union(noise), target,
      confidence: .random(in: 0...1, using: &generator), reviewed: isReviewed)
  }

  /// Rows of a framework, each with even odds.
  func someRows(of framework: String, using generator: inout SeededGenerator) throws -> Set<Int> {
    Set(try catalog(framework).rows.indices.filter { _ in Bool.random(using: &generator) })
  }

  static func scope(_ rows: Set<Int>, _ name: String = "some") -> GapAnalysis.Scope {
    .init(.init(kind: .list, name: name, title: name), .rows(rows))
  }

  static func all(_ catalog: Catalog) -> GapAnalysis.Scope { scope(Set(catalog.rows.indices), "all") }
}
