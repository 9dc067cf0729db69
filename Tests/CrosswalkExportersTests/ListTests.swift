import CrosswalkExporters
import CrosswalkModel
import FoundationEssentials
import Testing

@Suite struct ListTests {
  private let style = TerminalStyle(width: 100, color: false)

  private static let shortest = Explanation.Proof(
    derivations: [
      Derivation(
        steps: [
          Sample.claimStep(5, ["GOVERN 1.3"], .supersetOf, ["9"]), Sample.partStep("9(2)(a)", of: "9"),
        ], relations: .related)
    ], isProven: true)
  private static let mostTrusted = Explanation.Proof(
    derivations: [
      Derivation(
        steps: [
          Sample.claimStep(6, ["GOVERN 1.3"], .related, ["9(2)"], reviewed: true),
          Sample.claimStep(7, ["9(2)"], .subsetOf, ["9(2)(a)"], reviewed: true),
        ], relations: .related),
      Derivation(
        steps: [Sample.claimStep(8, ["GOVERN 1.3"], .related, ["9(2)(a)"], reviewed: true)],
        relations: .related),
    ], isProven: false)

  private func explanation(
    _ relations: RelationshipSet, _ shortest: Explanation.Proof = .none,
    _ mostTrusted: Explanation.Proof = .none
  ) -> Explanation {
    Explanation(
      source: Sample.control("GOVERN 1.3", in: Sample.nist), sourceTitle: "Level of risk management",
      target: Sample.control("9(2)(a)"), targetTitle: "Risks", relations: relations, shortest: shortest,
      mostTrusted: mostTrusted,
      claims: [5, 6, 7, 8].map { number in
        MappingClaim(
          id: Sample.uuid(number), source: .nodes([Sample.control("GOVERN 1.3", in: Sample.nist)]),
          target: .nodes([Sample.control("9")]), relations: .supersetOf, token: "superset-of",
          status: number == 5 ? .draft : .complete, reviewer: number == 5 ? nil : "R. Reviewer",
          reviewedOn: number == 6 ? Sample.day("2026-11-20") : nil,
          note: number == 5 ? "Both rate risks." : nil,
          origin: SourceLocation(file: "Crosswalks/Mappings/sample.csv", line: number, column: 1))
      })
  }

  @Test func explainsClaimByClaim() throws {
    let explanation = explanation(.related, Self.shortest, Self.mostTrusted)
    try Golden.expect(ExplanationTextExporter(style: style).export(explanation), equals: "explain.txt")
    try Golden.expect(try ExplanationJSONExporter().export(explanation), equals: "explain.json")
  }

  @Test func saysOfOneProofThatItIsBoth() throws {
    let shown = try text(
      ExplanationTextExporter(style: style), explanation(.related, Self.shortest, Self.shortest))
    #expect(shown.contains("Shortest proof, from 1 claim; also the most trusted"))
    #expect(shown.split(separator: "\n").count { $0.contains("superset-of") && $0.contains("1. ") } == 1)
  }

  @Test func neverCallsShortestWhatIsNotProven() throws {
    let open = Explanation.Proof(derivations: Self.shortest.derivations, isProven: false)
    let shown = try text(ExplanationTextExporter(style: style), explanation(.related, open, open))
    #expect(shown.contains("Proof from 1 claim; no shorter one was found"))
    #expect(!shown.contains("Shortest"))
  }

