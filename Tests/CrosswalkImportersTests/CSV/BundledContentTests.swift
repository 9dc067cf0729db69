import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// The content that ships: whole, consistent, and without a verdict on compliance.
@Suite struct BundledContentTests {
  static func bundled(_ name: String) throws -> Catalog {
    let side = SourceFile(path: "\(TableFixtures.root)/Crosswalks/Frameworks/\(name).json")
    let framework = try BundledFramework(side)
    let table = try #require(side.siblingNamed(framework.table))
    var graph = CrosswalkGraphBuilder()
    try CSVCatalogImporter(profile: TableFixtures.profile(framework.profile), metadata: framework.metadata)
      .importCatalog(table, limits: .standard, into: &graph)
    #expect(graph.notUsed.isEmpty)
    return try #require(graph.catalogs.first)
  }

  private static func claims() throws -> [MappingClaim] {
    var graph = CrosswalkGraphBuilder()
    let path = "\(TableFixtures.root)/Crosswalks/Mappings/nist-ai-rmf-1.0--eu-ai-act.csv"
    try ClaimsCSVImporter().importClaims(SourceFile(path: path), limits: .standard, into: &graph)
    #expect(graph.notUsed.isEmpty)
    return graph.claims
  }

  private static let act = "eu-ai-act@2026-07-27"
  private static let firstAct = "eu-ai-act@2024-07-12"
  private static let rmf = "nist-ai-rmf-1.0"

  @Test func holdsTheWholeRiskManagementFramework() throws {
    let catalog = try Self.bundled(Self.rmf)
    #expect(catalog.metadata.id.description == "nist-ai-rmf-1.0@2023-01-26")
    #expect(catalog.metadata.selection == nil)
    let groups = catalog.nodes.filter { $0.kind == .group }
    #expect(groups.filter { $0.parent == nil }.map(\.local) == ["GOVERN", "MAP", "MEASURE", "MANAGE"])
    #expect(groups.filter { $0.parent != nil }.count == 19)
    #expect(catalog.nodes.filter { $0.kind == .control && $0.modality == .outcome }.count == 72)
    #expect(catalog.nodes.count == 95)
  }

  @Test func holdsTheArticlesThatItsSelectionNames() throws {
    let catalog = try Self.bundled(Self.act)
    #expect(catalog.metadata.id.description == Self.act)
    let articles = ["2", "4a", "6"] + (8...27).map(String.init) + ["43"] + (47...50).map(String.init)
    let rest = ["53", "54", "55", "72", "73", "annex-iv"]
    let summarised = catalog.nodes.filter { !$0.summary.isEmpty && !$0.isWithdrawn }
    #expect(summarised.filter { $0.kind == .control }.map(\.local) == articles + rest)
    #expect(catalog.metadata.selection != nil)
    let statements = summarised.filter { $0.kind == .statement }
    #expect(statements.count == 402)
    #expect(statements.allSatisfy { $0.modality != nil && $0.appliesFrom != nil })
    #expect(catalog.nodes.allSatisfy { $0.text.isEmpty })
  }

  private static let scopes: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(TableFixtures.root)/Crosswalks/Scopes")
    return (names ?? []).sorted()
  }()

  @Test(arguments: scopes)
  func everyScopeNamesNodesOfItsFramework(file: String) throws {
    let scope = try ScopeDefinition(SourceFile(path: "\(TableFixtures.root)/Crosswalks/Scopes/\(file)"))
    #expect(file == "\(scope.framework)--\(scope.name).json")
    let revisions = [Self.act, Self.firstAct, Self.rmf].filter {
      $0.prefix { $0 != "@" } == scope.framework.rawValue
    }
    #expect(!revisions.isEmpty)
    for revision in revisions {
      let locals = Set(try Self.bundled(revision).nodes.map(\.local))
      for part in scope.parts { #expect(locals.contains(part.local), "\(part.location)") }
    }
    let all = (scope.parts + scope.partsIfPresent).map(\.local)
    #expect(Set(all).count == all.count)
    #expect(!scope.description.isEmpty && !scope.title.isEmpty)
  }

  @Test func theHighRiskScopeShips() { #expect(Self.scopes.contains("eu-ai-act--high-risk.json")) }

  @Test func everyClaimHasBothItsEnds() throws {
    let known = try Set([Self.rmf, Self.act].flatMap { try Self.bundled($0).nodes.map(\.id) })
    let claims = try Self.claims()
    #expect(claims.count >= 200)
    for claim in claims {
      for case .nodes(let nodes) in [claim.source, claim.target] {
        for node in nodes { #expect(known.contains(node), "\(claim.origin): \(node)") }
      }
      #expect(claim.status == .draft && claim.note != nil && claim.confidence != nil && claim.strength != nil)
      #expect(
        claim.sourceRevision == RevisionID("2023-01-26") && claim.targetRevision == RevisionID("2026-07-27"))
    }
  }

  @Test func noTargetHasACounterpartAndNone() throws {
    let claims = try Self.claims()
    let without = Set(claims.filter(\.isNoCounterpart).map(\.target))
    let with = Set(claims.filter { !$0.isNoCounterpart }.map(\.target))
    #expect(without.isDisjoint(with: with))
    #expect(!without.isEmpty)
  }

  @Test func claimsStandInTheOrderOfTheAct() throws {
    let act = try Self.bundled(Self.act)
    let order = Dictionary(uniqueKeysWithValues: act.nodes.map { ($0.id, $0.index) })
    let places = try Self.claims().map { claim -> Int in
      guard case .nodes(let nodes) = claim.target else { return -1 }
      return try #require(nodes.compactMap { order[$0] }.min())
    }
    #expect(places == places.sorted())
  }

  /// "Subject matter addressed" is what reports say; whether a law is complied with is nobody's to say here.
  @Test func saysNowhereThatADutyIsMet() throws {
    let verdicts: Set<String> = [
      "comply", "complies", "complied", "compliant", "compliance", "satisfy", "satisfies", "satisfied",
      "meet", "meets",
      "met",
    ]
    // Titles are the legislator's own words.
    var texts = try [Self.rmf, Self.act, Self.firstAct].flatMap { name in
      try Self.bundled(name).nodes.map { ("\($0.id)", $0.summary) }
    }
    texts += try Self.claims().map { ("\($0.origin)", $0.note ?? "") }
    for (place, text) in texts {
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      let found = verdicts.intersection(words)
      #expect(found.isEmpty, "\(place): \(found.sorted())")
    }
  }

  @Test(arguments: [
    (
      #"{"schema":"crosswalk-framework/2","framework":"x","revision":"1","title":"X","asOf":"2026-01-01","#,
      "schema"
    ),
    (
      #"{"schema":"crosswalk-framework/1","framework":"x y","revision":"1","title":"X","asOf":"2026-01-01","#,
      "framework"
    ),
    (
      #"{"schema":"crosswalk-framework/1","framework":"x","revision":"1","title":"X","asOf":"2026-13-01","#,
      "asOf"
    ),
    (#"{"schema":"crosswalk-framework/1","framework":"x","revision":"1","title":"X","#, "asOf"),
  ])
  func refusesAMalformedSideFile(start: String, member: String) throws {
    let json = start + #""profile":"crosswalk-catalog","file":"x.csv"}"#
    let error = try #require(throws: ImportError.self) {
      try BundledFramework(TableFixtures.file(json, name: "x.json"))
    }
    #expect(error.diagnostic.message.contains("\"\(member)\""))
  }
}
