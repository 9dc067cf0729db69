import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

/// Claims that something else is deemed to meet a duty, in the claims file.
@Suite struct AlternativeRouteTests {
  private static let header =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,note,basis\n"

  private static func read(_ rows: String) throws(ImportError) -> CrosswalkGraphBuilder {
    var graph = CrosswalkGraphBuilder()
    let file = SourceFile(name: "claims.csv", bytes: Array((header + rows).utf8))
    try ClaimsCSVImporter().importClaims(file, limits: .standard, into: &graph)
    return graph
  }

  private static func route(
    _ source: String, _ target: String, note: String = "a condition", basis: String = "42(2)"
  )
    -> String
  {
    "\(source),\(target),alternative-route,,,,0.5,hybrid,draft,A,2026-11-23,\(note),\(basis)\n"
  }

  @Test func aBareFrameworkOrAReferenceMayLeadToADuty() throws {
    let claims = try Self.read(
      Self.route("csa", "law/15(5)") + Self.route("cra/12(1)", "law/15(5) | law/15(1)")
    ).claims
    #expect(claims.map(\.token) == ["alternative-route", "alternative-route"])
    #expect(claims.map(\.relations) == [.all, .all])
    #expect(claims.map(\.basis) == ["42(2)", "42(2)"])
    #expect(claims[0].source == .framework(try #require(FrameworkID("csa"))))
  }

  @Test func itSaysNothingThatAnAnalysisCounts() throws {
    let claim = try #require(try Self.read(Self.route("csa", "law/15(5)")).claims.first)
    #expect(!claim.counts && claim.offersAlternative && !claim.isNoCounterpart)
  }

  @Test func theBasisIsPartOfWhatItIsKnownBy() throws {
    let rows = Self.route("csa", "law/15(5)") + Self.route("csa", "law/15(5)", basis: "42(3)")
    let first = try Self.read(rows).claims.map(\.id)
    #expect(Set(first).count == 2)
    #expect(try Self.read(rows).claims.map(\.id) == first)
  }

  @Test(arguments: [
    (route("law/15(5)", "csa"), "needs controls as its target"),
    (route("csa", "law/15(5)", note: ""), "note"),
    (route("csa", "law/15(5)", basis: ""), "basis"),
  ])
  func aRouteWithoutDutyConditionOrBasisIsRefused(row: String, word: String) {
    #expect { try Self.read(row) } throws: { "\(($0 as? ImportError)?.diagnostic.line ?? "")".contains(word) }
  }

  @Test func aBasisBesideARelationIsNamedAsNotUsed() throws {
    let graph = try Self.read("a/1,law/1,related,,,,0.5,hybrid,draft,A,2026-11-23,a note,42(2)\n")
    #expect(graph.claims.count == 1 && graph.claims[0].properties.isEmpty)
    #expect(graph.notUsed.map(\.what) == ["cell \"42(2)\""])
  }
}
