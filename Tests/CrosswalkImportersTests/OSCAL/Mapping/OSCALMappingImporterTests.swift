import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

@Suite struct OSCALMappingImporterTests {
  private typealias Answer = (claims: [MappingClaim], notUsed: [NotUsed])

  private func read(
    _ file: SourceFile, source: String? = "s", target: String? = "t", known: [String] = []
  ) throws -> Answer {
    var graph = CrosswalkGraphBuilder()
    try OSCALMappingImporter(
      source: source.flatMap { FrameworkID($0) },
      target: target.flatMap { FrameworkID($0) }, known: KnownFrameworks(rules: []),
      frameworks: Set(known.compactMap { FrameworkID($0) })
    ).importClaims(file, limits: .standard, into: &graph)
    return (graph.claims, graph.notUsed)
  }

  /// A collection with these maps.
  private func source(
    _ maps: String, provenance: String = "method='human' matching-rationale='semantic' status='complete'",
    after: String = ""
  ) -> MarkedSource {
    MarkedSource(
      """
      <mapping-collection xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="1">
      <metadata><title>T</title><last-modified>2026-01-01T00:00:00Z</last-modified><version>1</version>
      <oscal-version>1.2.0</oscal-version><party uuid="p" type="person"><name>Ann</name></party></metadata>
      <provenance \(provenance)><mapping-description><p>D</p></mapping-description>
      <responsible-party role-id="creator"><party-uuid>p</party-uuid></responsible-party></provenance>
      <mapping uuid="2"><source-resource type="catalog" href="a/one.xml"/><target-resource type="catalog" href="#x"/>
      \(maps)\(after)</mapping></mapping-collection>
      """)
  }

  private func map(_ relationship: String, _ more: String = "", attributes: String = "") -> String {
    """
    <map uuid="3" \(attributes)><relationship>\(relationship)</relationship><source type="control" id-ref="A 1"/>
    <source type="control" id-ref="A 2"/><target type="statement" id-ref="B"/>\(more)</map>
    """
  }

  private func nodes(_ framework: String, _ locals: String...) throws -> ClaimEnd {
    let framework = try #require(FrameworkID(framework))
    return .nodes(locals.map { ControlID(framework: framework, local: $0) })
  }

  private static let words: [(String, RelationshipSet)] = [
    ("equal-to", .equal), ("equivalent-to", .equal), ("subset-of", .subsetOf), ("superset-of", .supersetOf),
    // Loose unless the file says otherwise: that excludes less, and so is never wrong.
    ("intersects-with", .related), ("no-relationship", .disjoint),
  ]

  @Test(arguments: words)
  func aMapReadsFromItsSourcesToItsTargets(word: String, relations: RelationshipSet) throws {
    let claim = try #require(try read(source(map(word)).file).claims.first)
    #expect(claim.relations == relations)
    #expect(claim.token == word)
    #expect(claim.source == (try nodes("s", "A 1", "A 2")))
    #expect(claim.target == (try nodes("t", "B")))
    #expect(claim.status == .complete)
    #expect(claim.method == .human)
    #expect(claim.rationale == .semantic)
    #expect(claim.author == "Ann")
    #expect(!claim.isReviewed)
  }

  private func maps(_ relationships: [String]) -> String {
    relationships.enumerated().map { number, word in
      "<map uuid='m\(number)'><relationship>\(word)</relationship><source type='control' id-ref='A'/>"
        + "<target type='control' id-ref='B \(number)'/></map>"
    }.joined(separator: "\n")
  }

  /// One word for all of many pairs was never a judgement of each.
  @Test(arguments: ["superset-of", "subset-of"])
  func oneOrderForAllOfManyMapsIsTakenLoosely(word: String) throws {
    let all = Array(repeating: word, count: UniformRelation.least)
    let answer = try read(source(maps(all)).file)
    #expect(answer.claims.count == all.count)
    #expect(answer.claims.allSatisfy { $0.relations == .related && $0.token == word })
    #expect(answer.notUsed.count { $0.what == "relationship \"\(word)\"" } == 1)
    for judged in [Array(all.dropLast()), all.dropLast() + ["intersects-with"], all + ["equal-to"]] {
      let answer = try read(source(maps(judged)).file)
      #expect(answer.claims.first?.relations == RelationWord(word)?.relations)
      #expect(!answer.notUsed.contains { $0.what.hasPrefix("relationship") })
    }
  }

