import CrosswalkModel
import Testing

@testable import CrosswalkStore

/// The official text and the toolkit's summaries are two texts of one revision.
@Suite struct JoiningTests {
  let act = revision("act", "2026")
  let bench: Workbench
  let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
  }

  private func ours() throws -> Catalog {
    var metadata = CatalogMetadata(
      id: act, title: "Our title", asOf: CalendarDate("2026-07-27"), licence: "ours")
    metadata.selection = "a selection"
    var builder = CatalogBuilder(metadata: metadata, file: "ours.csv")
    func node(_ local: String, _ kind: NodeKind, under parent: Int32, summary: String) -> Int32 {
      var row = NodeRow(kind: kind, parent: parent, line: UInt32(builder.rows.count + 1), column: 1)
      row.local = builder.store(local)
      row.summary = builder.store(summary)
      row.modality = .duty
      row.roles = RoleSet(rawValue: 1)
      row.appliesFrom = builder.store("2027-12-02")
      return builder.append(row)
    }
    let article = node("9", .control, under: -1, summary: "risk management")
    _ = node("9(1)", .statement, under: article, summary: "have a system")
    _ = node("9(1a)", .statement, under: article, summary: "only ours")
    _ = node("9(2)", .statement, under: article, summary: "keep it going")
    return try builder.finished()
  }

  private func official() throws -> Catalog {
    try catalog(
      act, title: "Official title", file: "official.xml",
      [
        Sketch(
          local: "chapter-iii", kind: .group,
          parts: [
            Sketch(
              local: "Article 9", kind: .control, text: "Risk management system",
              parts: [
                Sketch(local: "9(1)", text: "A system shall be established"),
                Sketch(
                  local: "9(2)", text: "It shall be:", parts: [Sketch(local: "9(2)(a)", text: "documented")]),
              ])
          ])
      ])
  }

  private func check(_ joined: Catalog) {
    #expect(joined.nodes.map(\.local) == ["chapter-iii", "9", "9(1)", "9(1a)", "9(2)", "9(2)(a)"])
    #expect(joined.rows.map(\.parent) == [-1, 0, 1, 1, 1, 4])
    #expect(
      joined.nodes.map(\.text) == [
        "", "Risk management system", "A system shall be established", "", "It shall be:", "documented",
      ])
    #expect(
      joined.nodes.map(\.summary) == [
        "", "risk management", "have a system", "only ours", "keep it going", "",
      ])
    #expect(joined[1].modality == .duty)
    #expect(joined[1].appliesFrom == CalendarDate("2027-12-02"))
    #expect(joined[1].aliases == ["Article 9"])
    #expect(joined[5].modality == nil)
    #expect(joined[2].location == SourceLocation(file: "official.xml", line: 3, column: 3))
    #expect(joined[3].location == SourceLocation(file: "ours.csv", line: 3, column: 1))
    #expect(joined[4].location.file == "official.xml")
    #expect(joined.metadata.title == "Our title")
    #expect(joined.metadata.selection == nil)
    #expect(joined.metadata.asOf == CalendarDate("2026-07-27"))
  }

  private func bundle() throws -> [StoreImport] { [StoreImport(graph: graph(try ours()), origin: origin())] }

  @Test func officialTextJoinsTheBundledSummaries() throws {
    try store.saveBundled(try bundle(), version: "1")
    let summary = try store.save(graph(try official()), origin: origin())
    #expect(summary.catalogs.map(\.outcome) == [.joined])
    check(try store.catalog(act))
    let listed = try #require(try store.frameworks().first)
    #expect(listed.isBundled)
    #expect(listed.counts == CatalogCounts(try store.catalog(act)))
  }

  @Test func theOrderInWhichTheyComeDoesNotMatter() throws {
    try store.save(graph(try official()), origin: origin())
    try store.saveBundled(try bundle(), version: "1")
    check(try store.catalog(act))
  }

  @Test func theOfficialTextTwiceIsUnchangedAndAnotherOneRefused() throws {
    try store.saveBundled(try bundle(), version: "1")
    try store.save(graph(try official()), origin: origin())
    #expect(try store.save(graph(try official()), origin: origin()).isUnchanged)
    let other = try catalog(act, [Sketch(local: "9(1)", text: "changed")])
    let error = #expect(throws: StoreError.self) { try store.save(graph(other), origin: origin()) }
    #expect(error?.reason == .revisionExists(act))
    #expect(error?.diagnostic.hint?.contains("--revision") == true)
  }

  @Test func aCatalogWithoutACommonNodeIsNotItsOfficialText() throws {
    try store.saveBundled(try bundle(), version: "1")
    let stranger = try catalog(act, [Sketch(local: "Z")])
    #expect(throws: StoreError.self) { try store.save(graph(stranger), origin: origin()) }
  }

  @Test func attachingTheOfficialTextStalesNothing() throws {
    let about = claim("1", "act/9(2)", "x/1", from: "2026")
    let older = try catalog(revision("act", "2024"), [Sketch(local: "9(2)", summary: "keep it  going")])
    let fromOlder = claim("2", "act/9(2)", "x/1", from: "2024")
    try store.saveBundled(try bundle(), version: "1")
    try store.save(graph(older, claims: [about, fromOlder]), origin: origin())
    let x = try catalog(revision("x", "1"), [Sketch(local: "1")])
    try store.save(graph(x), origin: origin())
    #expect(try store.graph([act, revision("x", "1")]).staleClaims.isEmpty)
    try store.save(graph(try official()), origin: origin())
    let after = try store.graph([act, revision("x", "1")])
    #expect(after.claims.count == 2)
    #expect(after.staleClaims.isEmpty)
  }

  /// A bare heading is not counted in the bundled content; the official text says what it requires.
  @Test func aHeadingWithoutASummaryHidesNoDutyOfTheOfficialText() throws {
    var builder = CatalogBuilder(metadata: CatalogMetadata(id: act, title: "Ours"), file: "ours.csv")
    for (local, summary) in [("4", ""), ("5", "prohibited practices")] {
      var row = NodeRow(kind: .control, parent: -1, line: 1, column: 1)
      row.local = builder.store(local)
      row.summary = builder.store(summary)
      row.assessable = false
      builder.append(row)
    }
    let own = try builder.finished()
    #expect(own.nodes.allSatisfy { !$0.isAssessable })
    let text = try catalog(
      act,
      [Sketch(local: "4", kind: .control, text: "Measures"), Sketch(local: "5", kind: .control, text: "No")])
    let joined = try CatalogJoining.join(summaries: own, official: text)
    #expect(joined.nodes.map(\.isAssessable) == [true, false])
  }

  @Test func namesThatDifferOnlyInSpellingAreNotConfusedWithOthers() throws {
    let own = try catalog(act, [Sketch(local: "AC-2", summary: "s"), Sketch(local: "ac-02", summary: "t")])
    let text = try catalog(act, [Sketch(local: "AC-02", text: "u"), Sketch(local: "AC-2", text: "v")])
    let joined = try CatalogJoining.join(summaries: own, official: text)
    // AC-2 is AC-2; of the rest one key names one node on each side.
    #expect(joined.nodes.map(\.local) == ["ac-02", "AC-2"])
    #expect(joined.nodes.map(\.summary) == ["t", "s"])
    #expect(joined.nodes.map(\.text) == ["u", "v"])
  }
}
