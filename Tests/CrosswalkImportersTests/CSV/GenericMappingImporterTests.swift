import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct GenericMappingImporterTests {
  private func read(_ text: String, _ profile: ColumnProfile) throws -> (
    claims: [MappingClaim], notUsed: [NotUsed]
  ) {
    var graph = CrosswalkGraphBuilder()
    let (a, b) = (try #require(FrameworkID("a")), try #require(FrameworkID("b")))
    try GenericMappingImporter(profile: profile, source: a, target: b)
      .importClaims(TableFixtures.file(text), limits: .standard, into: &graph)
    return (graph.claims, graph.notUsed)
  }

  @Test(arguments: [
    ("equal", RelationshipSet.equal), ("subset", .subsetOf), ("superset", .supersetOf),
    ("intersect", .related),
    ("related", .related), ("", .related), ("intersects-with", .related), ("equivalent-to", .equal),
    ("no-relationship", .disjoint), ("SUBSET-OF", .subsetOf),
  ])
  func readsTheWordsOfAGenericMapping(word: String, relations: RelationshipSet) throws {
    let profile = try TableFixtures.profile("generic-mapping")
    let claims = try read("source_id\ttarget_id\trelation\nX 1\tY\t\(word)\n", profile).claims
    #expect(claims.map(\.relations) == [relations])
    #expect(
      claims.map(\.source) == [.nodes([ControlID(framework: try #require(FrameworkID("a")), local: "X 1")])])
    #expect(claims.first?.status == .draft)
  }

  private func profile(direction: String, intersects: String) throws -> ColumnProfile {
    try TableFixtures.profile(
      json: #"""
        {"schema":"crosswalk-profile/1","name":"m","title":"M","header":["S","T","R"],
         "mapping":{"source":"S","target":"T","relation":"R","comment":"Why","direction":"\#(direction)",
         "intersects":"\#(intersects)","relations":{"Broader Than":"superset-of"}}}
        """#)
  }

  @Test func turnsWordsThatStateTheTargetFirst() throws {
    let text = "S,T,R,Why,Extra\nX,Y,broader  than,because,e\nX,Z,intersects-with,,\n"
    let stated = try read(text, profile(direction: "source-to-target", intersects: "strict"))
    #expect(stated.claims.map(\.relations) == [.supersetOf, .intersectsWith])
    #expect(stated.claims.map(\.note) == ["because", nil])
    #expect(stated.notUsed.map(\.what) == ["column \"Extra\""])
    let turned = try read(text, profile(direction: "target-to-source", intersects: "loose")).claims
    #expect(turned.map(\.relations) == [.subsetOf, .related])
    #expect(turned.map(\.token) == ["subset-of", "intersects-with"])
  }

  @Test(arguments: ["X,Y,⟦x⟧narrower", "X,⟦x⟧,equal-to", "X,Y,⟦x⟧"])
  func placesErrorsAtTheirCells(row: String) throws {
    let table = TableFixtures.marked("S,T,R\nA,B,equal-to\n\(row)\n")
    let error = try #require(throws: ImportError.self) {
      try read(table.text, profile(direction: "source-to-target", intersects: "loose"))
    }
    #expect(error.location == table["x"])
  }
}
