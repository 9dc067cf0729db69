import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// The schedule of the bundled act: whole, and about nodes that are there.
@Suite struct BundledApplicationTests {
  private static func act() throws -> Catalog { try BundledContentTests.bundled("eu-ai-act@2026-07-27") }

  private static func schedule() throws -> ApplicationSchedule {
    ApplicationSchedule(properties: try act().metadata.properties)
  }

  @Test func declaresTheRoutesOfTheAct() throws {
    let routes = try Self.schedule().routes
    #expect(
      routes.map(\.id) == [
        "annex-iii", "annex-iii-exempt", "annex-i", "annex-i-b", "transparency-only", "general-purpose-model",
        "general-purpose-model-systemic-risk",
      ])
    #expect(routes.allSatisfy { $0.provision.hasPrefix("Article") && !$0.summary.isEmpty })
  }

  @Test func everyRuleNamesItsPlaceAndStatedNodes() throws {
    let act = try Self.act()
    let known = Set(act.nodes.map(\.local))
    // Points of articles that are headings only get their dates when the official text joins them.
    let outside: Set<String> = ["5(1)(ba)", "5(1)(bb)", "5(1a)", "5(1b)"]
    let schedule = try Self.schedule()
    for node in schedule.rules.flatMap(\.nodes) + schedule.transitions.flatMap(\.nodes) {
      #expect(known.contains(node) != outside.contains(node), "\(node)")
    }
    #expect(
      schedule.rules.allSatisfy {
        $0.provision.hasPrefix("Article 113") || $0.provision.hasPrefix("Regulation")
      })
    #expect(schedule.transitions.allSatisfy { $0.provision.hasPrefix("Article 111(") })
    #expect(schedule.transitions.count == 7)
  }

  @Test func dutiesWithDatesOfTheirOwnAgreeWithTheSchedule() throws {
    // `applies_from` of a row is the first day on any route, so no rule for it may name an earlier one.
    let act = try Self.act()
    let rules = try Self.schedule().rules
    for node in act.nodes {
      guard let own = node.appliesFrom else { continue }
      let line = sequence(first: node, next: \.parent).map(\.local)
      let nearest = line.lazy.map { name in rules.filter { $0.nodes.contains(name) } }.first { !$0.isEmpty }
      let first = (nearest ?? []).map(\.from).min()
      #expect(first == own, "\(node.local): \(first.map(\.description) ?? "none"), not \(own)")
    }
  }

  @Test func everyAlternativeRouteLeadsToTheActAndSaysWhereItStands() throws {
    let known = Set(try Self.act().nodes.map(\.id))
    var graph = CrosswalkGraphBuilder()
    let path = "\(TableFixtures.root)/Crosswalks/Mappings/alternative-routes--eu-ai-act.csv"
    try ClaimsCSVImporter().importClaims(SourceFile(path: path), limits: .standard, into: &graph)
    #expect(graph.notUsed.isEmpty)
    #expect(graph.claims.count == 17)
    for claim in graph.claims {
      #expect(claim.isAlternativeRoute && claim.offersAlternative && !claim.counts && !claim.isNoCounterpart)
      #expect(claim.status == .draft && claim.relations == .all)
      #expect(claim.basis?.hasPrefix("Article ") == true && claim.note?.isEmpty == false)
      guard case .nodes(let nodes) = claim.target else {
        Issue.record("\(claim.origin)")
        continue
      }
      #expect(nodes.allSatisfy(known.contains), "\(claim.origin)")
    }
    #expect(Set(graph.claims.map(\.id)).count == graph.claims.count)
  }
}
