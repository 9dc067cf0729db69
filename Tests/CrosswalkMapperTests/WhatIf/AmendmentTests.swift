import CrosswalkModel
import Testing

/// A catalog as it would be with an amendment.
@Suite struct AmendmentTests {
  private let catalog: Catalog
  private let place = SourceLocation(file: "patch.json", line: 7, column: 3)
  private var amendment: CatalogAmendment

  init() throws {
    var test = TestGraph()
    try test.add(
      "law",
      """
      1 [duty] [provider] @2027-01-01
        1.1
        1.2
          1.2.a
      2 [enhancement]
      """)
    let framework = try #require(FrameworkID("law"))
    catalog = try #require(test.graph.catalog(framework))
    amendment = CatalogAmendment(framework: framework, location: place)
  }

  private func mention(_ local: String, text: String? = nil) -> CatalogAmendment.Mention {
    var wording = CatalogAmendment.Wording()
    wording.text = text
    return .init(local: local, wording: wording, location: place)
  }

  private func addition(_ local: String, in parent: String?, after: String? = nil)
    -> CatalogAmendment.Addition
  {
    .init(local: local, parent: parent, after: after, kind: .statement, wording: .init(), location: place)
  }

  private func reason(_ amendment: CatalogAmendment) throws -> AmendmentError.Reason {
    let error = try #require(throws: AmendmentError.self) { _ = try amendment.amended(catalog) }
    #expect(error.location == place)
    return error.reason
  }

  @Test func anEmptyAmendmentKeepsEverythingButTheRevision() throws {
    let amended = try amendment.amended(catalog)
    #expect(amended.metadata.id.revision.rawValue == "1+patch")
    #expect(amended.nodes.map(\.local) == catalog.nodes.map(\.local))
    #expect(amended.rows.map(\.parent) == catalog.rows.map(\.parent))
    #expect(amended.rows.map(\.kind) == catalog.rows.map(\.kind))
    #expect(amended.nodes.map(\.location) == catalog.nodes.map(\.location))
    #expect(amended[0].appliesFrom == catalog[0].appliesFrom && amended[0].roles == catalog[0].roles)
  }

  @Test func nodesAreAddedWhereTheyBelong() throws {
    var amendment = amendment
    amendment.additions = [
      addition("1.3.a", in: "1.3"), addition("1.1bis", in: "1", after: "1.1"), addition("1.3", in: "1"),
      addition("1.2.b", in: "1.2"), addition("3", in: nil),
    ]
    let amended = try amendment.amended(catalog)
    #expect(
      amended.nodes.map(\.local) == [
        "1", "1.1", "1.1bis", "1.2", "1.2.a", "1.2.b", "1.3", "1.3.a", "2", "3",
      ])
    #expect(amended.nodes.first { $0.local == "1.3.a" }?.parent?.local == "1.3")
    #expect(amended.nodes.first { $0.local == "1.3" }?.location == place)
  }

  @Test func whatIsRemovedOrWithdrawnTakesItsPartsAlong() throws {
    var amendment = amendment
    amendment.removed = [mention("1.2")]
    #expect(try amendment.amended(catalog).nodes.map(\.local) == ["1", "1.1", "2"])
    amendment.removed = []
    amendment.withdrawn = [mention("1.2")]
    let withdrawn = try amendment.amended(catalog).nodes.filter(\.isWithdrawn).map(\.local)
    #expect(withdrawn == ["1.2", "1.2.a"])
  }

  @Test func aNewWordingTakesThePlaceOfAllOldWords() throws {
    var amendment = amendment
    amendment.changes = [mention("1.1", text: "A first text.")]
    let once = try amendment.amended(catalog)
    #expect(once[1].text == "A first text." && once[1].title == catalog[1].title)
    var wording = CatalogAmendment.Wording()
    wording.summary = "Another summary."
    amendment.changes = [.init(local: "1.1", wording: wording, location: place)]
    let twice = try amendment.amended(once)
    #expect(twice[1].text.isEmpty, "the old text is not known to hold")
    #expect(twice[1].requirement == "Another summary.")
    #expect(twice.metadata.id.revision.rawValue == "1+patch+patch")
  }

  @Test func whatDoesNotFitIsRefusedAtItsPlace() throws {
    var unknown = amendment
    unknown.changes = [mention("1.9")]
    #expect(try reason(unknown) == .unknownNode(closest: ["1.1", "1.2"]))
    var known = amendment
    known.additions = [addition("1.1", in: "1")]
    #expect(try reason(known) == .alreadyThere)
    var twice = amendment
    twice.changes = [mention("1.1"), mention("1.1")]
    #expect(try reason(twice) == .namedTwice)
    var gone = amendment
    gone.removed = [mention("1.2")]
    gone.changes = [mention("1.2.a")]
    #expect(try reason(gone) == .namedTwice)
    var beside = amendment
    beside.additions = [addition("4", in: "1", after: "2")]
    #expect(try reason(beside) == .notBeside(parent: "1"))
    var circle = amendment
    circle.additions = [addition("5", in: "6"), addition("6", in: "5")]
    #expect(try reason(circle) == .parentCycle)
    var other = amendment
    other.revision = RevisionID("2")
    let given = catalog.metadata.id
    #expect(try reason(other) == .otherRevision(try #require(RevisionID("2")), given: given))
  }

  @Test func aRemovedNameMayBeUsedAgain() throws {
    var amendment = amendment
    amendment.removed = [mention("1.1")]
    amendment.additions = [addition("1.1", in: "1")]
    #expect(try amendment.amended(catalog).nodes.map(\.local) == ["1", "1.2", "1.2.a", "1.1", "2"])
  }
}
