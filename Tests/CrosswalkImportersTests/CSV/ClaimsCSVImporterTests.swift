import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct ClaimsCSVImporterTests {
  private static let header =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,source_revision,target_revision,note\n"
  private static let short =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date\n"

  private func read(_ text: String) throws -> (claims: [MappingClaim], notUsed: [NotUsed]) {
    var graph = CrosswalkGraphBuilder()
    try ClaimsCSVImporter().importClaims(
      TableFixtures.file(text, name: "claims.csv"), limits: .standard, into: &graph)
    return (graph.claims, graph.notUsed)
  }

  private func node(_ framework: String, _ local: String) throws -> ControlID {
    ControlID(framework: try #require(FrameworkID(framework)), local: local)
  }

  private static let whole =
    "a/X 2 | A/X 1,b/9(1),Intersects-With,yes,semantic,07,0.50,hybrid,complete,Ann,2026-11-23,Bob,2026-11-24,1,2,\"Shared, \"\"and\"\" left.\"\n"

  @Test func readsEveryColumn() throws {
    let claim = try #require(try read(Self.header + Self.whole).claims.first)
    #expect(claim.source == .nodes([try node("a", "X 2"), try node("a", "X 1")]))
    #expect(claim.target == .nodes([try node("b", "9(1)")]))
    #expect(claim.relations == .intersectsWith)
    #expect(claim.token == "intersects-with")
    #expect(claim.rationale == .semantic)
    #expect(claim.strength == 7)
    #expect(claim.confidence == 0.5)
    #expect(claim.method == .hybrid)
    #expect(claim.status == .complete)
    #expect(claim.author == "Ann")
    #expect(claim.date == CalendarDate("2026-11-23"))
    #expect(claim.reviewer == "Bob")
    #expect(claim.reviewedOn == CalendarDate("2026-11-24"))
    #expect(claim.sourceRevision == RevisionID("1"))
    #expect(claim.targetRevision == RevisionID("2"))
    #expect(claim.note == "Shared, \"and\" left.")
    #expect(claim.isReviewed)
    #expect(claim.origin == CrosswalkModel.SourceLocation(file: "claims.csv", line: 2, column: 1))
  }

  /// Python: `uuid.uuid5(namespace, "source=a/X 1 | a/X 2\x1ftarget=b/9(1)\x1f…")`.
  @Test func derivesTheIdentityFromTheContentAlone() throws {
    let claim = try #require(try read(Self.header + Self.whole).claims.first)
    #expect(claim.id.rawValue == "f04ddf2b-230f-5d22-9ccc-e705ef74ab98")
    let moved = try read(Self.header + "\n\n" + Self.whole.replacing("a/X 2 | A/X 1", with: "a/X 1|a/X 2"))
      .claims
    #expect(moved.first?.id == claim.id)
    #expect(moved.first?.origin.line == 4)
    let other = try read(Self.header + Self.whole.replacing("0.50", with: "0.51")).claims
    #expect(other.first?.id != claim.id)
    // A review brings a claim up to date; it does not make another one.
    let unreviewed = try read(
      Self.header
        + Self.whole.replacing("complete,Ann", with: "draft,Ann").replacing("Bob,2026-11-24", with: ",")
    ).claims
    #expect(unreviewed.first?.id == claim.id)
    #expect(unreviewed.first?.isReviewed == false)
  }

  @Test func leavesMissingColumnsAndEmptyCellsUnknown() throws {
    let claim = try #require(try read(Self.short + "a/X,b/Y,related,,,,,,,,\n").claims.first)
    #expect(claim.relations == .related)
    #expect(claim.status == .draft)
    #expect(claim.reviewer == nil && claim.sourceRevision == nil && claim.note == nil)
    #expect(claim.confidence == nil && claim.strength == nil && claim.rationale == nil && claim.date == nil)
    #expect(!claim.isReviewed)
  }

  @Test(arguments: [
    ("equal-to", "", RelationshipSet.equal, "equal-to"), ("equivalent-to", "", .equal, "equivalent-to"),
    ("subset-of", "", .subsetOf, "subset-of"), ("superset-of", "true", .supersetOf, "superset-of"),
    ("no-relationship", "", .disjoint, "no-relationship"), ("related", "false", .related, "related"),
    ("intersects-with", "", .related, "intersects-with"),
    ("intersects-with", "loose", .related, "intersects-with"),
    ("intersects-with", "0", .related, "intersects-with"),
    ("intersects-with", "NO", .related, "intersects-with"),
    ("intersects-with", "strict", .intersectsWith, "intersects-with"),
    ("intersects-with", "1", .intersectsWith, "intersects-with"),
  ])
  func readsRelationships(word: String, strict: String, relations: RelationshipSet, token: String) throws {
    let (claims, notUsed) = try read(Self.short + "a/X,b/Y,\(word),\(strict),,,,,,,\n")
    #expect(claims.map(\.relations) == [relations])
    #expect(claims.map(\.token) == [token])
    #expect(notUsed.isEmpty)
  }

  @Test func namesALooseMarkThatMeansNothing() throws {
    let table = MarkedSource(Self.short + "a/X,b/Y,subset-of,⟦mark⟧false,,,,,,,\n", name: "claims.csv")
    let (claims, notUsed) = try read(table.text)
    #expect(claims.map(\.relations) == [.subsetOf])
    #expect(notUsed.map(\.location) == [table["mark"]])
  }

  @Test func readsNoCounterpartOnEitherSide() throws {
    let claims = try read(Self.short + "a,b/Y,no-counterpart,,,,,,,,\na/X | a/Z,b,no-counterpart,,,,,,,,\n")
      .claims
    let (a, b) = (try #require(FrameworkID("a")), try #require(FrameworkID("b")))
    #expect(claims.map(\.source) == [.framework(a), .nodes([try node("a", "X"), try node("a", "Z")])])
    #expect(claims.map(\.target) == [.nodes([try node("b", "Y")]), .framework(b)])
    #expect(claims.map(\.relations) == [.disjoint, .disjoint])
    #expect(claims.allSatisfy { $0.isNoCounterpart && $0.token == "no-counterpart" })
  }

  @Test(arguments: [
    "a,b/Y,⟦x⟧related,,,,,,,,", "a/X,b/Y,⟦x⟧no-counterpart,,,,,,,,", "a,b,⟦x⟧no-counterpart,,,,,,,,",
    "⟦x⟧a/X | c/Y,b/Y,related,,,,,,,,", "⟦x⟧a/X | a,b/Y,related,,,,,,,,",
    "⟦x⟧a@1/X | a@2/Y,b/Y,related,,,,,,,,",
    "a/X,b/Y,related,⟦x⟧true,,,,,,,",
  ])
  func refusesClaimsThatContradictThemselves(row: String) throws {
    let error = try errorOfLastRow(row, header: Self.short)
    guard case .contradictoryClaim = error.reason else {
      Issue.record("\(error.reason)")
      return
    }
  }

  @Test func refusesTwoRevisionsOfOneEndAndAReviewByNobody() throws {
    let revisions = try errorOfLastRow("a/X,⟦x⟧b@2/Y,related,,,,,,,,,,,,1,", header: Self.header)
    #expect(revisions.diagnostic.code == "contradictory-claim")
    let nobody = try errorOfLastRow("a/X,b/Y,related,,,,,,,,,,⟦x⟧2026-11-24,,,", header: Self.header)
    #expect(nobody.diagnostic.code == "contradictory-claim")
    let same = try read(Self.header + "a@1/X,b@2/Y,related,,,,,,,,,,,,2,\n").claims
    #expect(same.map(\.sourceRevision) == [RevisionID("1")])
    #expect(same.map(\.targetRevision) == [RevisionID("2")])
  }

  @Test(arguments: [
    ("⟦x⟧,b/Y,related,,,,,,,,", "empty-cell"), ("a/X,⟦x⟧,related,,,,,,,,", "empty-cell"),
    ("a/X,b/Y,⟦x⟧,,,,,,,,", "empty-cell"), ("⟦x⟧a b/X,b/Y,related,,,,,,,,", "malformed-reference"),
    ("a/X,⟦x⟧b/,related,,,,,,,,", "malformed-reference"),
    ("⟦x⟧a/X |,b/Y,related,,,,,,,,", "malformed-reference"),
    ("a/X,b/Y,⟦x⟧intersects,,,,,,,,", "invalid-value"), ("a/X,b/Y,related,⟦x⟧maybe,,,,,,,", "invalid-value"),
    ("a/X,b/Y,related,,⟦x⟧guess,,,,,,", "invalid-value"), ("a/X,b/Y,related,,,⟦x⟧11,,,,,", "invalid-value"),
    ("a/X,b/Y,related,,,⟦x⟧-1,,,,,", "invalid-value"), ("a/X,b/Y,related,,,⟦x⟧7.5,,,,,", "invalid-value"),
    ("a/X,b/Y,related,,,,⟦x⟧1.01,,,,", "invalid-value"), ("a/X,b/Y,related,,,,⟦x⟧nan,,,,", "invalid-value"),
    ("a/X,b/Y,related,,,,⟦x⟧1e-1,,,,", "invalid-value"),
    ("a/X,b/Y,related,,,,⟦x⟧\"0,5\",,,,", "invalid-value"),
    ("a/X,b/Y,related,,,,,⟦x⟧magic,,,", "invalid-value"), ("a/X,b/Y,related,,,,,,⟦x⟧done,,", "invalid-value"),
    ("a/X,b/Y,related,,,,,,,,⟦x⟧23.11.2026", "invalid-value"),
  ])
  func placesEveryErrorAtItsCell(row: String, code: String) throws {
    #expect(try errorOfLastRow(row, header: Self.short).diagnostic.code == code)
  }

  /// The error of a row that stands last, after a good one, in a CRLF file; its place is the mark `x`.
  private func errorOfLastRow(_ row: String, header: String) throws -> ImportError {
    let commas = String(repeating: ",", count: header.count(where: { $0 == "," }) - 2)
    let text = header + "a/Good,b/Good,related\(commas)\n" + row
    let table = MarkedSource(text.replacing("\n", with: "\r\n"), name: "claims.csv")
    let error = try #require(throws: ImportError.self) { try read(table.text) }
    #expect(error.location == table["x"])
    #expect(error.exitStatus == .data)
    return error
  }

  @Test func namesAMissingColumn() throws {
    let error = try #require(throws: ImportError.self) {
      try read("source,target,relationship\na/X,b/Y,related\n")
    }
    #expect(error.reason == .missingColumn("strict", profile: "claims"))
  }

  @Test func namesRepeatedRowsAndUnknownColumns() throws {
    let row = "a/X,b/Y,related,,,5,,,,,,mine\n"
    let other = "a/X,b/Y,related,,,6,,,,,,mine\n"
    let (claims, notUsed) = try read(Self.short.dropLast() + ",colour\n" + row + other + row)
    #expect(claims.map(\.strength) == [5, 6])
    #expect(Set(notUsed.map(\.what)) == ["row", "column \"colour\""])
    #expect(notUsed.first { $0.what == "row" }?.location.line == 4)
    #expect(notUsed.first { $0.what == "row" }?.why == "line 2 says the same")
  }
}
