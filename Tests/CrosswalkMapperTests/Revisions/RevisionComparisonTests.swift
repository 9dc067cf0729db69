import CrosswalkModel
import Testing

@testable import CrosswalkMapper

enum RevisionComparisonFixture {
  static func diff(_ from: Catalog, _ to: Catalog) -> CatalogDiff {
    RevisionComparison(from: from, to: to).diff()
  }
}

@Suite struct RevisionComparisonTests {
  private typealias Node = RevisionSketch

  private func locals(_ entries: [CatalogDiff.Entry]) -> [String] { entries.map(\.node.id.local) }

  private func touched(_ diff: CatalogDiff) -> [String] {
    diff.staleRelevant.map { "\($0.id.local) \($0.outcome.rawValue)" }
  }

  /// A control with a statement of two items, a guidance, and a second control.
  private static let catalog: [RevisionSketch] = [
    Node(
      local: "AC-1", kind: .control, title: "Policy",
      parts: [
        Node(
          local: "AC-1#s", text: "Organizations write a policy:",
          parts: [
            Node(local: "AC-1#s.a", text: "that names who may enter; and"),
            Node(local: "AC-1#s.b", text: "that is reviewed every year."),
          ]), Node(local: "AC-1#g", kind: .guidance, text: "A policy may be short."),
      ]),
    Node(local: "AC-2", kind: .control, title: "Accounts", text: "Accounts are managed by their owners."),
  ]

  @Test func nothingDiffersBetweenACatalogAndItself() throws {
    let diff = try revisionDiff(Self.catalog, Self.catalog)
    #expect(diff.isEmpty && diff.staleRelevant.isEmpty && diff.notCompared.isEmpty && diff.metadata.isEmpty)
  }

  @Test func changedWordsOfAPartAreShownThereAndStaleEverythingAbove() throws {
    var after = Self.catalog
    after[0].parts[0].parts[1].text = "that is reviewed every month."
    let diff = try revisionDiff(Self.catalog, after)
    let change = try #require(diff.changed.first)
    #expect(diff.changed.count == 1 && change.after.id.local == "AC-1#s.b")
    #expect(change.after.control == "AC-1" && change.after.controlTitle == "Policy")
    let words = WordChange(runs: [
      WordRun(.kept, "that is reviewed every"), WordRun(.removed, "year."), WordRun(.inserted, "month."),
    ])
    #expect(change.parts == [.words(.requirement, words, language: nil)])
    #expect(diff.changedControls == ["AC-1"])
    #expect(touched(diff) == ["AC-1 changed", "AC-1#s changed", "AC-1#s.b changed"])
  }

