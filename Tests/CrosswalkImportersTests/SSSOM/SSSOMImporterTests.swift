import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

@Suite struct SSSOMImporterTests {
  private static let predicates: [(String, String, RelationshipSet, String)] = [
    ("skos:exactMatch", "", .equal, "equal-to"),
    ("owl:equivalentClass", "", .equal, "equivalent-to"),
    // The object is the broader one.
    ("skos:broadMatch", "", .subsetOf, "subset-of"), ("rdfs:subClassOf", "", .subsetOf, "subset-of"),
    ("skos:narrowMatch", "", .supersetOf, "superset-of"), ("skos:closeMatch", "", .related, "related"),
    ("skos:relatedMatch", "", .related, "related"),
    ("http://www.w3.org/2004/02/skos/core#broadMatch", "", .subsetOf, "subset-of"),
    // A denial excludes what is denied and nothing more.
    ("skos:exactMatch", "Not", [.subsetOf, .supersetOf, .intersectsWith, .disjoint], "not-equal-to"),
    ("skos:broadMatch", "Not", [.equal, .supersetOf, .intersectsWith, .disjoint], "not-subset-of"),
    ("skos:closeMatch", "Not", [.subsetOf, .supersetOf, .intersectsWith, .disjoint], "not-equal-to"),
    ("skos:relatedMatch", "Not", .disjoint, "no-relationship"),
  ]

  @Test(arguments: predicates)
  func readsWhatPredicatesSay(
    predicate: String, modifier: String, relations: RelationshipSet, token: String
  ) throws {
    let claim = try SSSOMFixture.claim(predicate: predicate, modifier: modifier)
    #expect(claim.relations == relations)
    #expect(claim.token == token)
    #expect(claim.source == .nodes([try SSSOMFixture.node("a", "X")]))
    #expect(claim.target == .nodes([try SSSOMFixture.node("b", "Y")]))
    #expect(claim.status == .draft)
  }

  @Test func readsTheSlotsOfARow() throws {
    let text =
      SSSOMFixture.header + SSSOMFixture.columns
      + "\tconfidence\tcomment\tauthor_label\tmapping_date\treviewer_id\treview_date\tsubject_source_version"
      + "\trecord_id\tsubject_label\n" + "a:X%201\tskos:exactMatch\tb:Y\tsemapv:LexicalMatching\t0.75"
      + "\t\"says \"\"both\"\"\"\tAnn\\|B|Cid\t2026-01-02\ta:r\t2026-02-03\t1.0\ta:7\tlabel\n"
    let read = try SSSOMFixture.read(text)
    let claim = try #require(read.claims.first)
    #expect(claim.source == .nodes([try SSSOMFixture.node("a", "X 1")]))
    #expect(claim.confidence == 0.75)
    #expect(claim.note == "says \"both\"")
    #expect(claim.author == "Ann|B, Cid")
    #expect(claim.date?.description == "2026-01-02")
    #expect(claim.reviewer == "a:r")
    #expect(claim.reviewedOn?.description == "2026-02-03")
    #expect(claim.method == .automation)
    #expect(claim.sourceRevision?.rawValue == "1.0")
    #expect(claim.status == .complete, "a reviewer confirms, unless the agreement says otherwise")
    #expect(claim.properties.contains(Property(name: "record_id", value: "a:7")))
    #expect(claim.properties.contains(Property(name: "mapping_set_id", value: "urn:set")))
    #expect(claim.origin.line == 7)
    #expect(read.notUsed.map(\.what) == ["column \"subject_label\" (1 cell)"])
  }

  @Test(arguments: [
    ("0.9", MappingClaim.Status.complete), ("0.0", .draft), ("-0.9", .rejected), ("", .complete),
  ])
  func aReviewerMayDisagree(agreement: String, status: MappingClaim.Status) throws {
    let text =
      SSSOMFixture.header + SSSOMFixture.columns + "\treviewer_id\treviewer_agreement\n"
      + "a:X\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)\ta:r\t\(agreement)\n"
    #expect(try SSSOMFixture.read(text).claims.map(\.status) == [status])
  }

