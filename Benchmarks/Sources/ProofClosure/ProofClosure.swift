import CrosswalkMapper
import CrosswalkModel
import SeededRandom

/// Measures `check` and `explain` on two frameworks of the size of those that ship, and on larger ones.
///
///     ProofClosure [STATEMENTS CLAIMS CONFLICTS]
@main
enum ProofClosure {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let sizes =
      numbers.count == 3
      ? [(numbers[0], numbers[1], numbers[2])]
      : [(300, 360, 0), (300, 360, 3), (1000, 2000, 0), (1000, 2000, 10), (5000, 10_000, 5)]
    guard let day = CalendarDate("2026-11-23") else { return }
    for (statements, claims, conflicts) in sizes {
      let graph = try Sample(statements: statements, claims: claims, conflicts: conflicts).graph()
      print("\(statements) statements each, \(claims) claims, \(conflicts) conflicts")
      check(graph, day, sets: nil)
      check(graph, day, sets: 10)
      try explain(graph, Sample.questions(statements))
    }
  }

  private static func check(_ graph: CrosswalkGraph, _ day: CalendarDate, sets: Int?) {
    var report: CheckReport?
    let time = ContinuousClock().measure {
      report = ConsistencyCheck(.init(asOf: day, sets: sets)).report(graph: graph)
    }
    print(
      "  check\(sets.map { " with \($0) sets" } ?? ""): \(time), \(report?.contradictions.count ?? 0) found, "
        + "\(report?.resolution?.repairs.count ?? 0) to change")
  }

  private static func explain(_ graph: CrosswalkGraph, _ pairs: [(ControlID, ControlID)]) throws {
    var proven = 0
    var longest = 0
    let time = try ContinuousClock().measure {
      for (source, target) in pairs {
        let explanation = try RelationExplainer().explain(graph: graph, from: source, to: target)
        proven += explanation.shortest.isProven && explanation.mostTrusted.isProven ? 1 : 0
        longest = max(longest, explanation.shortest.claims.count)
      }
    }
    print(
      "  explain: \(time / pairs.count) a pair, \(proven) of \(pairs.count) proven, "
        + "longest \(longest) claims")
  }
}

/// Two frameworks of articles with statements, and claims of overlap, with some added that conflict.
private struct Sample {
  let statements: Int
  let claims: Int
  let conflicts: Int

  static func questions(_ statements: Int) -> [(ControlID, ControlID)] {
    stride(from: 0, to: statements, by: max(1, statements / 20)).flatMap { place in
      [(name(0, place), name(1, place)), (name(0, place), name(1, (place + 1) % statements))]
    }
  }

  func graph() throws -> CrosswalkGraph {
    var random = SplitMix(seed: 42)
    var made: [MappingClaim] = []
    for number in 0..<claims {
      let first = Int(random.next() % UInt64(statements))
      let second = (first + Int(random.next() % 5)) % statements
      // All of them leave overlap possible, so that nothing conflicts.
      let words: [RelationshipSet] = [.intersectsWith, .related, .related, [.subsetOf, .intersectsWith]]
      made.append(claim(number, first, words[Int(random.next() % UInt64(words.count))], second, &random))
    }
    for number in 0..<conflicts {
      let place = number * statements / max(1, conflicts)
      made.append(claim(claims + 2 * number, place, .supersetOf, place, &random))
      made.append(claim(claims + 2 * number + 1, place, .disjoint, place, &random))
    }
    return CrosswalkGraph(catalogs: try [catalog(0), catalog(1)], claims: made)
  }

  private func claim(
    _ number: Int, _ first: Int, _ relations: RelationshipSet, _ second: Int, _ random: inout SplitMix
  ) -> MappingClaim {
    MappingClaim(
      id: ClaimID("\(1_000_000 + number)"), source: .nodes([Self.name(0, first)]),
      target: .nodes([Self.name(1, second)]), relations: relations, token: relations.description,
      confidence: Double(random.next() % 10) / 10, reviewer: random.next() % 4 == 0 ? "R. Reviewer" : nil,
      origin: SourceLocation(file: "claims.csv", line: number + 1, column: 1))
  }

  private static func name(_ framework: Int, _ place: Int) -> ControlID {
    ControlID(framework: frameworks[framework], local: "\(place / 10).\(place % 10)")
  }

  private static let frameworks = ["house-rules", "law"].compactMap { FrameworkID($0) }

  private func catalog(_ framework: Int) throws -> Catalog {
    guard let revision = RevisionID("1") else { throw CatalogProblem.name }
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(
        id: FrameworkRevisionID(framework: Self.frameworks[framework], revision: revision), title: ""),
      file: "catalog.csv")
    var article: Int32 = -1
    for place in 0..<statements {
      if place % 10 == 0 {
        var row = NodeRow(kind: .control, parent: -1, line: 1, column: 1)
        row.local = builder.store("\(place / 10)")
        article = builder.append(row)
      }
      var row = NodeRow(kind: .statement, parent: article, line: UInt32(place + 1), column: 1)
      row.local = builder.store(Self.name(framework, place).local)
      builder.append(row)
    }
    return try builder.finished()
  }

  private enum CatalogProblem: Error { case name }
}