  @Test func guidanceLinksTitlesAndPropertiesAreShownAndStaleNothing() throws {
    var after = Self.catalog
    after[0].title = "Policy and Procedures"
    after[0].parts[1].text = "A policy may be very short."
    after[1].facts = [(.link, "related", "#ac-1"), (.property, "priority", "P1"), (.note, "1", "See there.")]
    let diff = try revisionDiff(Self.catalog, after)
    #expect(diff.changed.map(\.after.id.local) == ["AC-1", "AC-1#g", "AC-2"])
    #expect(
      diff.changed.map { $0.parts.map(\.field) } == [[.title], [.guidance], [.links, .properties, .notes]])
    #expect(diff.staleRelevant.isEmpty && !diff.changed.contains(where: \.isOfRequirement))
  }

  @Test func aParameterIsShownAsSuchAndItsTextWhereItStands() throws {
    var (before, after) = (Self.catalog, Self.catalog)
    before[1].text = "Accounts are reviewed [Assignment: often]."
    after[1].text = "Accounts are reviewed [Assignment: every month]."
    before[1].facts = [
      (.property, "param:ac-2_prm_1", "[Assignment: often]"), (.property, "param:x/label", "X"),
    ]
    after[1].facts = [
      (.property, "param:ac-2_prm_1", "[Assignment: every month]"),
      (.property, "param:ac-2_prm_1/guideline", "Not rarely."),
    ]
    let change = try #require(try revisionDiff(before, after).changed.first)
    #expect(change.parts.map(\.field) == [.requirement, .parameters, .parameters])
    #expect(
      change.parts[1]
        == .parameter(
          .init(
            id: "ac-2_prm_1",
            facets: [
              .init(name: "", before: "[Assignment: often]", after: "[Assignment: every month]"),
              .init(name: "guideline", before: nil, after: "Not rarely."),
            ])))
    #expect(
      change.parts[2] == .parameter(.init(id: "x", facets: [.init(name: "label", before: "X", after: nil)])))
  }

  @Test func modalityRolesAndDatesAreShown() throws {
    var (before, after) = (Self.catalog, Self.catalog)
    before[1].modality = .duty
    after[1].modality = .condition
    before[1].roles = try #require(RoleSet(name: "provider"))
    after[1].roles = try #require(RoleSet(name: "deployer"))
    after[1].appliesFrom = "2027-12-02"
    let change = try #require(try revisionDiff(before, after).changed.first)
    #expect(
      change.parts == [
        .value(.modality, before: "duty", after: "condition"),
        .value(.appliesFrom, before: "", after: "2027-12-02"),
        .list(.roles, removed: ["provider"], inserted: ["deployer"]),
      ])
  }

  @Test func aWithdrawnNodeSaysWhereItWent() throws {
    var after = Self.catalog
    after[1].isWithdrawn = true
    after[1].facts = [(.link, "moved-to", "#AC-1#s.a"), (.link, "incorporated-into", "#sr-12")]
    let diff = try revisionDiff(Self.catalog, after)
    #expect(locals(diff.withdrawn) == ["AC-2"] && diff.removed.isEmpty)
    #expect(diff.moved.map(\.to.local) == ["AC-1#s.a", "sr-12"])
    #expect(diff.moved.map(\.ground) == [.movedTo, .incorporatedInto])
    #expect(diff.moved[0].destination?.id.local == "AC-1#s.a" && diff.moved[1].destination == nil)
    #expect(touched(diff) == ["AC-2 withdrawn"])
    let back = try revisionDiff(after, Self.catalog)
    #expect(locals(back.reinstated) == ["AC-2"] && back.moved.isEmpty && touched(back) == ["AC-2 reinstated"])
  }

  @Test func thePartsOfAWithdrawnNodeGoWithItAndItsLinksAreNoChange() throws {
    var after = Self.catalog
    after[0].isWithdrawn = true
    after[0].facts = [(.link, "moved-to", "#AC-2"), (.property, "status", "withdrawn")]
    after[0].parts = []
    let diff = try revisionDiff(Self.catalog, after)
    #expect(locals(diff.withdrawn) == ["AC-1"] && diff.removed.isEmpty && diff.changed.isEmpty)
    #expect(touched(diff) == ["AC-1 withdrawn", "AC-1#s gone", "AC-1#s.a gone", "AC-1#s.b gone"])
  }

  @Test func whatIsGoneWithoutAMarkIsRemoved() throws {
    let diff = try revisionDiff(Self.catalog, [Self.catalog[1]])
    #expect(locals(diff.removed) == ["AC-1", "AC-1#s", "AC-1#s.a", "AC-1#s.b", "AC-1#g"])
    #expect(diff.withdrawn.isEmpty && diff.added.isEmpty)
    // Guidance has no claims.
    #expect(touched(diff) == ["AC-1 gone", "AC-1#s gone", "AC-1#s.a gone", "AC-1#s.b gone"])
  }

  @Test func otherLabelFormsAreTheSameControl() throws {
    var after = Self.catalog
    after[0].local = "AC-01"
    after[0].label = "AC-01"
    after[1].local = "ac-2"
    #expect(try revisionDiff(Self.catalog, after).isEmpty)
  }

  @Test func anotherNameOfANodeFindsIt() throws {
    var after = Self.catalog
    after[1].local = "ACCESS-ACCOUNTS"
    after[1].facts = [(.alias, "", "AC-2")]
    let diff = try revisionDiff(Self.catalog, after)
    #expect(diff.isEmpty && diff.staleRelevant.isEmpty)
  }

  @Test func theSameWordsUnderAnotherNameAreRenumbered() throws {
    var after = Self.catalog
    after[0].local = "PL-7"
    after[0].parts[0].local = "PL-7#s"
    after[0].parts[0].parts[0].local = "PL-7#s.a"
    after[0].parts[0].parts[1].local = "PL-7#s.b"
    after[0].parts[1].local = "PL-7#g"
    after[0].parts[1].text = "A policy need not be long."
    let diff = try revisionDiff(Self.catalog, after)
    #expect(diff.added.isEmpty && diff.removed.isEmpty)
    #expect(
      diff.renumbered.map { "\($0.from.id.local) \($0.to.local)" } == [
        "AC-1 PL-7", "AC-1#s PL-7#s", "AC-1#s.a PL-7#s.a", "AC-1#s.b PL-7#s.b", "AC-1#g PL-7#g",
      ])
    // A claim that names the old number finds nothing any more.
    #expect(touched(diff).contains("AC-1 gone"))
    #expect(diff.changed.map { $0.parts.map(\.field) } == [[.guidance]])
  }

  @Test func whatStandsTwiceInTheSameWordsIsNotGuessed() throws {
    let words = "Keep the same words in two places."
    let diff = try revisionDiff(
      [Node(local: "1", kind: .control, text: words), Node(local: "2", kind: .control, text: words)],
      [Node(local: "3", kind: .control, text: words), Node(local: "4", kind: .control, text: words)])
    #expect(
      diff.renumbered.isEmpty && locals(diff.removed) == ["1", "2"] && locals(diff.added) == ["3", "4"])
  }

  @Test func wordsThatAlsoStandWhereTheyStoodAreNoNewNumber() throws {
    let words = "Keep the same words in two places."
    let kept = Node(local: "1", kind: .control, text: words)
    for (before, after) in [([kept], [Node]()), ([], [kept]), ([kept], [kept])] {
      let diff = try revisionDiff(
        before + [Node(local: "2", kind: .control, text: words)],
        after + [Node(local: "3", kind: .control, text: words)])
      #expect(diff.renumbered.isEmpty)
      #expect(locals(diff.removed).contains("2") && locals(diff.added).contains("3"))
    }
  }

  @Test func aNodeUnderAnotherParentHasMoved() throws {
    var after = Self.catalog
    after[1].parts = [after[0].parts[0].parts.removeLast()]
    let diff = try revisionDiff(Self.catalog, after)
    #expect(
      diff.moved.map { "\($0.from.id.local) \($0.to.local) \($0.ground.rawValue)" } == [
        "AC-1#s.b AC-2 other-parent"
      ])
    #expect(touched(diff) == ["AC-1 changed", "AC-1#s changed", "AC-2 changed"])
  }

  @Test func onlyTextsOfOneKindAndLanguageAreCompared() throws {
    let summary = [Node(local: "1", kind: .control, summary: "ours")]
    let official = [Node(local: "1", kind: .control, text: "theirs", summary: "ours")]
    let only = [Node(local: "1", kind: .control, text: "theirs")]
    #expect(try revisionDiff(summary, official).isEmpty)
    let kinds = try revisionDiff(summary, only)
    #expect(kinds.isEmpty && kinds.notCompared.map(\.reason) == [.otherKindOfText])
    let none = try revisionDiff([Node(local: "1", kind: .control)], only)
    #expect(none.isEmpty && none.notCompared.map(\.reason) == [.textOnOneSide])
    // A heading says nothing of what is required below it, on either side.
    let headings = [
      Node(local: "g", kind: .group, title: "Group"), Node(local: "1", kind: .control, title: "Heading"),
    ]
    let unknown = try revisionDiff(headings, headings)
    #expect(unknown.isEmpty && unknown.notCompared.map(\.reason) == [.noText])
    #expect(unknown.notCompared.map(\.node.id.local) == ["1"])
    let emptied = try revisionDiff(only, [Node(local: "1", kind: .control)])
    #expect(emptied.notCompared.isEmpty && emptied.changed.first?.isOfRequirement == true)
    #expect(touched(emptied) == ["1 changed"])
    let languages = RevisionComparison(
      from: try Node.catalog("1", language: "en-GB", only),
      to: try Node.catalog("2", language: "de", [Node(local: "1", kind: .control, text: "ihre")])
    ).diff()
    #expect(languages.isEmpty && languages.notCompared.map(\.reason) == [.otherLanguage])
    let dialects = RevisionComparison(
      from: try Node.catalog("1", language: "en-GB", only), to: try Node.catalog("2", language: "en", only)
    ).diff()
    #expect(dialects.notCompared.isEmpty)
  }

  @Test func aParallelTextIsComparedInItsOwnLanguage() throws {
    var (before, after) = (Self.catalog, Self.catalog)
    before[1].facts = [(.property, "text:de", "Konten hat jeder."), (.property, "title:fr", "Comptes")]
    after[1].facts = [(.property, "text:de", "Konten hat keiner."), (.property, "text:it", "Conti")]
    let change = try #require(try revisionDiff(before, after).changed.first)
    #expect(change.parts.count == 1 && change.parts[0].field == .parallelText)
    guard case .words(_, let words, let language) = change.parts[0] else { return }
    #expect(language == "de" && words.before == "Konten hat jeder." && words.after == "Konten hat keiner.")
  }

  @Test func marksOfAmendingActsStandBesideWhatTheyDid() throws {
    var after = Self.catalog
    let mark = "inserted 32026R1744 AR:1;PT:3"
    after[0].parts[0].parts.append(
      Node(local: "AC-1#s.c", text: "new words of the act.", facts: [(.property, "amended-by", mark)]))
    after[1].facts = [(.property, "amended-in-part-by", "replaced 32024R1183R(02) CR:2;NT:0")]
    let diff = try revisionDiff(Self.catalog, after)
    #expect(
      diff.added.map { $0.marks.map(\.words) } == [
        ["inserted by Regulation (EU) 2026/1744, Article 1, point (3)"]
      ])
    #expect(
      diff.changed.map { $0.marks.map(\.words) } == [
        ["in part replaced by a corrigendum of Regulation (EU) 2024/1183, correction 2"]
      ])
    #expect(diff.changed[0].parts.isEmpty && touched(diff) == ["AC-1 changed", "AC-1#s changed"])
  }
}
