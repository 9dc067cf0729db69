import CrosswalkExporters
import CrosswalkModel
import Testing

@Suite struct DiffReportTests {
  private static let framework = Sample.framework("house-rules")

  private static func node(
    _ local: String, _ title: String = "", control: String? = nil, text: String = "",
    kind: NodeKind = .control
  ) throws -> CatalogDiff.Node {
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(id: Sample.revision(framework, "1"), title: ""), file: "house.xml")
    var parent: Int32 = -1
    if let control {
      var row = NodeRow(kind: .control, parent: -1, line: 1, column: 1)
      row.local = builder.store(control)
      row.title = builder.store("Title of \(control)")
      parent = builder.append(row)
    }
    var row = NodeRow(kind: kind, parent: parent, line: 1, column: 1)
    row.local = builder.store(local)
    row.title = builder.store(title)
    row.text = builder.store(text)
    let index = builder.append(row)
    return CatalogDiff.Node(try builder.finished()[Int(index)])
  }

  private static func side(_ revision: String, _ title: String) -> CatalogDiff.Side {
    .init(
      CatalogMetadata(
        id: Sample.revision(framework, revision), title: title, language: "en",
        asOf: Sample.day("2026-0\(revision)-01")))
  }

  /// One of everything, with `vector` wherever text of others stands.
  static func report(_ vector: String = "<i>text</i>") throws -> RevisionReport {
    let words = WordChange(runs: [
      WordRun(
        .kept, "Doors are kept as closed as the people of the house want them to be, whatever it costs, at"),
      WordRun(.removed, "night \(vector)"), WordRun(.inserted, "all times \(vector)"),
    ])
    var diff = CatalogDiff(from: side("1", vector), to: side("2", vector))
    let mark = try #require(
      AmendmentMark(Property(name: "amended-by", value: "inserted 32026R1744 AR:1;PT:3")))
    diff.added = [.init(try node("HO-7", vector, text: vector), marks: [mark])]
    diff.withdrawn = [.init(try node("HO-2", "Windows"))]
    diff.removed = [.init(try node("HO-6", vector))]
    diff.reinstated = [.init(try node("HO-3", "Bins"))]
    diff.moved = [
      .init(
        from: try node("HO-2", "Windows"), to: ControlID(framework: framework, local: vector),
        destination: nil, ground: .movedTo),
      .init(
        from: try node("HO-8"), to: ControlID(framework: framework, local: "HO-1"),
        destination: try node("HO-1", "Doors"), ground: .otherParent),
    ]
    diff.renumbered = [
      .init(
        from: try node("HO-4", "Stairs"), to: ControlID(framework: framework, local: "HO-9"),
        destination: try node("HO-9", "Stairs"), ground: .sameText)
    ]
    let item = try node("HO-1#a", control: "HO-1", text: vector, kind: .statement)
    let change = CatalogDiff.Change(
      before: item, after: item, parts: [.words(.requirement, words, language: nil)], marks: [mark])
    let control = try node("HO-1", "Doors")
    diff.changed = [
      change,
      .init(
        before: control, after: control,
        parts: [
          .value(.modality, before: "", after: "duty"),
          .list(.links, removed: ["related: #\(vector)"], inserted: ["related: #b"]),
          .parameter(
            .init(
              id: vector,
              facets: [
                .init(name: "", before: vector, after: "x"), .init(name: "label", before: nil, after: "y"),
              ])),
          .words(
            .parallelText, WordChange(runs: [WordRun(.removed, "alt"), WordRun(.inserted, "neu")]),
            language: "de"),
        ]),
    ]
    diff.notCompared = [.init(control, .otherKindOfText)]
    diff.staleRelevant = [.init(item.id, .changed)]
    diff.metadata = [
      .value(.title, before: "", after: vector),
      .list(.properties, removed: ["version: 1"], inserted: ["version: 2"]),
    ]
    let claim = MappingClaim(
      id: Sample.uuid(1), source: .nodes([ControlID(framework: framework, local: "HO-1")]),
      target: .nodes([Sample.control("9(1)")]), relations: .supersetOf, token: "superset-of",
      confidence: 0.9, sourceRevision: RevisionID("1"),
      origin: SourceLocation(file: "my claims.csv", line: 2, column: 1))
    let ends = [
      EndChange(
        control.id, .changed, changes: [change], added: [try node("HO-1#c", text: vector, kind: .statement)],
        removed: [try node("HO-1#d", text: "old", kind: .statement)]),
      EndChange(ControlID(framework: framework, local: "HO-2"), .withdrawn, moves: [diff.moved[0]]),
      EndChange(ControlID(framework: framework, local: vector), .gone),
      EndChange(ControlID(framework: framework, local: ""), .changed, count: 3),
    ]
    return RevisionReport(
      diff: diff, asOf: Sample.day("2026-11-23"), claims: 4, claimsOfOlder: 2,
      staleClaims: [.init(claim: claim, named: nil, changes: ends)], verdicts: [verdicts(claim, vector)])
  }

  private static func verdicts(_ claim: MappingClaim, _ vector: String) -> RevisionReport.VerdictComparison {
    let before = Sample.finding("9(1)", vector, .covered, group: "9", chapter: "iii", title: vector)
    var after = before
    after.stale = true
    let gap = Sample.report([after])
    var comparison = RevisionReport.VerdictComparison(
      WhatIfReport(
        patch: .init(), before: .init(Sample.report([before])), after: gap, conflicts: [],
        changes: [
          .init(
            target: Sample.control("9(1)"), title: vector, before: .init(before), after: .init(after),
            causes: [.init(.stale, claim)]),
          .init(target: Sample.control("9(2)"), title: "", before: .init(before), after: nil, causes: []),
        ], affected: []))
    comparison.source = Sample.revision(framework, "2")
    return comparison
  }

  @Test(
    arguments: [
      ("table", "diff.txt"), ("markdown", "diff.md"), ("json", "diff.json"), ("html", "diff.html"),
    ])
  func looksAsReviewed(format: String, golden: String) throws {
    let exporter = try #require(DiffFormat(rawValue: format)).exporter(style: .init(width: 80, color: false))
    try Golden.expect(try exporter.export(try Self.report()), equals: golden)
  }

  @Test(arguments: [20, 40, 80, 120]) func noLineIsWiderThanTheTerminal(width: Int) throws {
    let page = try text(DiffTableExporter(style: .init(width: width, color: false)), try Self.report())
    let place = "my claims.csv:2:1"
    for line in page.split(separator: "\n") where !line.contains(place) {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><svg onload=alert(1)>",
    "{{caution}}{{{counts}}}", "\"\u{301} onload=x", "</ins></del><base href=//x>",
  ]) func noTextBecomesMarkupOfThePage(vector: String) throws {
    let page = try text(DiffHTMLExporter(), try Self.report(vector))
    let plain = try text(DiffHTMLExporter(), try Self.report("text"))
    let tags = { (page: String) in page.matches(of: /<[!\/a-zA-Z][^>]*>/).map { String($0.output) } }
    let names = { (page: String) in
      tags(page).map { String($0.prefix { $0 != " " && $0 != ">" }) }
    }
    #expect(names(page) == names(plain))
    #expect(!tags(page).contains { $0.contains(/\s(on[a-z]+|style)\s*=/) })
  }

  @Test func thePageRunsNoScriptAndItsLinksLeadToPlaces() throws {
    let page = try text(DiffHTMLExporter(), try Self.report())
    #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("<i>"))
    let places = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    let links = page.matches(of: /href="#([^"]*)"/).map { String($0.output.1) }
    #expect(Set(places).count == places.count && Set(links).subtracting(places).isEmpty)
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func changedWordsDifferWithoutColour() throws {
    let page = try text(DiffHTMLExporter(), try Self.report("words"))
    #expect(page.contains("<del><span class=\"unseen\">removed: </span>night words</del>"))
    #expect(page.contains("<ins><span class=\"unseen\">inserted: </span>all times words</ins>"))
    #expect(page.contains("text-decoration: line-through") && page.contains("text-decoration: underline"))
  }

  @Test func markdownKeepsTextOfOthersFromBecomingMarkup() throws {
    let page = try text(DiffMarkdownExporter(), try Self.report("**bold** <b>x</b> | `y`"))
    #expect(!page.contains("<b>") && !page.contains("**bold**") && !page.contains("`y`"))
  }
}