  @Test func keepsWhatAMapSaysBesides() throws {
    let more = """
      <qualifier subject="source" predicate="has-requirement" category="restricted"><description><p>only then</p>
      </description></qualifier><confidence-score><percentage>0.5</percentage></confidence-score>
      <coverage generation-method="arbitrary">0.25</coverage><prop name="group-id" value="g1"/>
      <link rel="reference" href="urn:l"/><remarks><p>one</p><p>two</p></remarks>
      """
    let claim = try #require(
      try read(source(map("subset-of", more, attributes: "matching-rationale='functional'")).file).claims
        .first)
    #expect(claim.confidence == 0.5)
    #expect(claim.rationale == .functional)
    #expect(claim.note == "one\ntwo")
    #expect(
      claim.properties == [
        Property(name: "map-uuid", value: "3"), Property(name: "target-coverage", value: "0.25"),
        Property(name: "coverage-generation-method", value: "arbitrary"),
        Property(name: "qualifier", value: "source has-requirement restricted: only then"),
        Property(name: "group-id", value: "g1"), Property(name: "link reference", value: "urn:l"),
      ])
  }

  @Test func whatIsLeftUnmappedIsNeverAClaim() throws {
    let after = """
      <source-gap-summary uuid="4"><unmapped-controls><with-id>A-9</with-id><with-id>A-10</with-id></unmapped-controls>
      </source-gap-summary>
      """
    let answer = try read(source(map("equal-to"), after: after).file)
    #expect(answer.claims.count == 1)
    #expect(answer.claims.allSatisfy { !$0.relations.contains(.disjoint) })
    #expect(
      answer.notUsed.map(\.what).filter { $0.hasPrefix("unmapped") } == [
        "unmapped control \"A-9\"", "unmapped control \"A-10\"",
      ])
  }

  @Test(arguments: [
    "<map uuid='3'>⟦x⟧<relationship>near</relationship><source type='control' id-ref='A'/><target type='control' id-ref='B'/></map>",
    "<map uuid='3' ns='urn:other'>⟦x⟧<relationship>subset-of</relationship><source type='control' id-ref='A'/></map>",
    "⟦x⟧<map uuid='3'><source type='control' id-ref='A'/><target type='control' id-ref='B'/></map>",
    "⟦x⟧<map uuid='3'><relationship>equal-to</relationship><source type='control' id-ref='A'/></map>",
    "<map uuid='3'><relationship>equal-to</relationship>⟦x⟧<source type='control'/><target type='control' id-ref='B'/></map>",
    "<map uuid='3'><relationship>equal-to</relationship>⟦x⟧<source type='control' id-ref='A|B'/></map>",
    """
    <map uuid='3'><relationship>equal-to</relationship><source type='control' id-ref='A'/><target type='control'
    id-ref='B'/><confidence-score>⟦x⟧<percentage>90</percentage></confidence-score></map>
    """,
    """
    ⟦x⟧<map uuid='3' matching-rationale='magic'><relationship>equal-to</relationship><source type='control'
    id-ref='A'/><target type='control' id-ref='B'/></map>
    """,
  ])
  func refusesWhatIsNoMap(map: String) throws {
    let source = source(map)
    let error = try #require(throws: ImportError.self) { try read(source.file) }
    #expect(error.location == source["x"])
    #expect(error.exitStatus == .data)
  }

  @Test func theUserIsAskedForAResourceThatNothingTells() throws {
    let error = try #require(throws: ImportError.self) {
      try read(source(map("equal-to")).file, target: nil, known: ["one"])
    }
    #expect(error.diagnostic.hint == "name it with --target-framework ID")
    let claim = try read(source(map("equal-to")).file, source: nil, known: ["one"]).claims.first
    #expect(claim?.source.framework.rawValue == "one")
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func readsTheCollectionOfTwoNISTFrameworks() throws {
    let file = "mappings/oscal/NIST_CSF_v2.0-to-NIST_SP-800-53_rev5.mapping-collection.json"
    let answer = try read(RealData.file(file))
    #expect(answer.claims.count == 106)
    #expect(
      answer.claims.allSatisfy { $0.relations == .related && $0.status == .complete && !$0.isReviewed })
    let targets = answer.claims.map { claim -> Int in
      if case .nodes(let nodes) = claim.target { nodes.count } else { 0 }
    }
    #expect(targets.count { $0 > 1 } == 95)
    #expect(answer.notUsed.count { $0.what.hasPrefix("unmapped control") } == 79)
    #expect(answer.notUsed.first?.what == "method \"manual\"")
  }

  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func readsACollectionWithMisspelledMembersAndNamesThem() throws {
    let file = "mappings/oscal/PCI_v4-to-Harmonized_V1.1.mapping-collection.json"
    let answer = try read(RealData.file(file))
    #expect(answer.claims.map(\.token) == ["subset-of", "subset-of", "equal-to", "equal-to"])
    #expect(answer.claims.map(\.confidence) == [0.95, 0.99, 1, 1])
    #expect(answer.claims.map(\.rationale) == [.functional, .semantic, .functional, .semantic])
    #expect(answer.notUsed.count { $0.what == "member \"id_ref\"" } == 8)
    #expect(answer.notUsed.filter { $0.what == "type \"equal-to\"" }.map(\.location.line) == [103])
    #expect(answer.claims[2].properties.contains(Property(name: "target-coverage", value: "1.0")))
  }
}