  @Test func saysThatNothingIsKnownOrThatClaimsConflict() throws {
    #expect(
      try text(ExplanationTextExporter(style: style), explanation(.all)).contains("nobody has judged it"))
    let conflict = try text(
      ExplanationTextExporter(style: style), explanation([], Self.shortest, Self.shortest))
    #expect(conflict.contains("claims conflict") && conflict.contains("none of them can be left out"))
  }

  private func catalog() throws -> Catalog {
    var builder = CatalogBuilder(
      metadata: CatalogMetadata(
        id: Sample.revision(Sample.framework("house-rules"), "2"), title: "House rules",
        publisher: "The house",
        language: "en", asOf: Sample.day("2026-01-01"), selection: "Rules 1 and 2"), file: "rules.csv")
    var rule = NodeRow(kind: .control, parent: -1, line: 2, column: 1)
    rule.local = builder.store("1")
    rule.label = builder.store("Rule 1")
    rule.title = builder.store("Quiet")
    rule.text = builder.store("Keep quiet:\nalways.")
    rule.summary = builder.store("Quiet hours.")
    rule.modality = .duty
    rule.roles = RoleSet(name: "provider") ?? []
    rule.appliesFrom = builder.store("2026-02-01")
    let whole = builder.append(rule)
    builder.append(.property, name: "sort", value: "noise", to: whole)
    var part = NodeRow(kind: .statement, parent: whole, line: 3, column: 1)
    part.local = builder.store("1(a)")
    part.label = builder.store("(a)")
    part.text = builder.store("at night;")
    let point = builder.append(part)
    part = NodeRow(kind: .statement, parent: point, line: 4, column: 1)
    part.local = builder.store("1(a)(i)")
    part.label = builder.store("(i)")
    part.text = builder.store("and on Sundays.\u{1B}[31m")
    builder.append(part)
    var gone = NodeRow(kind: .control, parent: -1, line: 5, column: 1)
    gone.local = builder.store("2")
    gone.isWithdrawn = true
    builder.append(gone)
    return try builder.finished()
  }

  private let claims = [
    MappingClaim(
      id: Sample.uuid(1), source: .nodes([Sample.control("MAP 1.1", in: Sample.nist)]),
      target: .nodes([Sample.control("1", in: Sample.framework("house-rules"))]), relations: .related,
      token: "related",
      rationale: .semantic, strength: 4, confidence: 0.5, method: .human, author: "A. Author",
      date: Sample.day("2026-03-01"),
      note: "Both are about context.", origin: SourceLocation(file: "claims.csv", line: 2, column: 1)),
    MappingClaim(
      id: Sample.uuid(2), source: .framework(Sample.nist),
      target: .nodes([Sample.control("1", in: Sample.framework("house-rules"))]), relations: .disjoint,
      token: "no-counterpart", status: .complete, reviewer: "R. Reviewer",
      origin: SourceLocation(file: "claims.csv", line: 3, column: 1)),
  ]

  @Test func showsAControlWithAllThatIsKnown() throws {
    let view = ControlView(
      node: try catalog()[0], claims: claims,
      derived: [.init(other: Sample.control("9"), relations: [.equal, .subsetOf])],
      revisions: ["1", "2"].compactMap { RevisionID($0) })
    try Golden.expect(ControlTextExporter(style: style).export(view), equals: "show.txt")
    try Golden.expect(try ControlJSONExporter().export(view), equals: "show.json")
  }

  @Test func listsFrameworks() throws {
    let catalog = try catalog()
    let frameworks = [
      FrameworkSummary(metadata: catalog.metadata, counts: CatalogCounts(catalog), isBundled: true),
      FrameworkSummary(
        metadata: .init(
          id: Sample.revision(Sample.nist, "1.0"), title: String(repeating: "A long title ", count: 9)),
        counts: .init(), isBundled: false),
    ]
    try Golden.expect(FrameworksTextExporter(style: style).export(frameworks), equals: "frameworks.txt")
    try Golden.expect(
      FrameworksTextExporter(style: .init(width: 40, color: false)).export(frameworks),
      equals: "frameworks-40.txt")
    try Golden.expect(try FrameworksJSONExporter().export(frameworks), equals: "frameworks.json")
  }

  @Test func countsMappingsByStatus() throws {
    let mappings = MappingSummary.summaries(of: claims)
    #expect(mappings.map(\.claims) == [2] && mappings.map(\.reviewed) == [1])
    try Golden.expect(MappingsTextExporter(style: style).export(mappings), equals: "mappings.txt")
    try Golden.expect(try MappingsJSONExporter().export(mappings), equals: "mappings.json")
    try Golden.expect(ClaimsTextExporter(style: style).export(claims), equals: "claims.txt")
    try Golden.expect(try ClaimsJSONExporter().export(claims), equals: "claims.json")
  }

  @Test func reportsWhatAnImportDidNotUse() throws {
    let place = SourceLocation(file: "a\u{202E}.xml", line: 7, column: 3)
    let report = ImportReport(
      files: [
        .init(
          file: "a\u{202E}.xml", format: "oscal-catalog", framework: Sample.revision(Sample.nist, "1.0"),
          counts: CatalogCounts(try catalog()),
          notUsed: [NotUsed(location: place, what: "element <remarks>", why: "it is not modelled")]),
        .init(
          file: "claims.csv", format: "csv", framework: nil, claims: 2, claimsAlreadyPresent: 1,
          dangling: [
            Diagnostic(
              .warning, code: "dangling-reference", message: "no such control", location: place,
              control: "nist-ai-rmf-1.0/MAP 9")
          ]),
      ], isDryRun: true)
    try Golden.expect(ImportTextExporter(style: style).export(report), equals: "import.txt")
    try Golden.expect(try ImportJSONExporter().export(report), equals: "import.json")
  }

  @Test func aDiagnosticIsOneLineOfJSON() throws {
    struct Line: Decodable, Equatable {
      var file: String?
      var line, column: Int?
      var severity, code, message: String
      var control, hint: String?
    }
    let message = "bad \"quote\" \\ back\nline\u{202E}\u{7F}é漢"
    let line = DiagnosticJSON.line(
      Diagnostic(
        .error, code: "bad-thing", message: message,
        location: SourceLocation(file: "f\t.xml", line: 3, column: 14)))
    #expect(!line.unicodeScalars.contains { $0.isUnsafeOnATerminal })
    #expect(
      try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        == Line(file: "f\t.xml", line: 3, column: 14, severity: "error", code: "bad-thing", message: message))
    #expect(line.contains("\"hint\":null"))
  }
}
