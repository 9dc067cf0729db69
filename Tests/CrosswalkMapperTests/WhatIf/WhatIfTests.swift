import CrosswalkModel
import Testing

@testable import CrosswalkMapper

/// What a hypothesis would change about a gap report.
@Suite struct WhatIfTests {
  private static let source = FrameworkID("src").unsafelyUnwrapped
  private static let target = FrameworkID("law").unsafelyUnwrapped

  private func whatIf(
    _ before: CrosswalkGraph, _ hypothesis: Hypothesis
  ) throws -> WhatIfReport {
    let catalogs = before.catalogs.map { hypothesis.catalog($0.framework) ?? $0 }
    let after = CrosswalkGraph(
      catalogs: catalogs, claims: hypothesis.claims(from: before.claims), staleClaims: before.staleClaims)
    let patch = WhatIfReport.Patch(added: hypothesis.added, removed: hypothesis.removed)
    let options = GapAnalysis.Options(asOf: try #require(CalendarDate("2026-11-01")))
    return try WhatIfAnalysis(options).report(
      before: before, after: after, patch: patch, from: Self.source, to: Self.target)
  }

  private func report(_ graph: CrosswalkGraph) throws -> GapReport {
    try GapAnalysis(GapAnalysis.Options(asOf: try #require(CalendarDate("2026-11-01")))).report(
      graph: graph, from: Self.source, to: Self.target)
  }

  @Test(arguments: 1...40)
  func supposingNothingChangesNothing(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let graph = try RandomQuestion(claims: 6, stale: 1, using: &generator).test.graph
    let answer = try whatIf(graph, Hypothesis())
    #expect(answer.changes.isEmpty && answer.conflicts.isEmpty && answer.affected.isEmpty)
    #expect(answer.before.summary == answer.after.summary)
    #expect(
      answer.after.findings.map(WhatIfReport.State.init)
        == (try report(graph)).findings.map(WhatIfReport.State.init))
  }

  @Test(arguments: 1...40)
  func addingAndRemovingTheSameIsNothing(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var random = try RandomQuestion(claims: 6, using: &generator)
    let graph = random.test.graph
    try random.addClaim(using: &generator)
    let added = try #require(random.test.claims.last)
    var hypothesis = Hypothesis()
    hypothesis.add(added)
    hypothesis.remove(added, isStored: false)
    #expect(hypothesis.isEmpty)
    let stored = try #require(graph.claims.first)
    hypothesis.remove(stored, isStored: true)
    hypothesis.add(stored)
    #expect(Set(hypothesis.claims(from: graph.claims)) == Set(graph.claims))
    #expect(try whatIf(graph, hypothesis).changes.isEmpty)
  }

  @Test(arguments: 1...60)
  func changesAreJustWhereTheTwoReportsDiffer(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var random = try RandomQuestion(claims: 5, using: &generator)
    let graph = random.test.graph
    var hypothesis = Hypothesis()
    try random.addClaim(using: &generator)
    hypothesis.add(try #require(random.test.claims.last))
    hypothesis.remove(try #require(graph.claims.randomElement(using: &generator)), isStored: true)
    let answer = try whatIf(graph, hypothesis)
    let (old, new) = (
      try report(graph), try report(graph.with(hypothesis.added, without: Set(hypothesis.removed.map(\.id))))
    )
    var changed: [ControlID] = []
    for (before, after) in zip(old.findings, new.findings)
    where WhatIfReport.State(before) != WhatIfReport.State(after) { changed.append(after.target) }
    #expect(answer.changes.map(\.target) == changed)
    #expect(answer.after.summary == new.summary)
    #expect(answer.before.summary == old.summary)
  }

  @Test func aChangeNamesTheClaimThatDoesIt() throws {
    var test = TestGraph()
    try test.add("src", "a\nb")
    try test.add("law", "1\n  1.1\n  1.2")
    let old = try test.claim("src/a", .related, "law/1.1")
    let graph = test.graph
    let new = try test.claim("src/b", .supersetOf, "law/1")
    var hypothesis = Hypothesis()
    hypothesis.add(try #require(test.claims.last))
    hypothesis.remove(try #require(graph.claims.first), isStored: true)
    let answer = try whatIf(graph, hypothesis)
    #expect(answer.changes.map(\.target.local) == ["1.1", "1.2"])
    #expect(answer.changes.map { $0.before?.verdict } == [.partial, .unknown])
    #expect(answer.changes.map { $0.after?.verdict } == [.covered, .covered])
    #expect(answer.changes[0].causes.map(\.role) == [.added, .removed])
    #expect(answer.changes[0].causes.map(\.claim.id) == [new, old])
    #expect(answer.changes[1].causes.map(\.claim.id) == [new])
  }

  @Test func aContradictionThatThePatchBringsIsNamedWithItsClaims() throws {
    var test = TestGraph()
    try test.add("src", "a\nb")
    try test.add("law", "1\n2")
    try test.claim("src/b", .disjoint, "law/2")
    try test.claim("src/b", .related, "law/2")
    let old = try test.claim("src/a", .supersetOf, "law/1")
    let graph = test.graph
    let new = try test.claim("src", .disjoint, "law/1")
    var hypothesis = Hypothesis()
    hypothesis.add(try #require(test.claims.last))
    let answer = try whatIf(graph, hypothesis)
    #expect(answer.conflicts.count == 1, "the conflict about 2 is there already")
    #expect(Set(answer.conflicts[0].claims.map(\.id)) == [old, new])
    #expect(answer.changes.map(\.target.local) == ["1"])
    #expect(answer.changes[0].after?.verdict == .contradicted)
  }

  @Test func claimsAboutWhatIsGoneOrWithdrawnAreNamed() throws {
    var test = TestGraph()
    try test.add("src", "a")
    try test.add("law", "1\n2\n3")
    let dangling = try test.claim("src/a", .related, "law/1")
    let inert = try test.claim("src/a", .related, "law/2")
    try test.claim("src/a", .related, "law/3")
    let place = SourceLocation(file: "patch.json", line: 1, column: 1)
    var amendment = CatalogAmendment(framework: Self.target, location: place)
    amendment.removed = [.init(local: "1", location: place)]
    amendment.withdrawn = [.init(local: "2", location: place)]
    var hypothesis = Hypothesis()
    hypothesis.suppose(try amendment.amended(try #require(test.graph.catalog(Self.target))))
    let answer = try whatIf(test.graph, hypothesis)
    #expect(answer.affected.map(\.role) == [.dangling, .withoutEffect])
    #expect(answer.affected.map(\.claim.id) == [dangling, inert])
    #expect(answer.after.basis.dangling == 1)
    #expect(answer.changes.map(\.target.local) == ["1", "2"])
    #expect(answer.changes.allSatisfy { $0.after == nil })
    #expect(answer.after.target.id.revision.rawValue == "1+patch")
  }
}
