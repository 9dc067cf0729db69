import CrosswalkModel
import Testing

@testable import CrosswalkStore

@Suite struct StalenessTests {
  /// One node in two revisions, and whether a claim about the old one is stale now.
  struct Case: Sendable, CustomTestStringConvertible {
    var what: String
    var before: [Sketch]
    var now: [Sketch]
    var isStale: Bool
    var testDescription: String { what }
  }

  static let cases: [Case] = [
    Case(
      what: "same text", before: [Sketch(local: "1", text: "a b")], now: [Sketch(local: "1", text: "a b")],
      isStale: false),
    Case(
      what: "other blanks", before: [Sketch(local: "1", text: "a b")],
      now: [Sketch(local: "1", text: " a\u{A0}\n b ")],
      isStale: false),
    Case(
      what: "other text", before: [Sketch(local: "1", text: "a b")], now: [Sketch(local: "1", text: "a c")],
      isStale: true),
    Case(
      what: "same text, other summary", before: [Sketch(local: "1", text: "a", summary: "s")],
      now: [Sketch(local: "1", text: "a", summary: "t")], isStale: false),
    Case(
      what: "same summary, other text", before: [Sketch(local: "1", text: "a", summary: "s")],
      now: [Sketch(local: "1", text: "b", summary: "s")], isStale: true),
    Case(
      what: "summaries on both sides, text on one", before: [Sketch(local: "1", summary: "s")],
      now: [Sketch(local: "1", text: "b", summary: "s")], isStale: false),
    Case(
      what: "only different kinds", before: [Sketch(local: "1", summary: "s")],
      now: [Sketch(local: "1", text: "s")],
      isStale: true),
    Case(what: "no text at all", before: [Sketch(local: "1")], now: [Sketch(local: "1")], isStale: true),
    Case(
      what: "node gone", before: [Sketch(local: "1", text: "a")], now: [Sketch(local: "2", text: "a")],
      isStale: true),
    Case(
      what: "withdrawn", before: [Sketch(local: "1", text: "a")],
      now: [Sketch(local: "1", text: "a", isWithdrawn: true)],
      isStale: true),
    Case(
      what: "a part changed",
      before: [Sketch(local: "1", text: "a", parts: [Sketch(local: "1a", text: "p")])],
      now: [Sketch(local: "1", text: "a", parts: [Sketch(local: "1a", text: "q")])], isStale: true),
    Case(
      what: "a part came", before: [Sketch(local: "1", text: "a")],
      now: [Sketch(local: "1", text: "a", parts: [Sketch(local: "1a", text: "q")])], isStale: true),
    Case(
      what: "guidance changed",
      before: [Sketch(local: "1", text: "a", parts: [Sketch(local: "g", kind: .guidance, text: "p")])],
      now: [Sketch(local: "1", text: "a", parts: [Sketch(local: "g", kind: .guidance, text: "q")])],
      isStale: false),
    Case(
      what: "an enhancement changed",
      before: [Sketch(local: "1", text: "a", parts: [Sketch(local: "1(1)", kind: .enhancement, text: "p")])],
      now: [Sketch(local: "1", text: "a", parts: [Sketch(local: "1(1)", kind: .enhancement, text: "q")])],
      isStale: false),
  ]

  @Test(arguments: cases)
  func aClaimAboutAnOlderRevisionIsStaleUnlessTheRequirementIsKnownToBeTheSame(_ one: Case) throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let other = try catalog(revision("b", "1"), [Sketch(local: "9", text: "z")])
    let claims = [
      claim("forth", "a/1", "b/9", from: "old", to: "1"), claim("back", "b/9", "a/1", from: "1", to: "old"),
    ]
    try store.save(
      graph(try catalog(revision("a", "old"), one.before), other, claims: claims), origin: origin())
    try store.save(graph(try catalog(revision("a", "new"), one.now)), origin: origin())
    let stale = try store.graph([revision("a", "new"), revision("b", "1")]).staleClaims
    #expect(stale == (one.isStale ? [ClaimID("forth"), ClaimID("back")] : []))
    #expect(try store.graph([revision("a", "old"), revision("b", "1")]).staleClaims.isEmpty)
  }

  @Test func aClaimThatNamesARevisionTheStoreLacksIsStaleAndOneThatNamesNoneIsNot() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let a = try catalog(revision("a", "1"), [Sketch(local: "1", text: "t")])
    let b = try catalog(revision("b", "1"), [Sketch(local: "1", text: "t")])
    let claims = [claim("lost", "a/1", "b/1", from: "0"), claim("silent", "a/1", "b/1")]
    try store.save(graph(a, b, claims: claims), origin: origin())
    #expect(try store.graph([revision("a", "1"), revision("b", "1")]).staleClaims == [ClaimID("lost")])
  }

  @Test func noCounterpartInAWholeFrameworkIsStaleOnceAnyNodeOfItChanged() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let same = [Sketch(local: "1", kind: .group, parts: [Sketch(local: "2", text: "t")])]
    let more = same + [Sketch(local: "3", text: "new")]
    let b = try catalog(revision("b", "1"), [Sketch(local: "1", text: "t")])
    try store.save(
      graph(try catalog(revision("a", "1"), same), b, claims: [claim("none", "a", "b/1", from: "1")]),
      origin: origin())
    try store.save(graph(try catalog(revision("a", "2"), title: "Reissued", same)), origin: origin())
    try store.save(graph(try catalog(revision("a", "3"), more)), origin: origin())
    #expect(try store.graph([revision("a", "2"), revision("b", "1")]).staleClaims.isEmpty)
    #expect(try store.graph([revision("a", "3"), revision("b", "1")]).staleClaims == [ClaimID("none")])
  }
}
