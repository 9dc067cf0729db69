import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

/// The example sets of SSSOM itself, each looked through by hand.
@Suite(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
struct PublishedMappingSetsTests {
  /// Sets that are read: claims, and rows that say nothing a claim can hold.
  @Test(arguments: [
    ("cardinality-with-unmapped-entities", 1, [8, 10, 11]), ("cardinality", 9, []),
    ("curation_rule-propagated", 3, []), ("curation_rule", 3, []), ("curation_rule_text-propagated", 3, []),
    ("curation_rule_text", 3, []), ("curie_map", 3, []), ("cxsmiles_pipe", 1, []), ("example1", 4, [5]),
    ("extension-slots", 4, []), ("issue_tracker", 3, []), ("issue_tracker_item", 3, []),
    ("literals", 0, [6, 7, 8, 9]), ("mapping_set_confidence", 2, []), ("mapping_tool_id", 2, []),
    ("mp-hp-exact-0.0.1", 42, []), ("no_term_found", 1, [16]), ("pipe-escaping", 2, []),
    ("record-ids", 3, []),
    ("review_date", 1, []), ("reviewer_agreement", 3, []), ("similarity_score", 3, []), ("version", 2, []),
  ])
  func setsThatAreRead(name: String, claims: Int, rowsNotUsed: [Int]) throws {
    let read = try read(name)
    #expect(read.claims.count == claims)
    #expect(read.notUsed.filter { $0.what == "row" }.map(\.location.line) == rowsNotUsed)
  }

  /// Sets that are refused: where, and why.
  @Test(arguments: [
    // Objects of two vocabularies, which one framework cannot be.
    ("cardinality-scope-empty", 10, 35, "several-vocabularies"),
    ("cardinality-scope-predicate+object_source", 13, 35, "several-vocabularies"),
    ("cardinality-scope-predicate", 12, 35, "several-vocabularies"),
    // Terms composed by a schema that only its makers know.
    ("composite-entities", 10, 1, "invalid-value"),
    // The first row lacks its last cell.
    ("curation_rule_text2", 11, 1, "ragged"),
    // Properties of an example company, whose meaning nobody states.
    ("predicate-types", 8, 19, "invalid-value"),
  ])
  func setsThatAreRefused(name: String, line: Int, column: Int, code: String) throws {
    let error = try #require(throws: ImportError.self) { try read(name) }
    #expect(error.location.line == line)
    #expect(error.location.column == column)
    #expect(error.diagnostic.code == code)
  }

  private func read(_ name: String) throws -> (claims: [MappingClaim], notUsed: [NotUsed]) {
    try SSSOMFixture.read(
      RealData.file("mappings/sssom/\(name).sssom.tsv"), source: "s", target: "t", known: [])
  }

  @Test func namesWithBarsComeApartAsTheirMakersSay() throws {
    #expect(
      try read("pipe-escaping").claims.map(\.author) == [
        "Alice|Bob, Charlie", "Alice\\Bob, Charlie\\, David\\|Eve\\",
      ])
    let structure = try read("cxsmiles_pipe").claims.first?.properties.filter { $0.name == "match_string" }
    #expect(structure?.count == 1)
    #expect(structure?.first?.value.hasSuffix("10.18,8.14|") == true)
  }

  @Test func reviewersDecideOnTheStatus() throws {
    #expect(try read("reviewer_agreement").claims.map(\.status) == [.complete, .draft, .rejected])
    #expect(try read("example1").claims.map(\.token) == ["equal-to", "equal-to", "equal-to", "subset-of"])
    #expect(try read("example1").claims.map(\.confidence) == [0.95, 1, 0.9, 1])
    #expect(try read("mapping_set_confidence").claims.map(\.confidence) == [nil, nil])
  }

  @Test func everySetIsNamedHere() throws {
    let rows = try SourceFile(path: RealData.path("PROVENANCE.tsv")).bytes()
    let lines = String(decoding: rows, as: UTF8.self).split(separator: "\n")
    let sets = lines.filter { $0.hasPrefix("mappings/sssom/") && $0.contains(".sssom.tsv\t") }
    #expect(sets.count == 23 + 6)
  }
}