  @Test func slotsOfTheSetHoldForItsRows() throws {
    let header = SSSOMFixture.header + "#mapping_tool: Matcher\n#mapping_date: \"2026-03-04\"\n#other: x\n"
    let row = "a:X\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)"
    let plain = try SSSOMFixture.read(header + SSSOMFixture.columns + "\n\(row)\n")
    #expect(plain.claims.first?.date?.description == "2026-03-04")
    #expect(plain.claims.first?.properties.contains(Property(name: "mapping_tool", value: "Matcher")) == true)
    #expect(plain.notUsed.map(\.what) == ["slot \"other\""])
    // A column of its own takes the place of the set's value, empty or not.
    let own = try SSSOMFixture.read(header + SSSOMFixture.columns + "\tmapping_tool\n\(row)\t\n")
    #expect(own.claims.first?.properties.contains { $0.name == "mapping_tool" } == false)
  }

  @Test func theAbsenceOfAMatchIsNoVerdictUnlessNothingIsRelated() throws {
    let rows = [
      "a:X\tskos:exactMatch\tsssom:NoTermFound\t\(SSSOMFixture.manual)",
      "a:X\tskos:relatedMatch\tsssom:NoTermFound\t\(SSSOMFixture.manual)",
      "sssom:NoTermFound\tskos:relatedMatch\tsssom:NoTermFound\t\(SSSOMFixture.manual)",
    ]
    let text =
      SSSOMFixture.header + "#object_source: urn:frameworks:b\n" + SSSOMFixture.columns + "\n"
      + rows.joined(separator: "\n")
    let read = try SSSOMFixture.read(text)
    let claim = try #require(read.claims.first)
    #expect(read.claims.count == 1)
    #expect(claim.relations == .disjoint)
    #expect(claim.target == .framework(try #require(FrameworkID("b"))))
    #expect(read.notUsed.map(\.location.line) == [8, 10])
    #expect(read.notUsed.first?.why.hasPrefix("unmapped by its publisher") == true)
  }

  @Test func frameworksComeFromTheUserThePrefixOrTheSource() throws {
    let rows = SSSOMFixture.columns + "\na:X\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)\n"
    let named = try SSSOMFixture.read(SSSOMFixture.header + rows, source: "c", target: "d", known: [])
    #expect(named.claims.first?.source == .nodes([try SSSOMFixture.node("c", "X")]))
    #expect(named.claims.first?.target == .nodes([try SSSOMFixture.node("d", "Y")]))
    let sources = "#subject_source: https://example.org/e\n#object_source: f\n"
    let told = try SSSOMFixture.read(SSSOMFixture.header + sources + rows, known: ["e", "f"])
    #expect(told.claims.first?.source == .nodes([try SSSOMFixture.node("e", "X")]))
    #expect(told.claims.first?.target == .nodes([try SSSOMFixture.node("f", "Y")]))
    let error = try #require(throws: ImportError.self) {
      try SSSOMFixture.read(SSSOMFixture.header + rows, known: ["a"])
    }
    #expect(error.diagnostic.hint == "name it with --target-framework ID")
    #expect(error.location.line == 7)
  }

  @Test func metadataOfItsOwnIsReadAndYieldsToTheFile() throws {
    let outside = "curie_map:\n  a: urn:a/\n  b: urn:b/\nlicense: urn:outside\n"
    let text =
      "#license: urn:inside\n" + SSSOMFixture.columns
      + "\na:X\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)\n"
    let claim = try #require(try SSSOMFixture.read(text, metadata: outside).claims.first)
    #expect(claim.properties.contains(Property(name: "license", value: "urn:inside")))
    #expect(!claim.properties.contains { $0.value == "urn:outside" })
  }

  @Test func bothEndsOfOneSideMustBeOneVocabulary() throws {
    let source = MarkedSource(
      "#curie_map:\n#  p: urn:p/\n#  q: urn:q/\n" + SSSOMFixture.columns
        + "\np:X\tskos:exactMatch\tp:Y\t\(SSSOMFixture.manual)\n⟦x⟧q:X\tskos:exactMatch\tp:Y\t\(SSSOMFixture.manual)\n"
    )
    let error = try #require(throws: ImportError.self) {
      try SSSOMFixture.read(source.file, source: "s", target: "t")
    }
    #expect(error.location == source["x"])
    #expect(error.diagnostic.code == "several-vocabularies")
  }

  @Test func unionsAreComposedEntities() throws {
    let text =
      SSSOMFixture.header + SSSOMFixture.columns + "\tsubject_type\n"
      + "a:union(9%282%29,X%2CY)\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)\tcomposed entity expression\n"
    #expect(
      try SSSOMFixture.read(text).claims.first?.source
        == .nodes([try SSSOMFixture.node("a", "9(2)"), try SSSOMFixture.node("a", "X,Y")]))
  }
}
