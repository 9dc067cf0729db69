import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

func moment(_ second: Int64) -> Moment { Moment(secondsSinceEpoch: 1_760_000_000 + second) ?? .firstOfEpoch }

/// An act on the claim `claim`, at that second.
func act(
  _ kind: ReviewAct.Kind, _ claim: String, at second: Int64 = 0, by author: String = "R. Reviewer",
  result: MappingClaim? = nil, givenFor: [FrameworkRevisionID] = []
) -> ReviewAct {
  ReviewAct(
    kind: kind, claim: ClaimID(claim), result: result, author: author, time: moment(second),
    reason: kind.needsReason ? "because" : nil, givenFor: givenFor)
}

@Suite struct ReviewActTests {
  static let today = CalendarDate.init("2026-11-23") ?? .firstOfEpoch

  static func claims() -> [MappingClaim] {
    ["1", "2", "3", "4"].map { claim($0, "a/1", "b/\($0)", from: "1") }
  }

  /// A store with four claims about the first of two revisions.
  static func store(_ bench: Workbench, changed: Bool = false) throws -> CrosswalkStore {
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    for (name, asOf) in [("1", "2026-01-01"), ("2", "2026-06-01")] {
      let text = changed ? "text \(name)" : "text"
      let content = try catalog(
        revision("a", name), asOf: asOf,
        [Sketch(local: "1", text: text), Sketch(local: "1a", text: "text 1")])
      try store.save(graph(content), origin: origin())
    }
    try store.save(graph(claims: claims()), origin: origin("claims.csv"))
    return store
  }

  private func status(_ store: CrosswalkStore) throws -> [String: MappingClaim.Status] {
    Dictionary(
      try store.claims().map { ($0.id.rawValue, $0.status) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a reviewer says instead of a claim.
  static func amended(_ id: String = "1") -> MappingClaim {
    var claim = claim("", "a/1", "b/\(id)", from: "2")
    claim.relations = .subsetOf
    claim.token = "subset-of"
    claim.status = .complete
    claim.note = "so 'far'\nonly"
    claim.confidence = 0.7
    return claim
  }

  @Test func actsComeBackAsTheyWereRecordedAndInThatOrder() throws {
    let bench = try Workbench()
    let made = act(
      .amend, "1", at: 9, result: Self.amended(), givenFor: [revision("a", "2"), revision("b", "5.0")])
    let whole = ReviewAct(
      kind: .noCounterpart, claim: nil, result: claim("", "a", "b/4"), author: "A", time: moment(3))
    let all = [made, act(.accept, "2", at: 5), act(.reject, "3"), whole]
    do { #expect(try Self.store(bench).record(all, asOf: Self.today) == [true, true, true, true]) }
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
    var expected = all
    for index in all.indices {
      expected[index].result?.origin = SourceLocation(file: ReviewAct.file, line: index + 1, column: 1)
      expected[index].seen = Self.claims().first { $0.id == all[index].claim }?.reviewedContent
    }
    #expect(try store.reviewActs() == expected)
    #expect(try store.integrityProblems() == [])
  }

  /// The ids are part of the format: logs name them, and later acts name the claims that acts made.
  @Test func theIdentityOfAnActAndOfItsClaimIsFixed() {
    let fixed = act(.amend, "1", result: Self.amended())
    #expect(fixed.id.rawValue == "cf7e92de-7788-56e0-933a-0d7b320754e4")
    #expect(fixed.result?.id.rawValue == "61e8923d-547c-5c37-a81d-c15383fadb72")
    #expect(act(.accept, "1").id != act(.accept, "1", by: "B").id)
    #expect(act(.carry, "1", givenFor: [revision("a", "2")]).id != act(.carry, "1").id)
    #expect(act(.accept, "1", givenFor: [revision("a", "2")]).id == act(.accept, "1").id)
  }

  @Test func claimsAreReadWithTheActsOnThem() throws {
    let bench = try Workbench()
    let store = try Self.store(bench)
    let amendment = act(.amend, "3", at: 2, result: Self.amended("3"))
    let carry = act(.carry, "4", at: 3, givenFor: [revision("a", "2")])
    try store.record([act(.accept, "1"), act(.reject, "2", at: 1), amendment, carry], asOf: Self.today)
    let result = try #require(amendment.result?.id)
    #expect(
      try status(store) == [
        "1": .complete, "2": .rejected, "3": .superseded, "4": .draft, result.rawValue: .complete,
      ])
    let claims = try store.claims()
    #expect(claims[0].isReviewed && claims[0].reviewer == "R. Reviewer")
    #expect(claims[0].reviewedOn == moment(0).day)
    #expect(claims[3].sourceRevision == RevisionID("2") && claims[3].targetRevision == nil)
    #expect(claims.last?.id == result && claims.last?.note == "so 'far'\nonly")
    #expect(
      try store.claims(.about(ControlID(framework: framework("b"), local: "3"))).map(\.id.rawValue) == [
        "3", result.rawValue,
      ])
    #expect(try store.claims(.among([framework("b")])).isEmpty)
    #expect(try store.recordedClaims() == Self.claims())
    // What counts connects frameworks, whoever says it.
    let counted = try store.graph([revision("a", "2")]).claims.filter(\.counts).map(\.id.rawValue)
    #expect(counted.isEmpty)
  }

  @Test func theFileItselfRefusesToChangeOrDeleteAnAct() throws {
    let bench = try Workbench()
    do {
      let store = try Self.store(bench)
      try store.record([act(.amend, "1", result: Self.amended())], asOf: Self.today)
      var renewed = Self.claims()[1]
      renewed.note = "renewed"
      try store.save(graph(claims: [renewed]), origin: origin("other.csv"))
    }
    let before = try dump(bench.storePath)
    let queue = try DatabaseQueue(path: bench.storePath)
    let tables = [
      "review_act", "review_claim", "review_claim_end", "claim_history", "claim_history_end", "content_known",
    ]
    for table in tables {
      #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } ?? 0 > 0)
      let column = try queue.read { try $0.columns(in: table)[0].name }
      for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
        #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
      }
      try queue.write { try $0.execute(sql: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)") }
    }
    #expect(try dump(bench.storePath) == before)
  }

  // MARK: What is refused

  private func refusal(_ acts: [ReviewAct], _ store: CrosswalkStore) -> ReviewRefusal.Reason? {
    do {
      try store.record(acts, asOf: Self.today)
      return nil
    } catch {
      #expect(error.exitStatus == .usage)
      guard case .refusedAct(let refusal) = error.reason else { return nil }
      return refusal.reason
    }
  }

  @Test func whatAnotherActEndedIsRefusedWithWhatHappenedAndNothingIsWritten() throws {
    let bench = try Workbench()
    let store = try Self.store(bench)
    let amendment = act(.amend, "1", at: 5, result: Self.amended())
    let rejection = act(.reject, "2", at: 5)
    try store.record([amendment, rejection], asOf: Self.today)
    let before = try dump(bench.storePath)
    let recorded = try store.reviewActs()
    for kind in [ReviewAct.Kind.accept, .reject] {
      #expect(refusal([act(.accept, "3"), act(kind, "1", at: 9)], store) == .ended(by: recorded[0]))
    }
    #expect(refusal([act(.reject, "2", at: 9)], store) == .ended(by: recorded[1]))
    #expect(refusal([act(.accept, "nobody")], store) == .unknownClaim)
    #expect(refusal([act(.accept, "3", by: " ")], store) == .unsound("the act names no author"))
    // An act of an earlier time that the rejection could not follow.
    #expect(refusal([act(.reject, "2", at: 1)], store) == .breaks(recorded[1]))
    let result = try #require(amendment.result?.id.rawValue)
    #expect(refusal([act(.accept, result, at: 4)], store) == .madeLater)
    #expect(try dump(bench.storePath) == before)
    // Rejected by mistake: a later acceptance counts, and both are on record.
    #expect(try store.record([act(.accept, "2", at: 9), amendment], asOf: Self.today) == [true, false])
    #expect(try status(store)["2"] == .complete)
    #expect(try store.reviewActs().count == 3)
  }

  @Test func aClaimAboutAnotherTextIsNotAcceptedBeforeItIsCarried() throws {
    let bench = try Workbench()
    let store = try Self.store(bench, changed: true)
    #expect(refusal([act(.accept, "1")], store) == .stale([revision("a", "2")]))
    try store.record(
      [act(.carry, "1", givenFor: [revision("a", "2")]), act(.accept, "1", at: 1)], asOf: Self.today)
    #expect(try status(store)["1"] == .complete)
    // A rejection speaks of the claim, not of the text.
    try store.record([act(.reject, "2")], asOf: Self.today)
  }

  // MARK: Imports

  /// Brings claim `id` with another relation, as its file has it now.
  private func correct(
    _ id: String, _ store: CrosswalkStore, _ relations: RelationshipSet = .intersectsWith
  ) throws {
    var corrected = try #require(Self.claims().first { $0.id.rawValue == id })
    corrected.relations = relations
    corrected.token = "other"
    try store.save(graph(claims: [corrected]), origin: origin("claims.csv"))
  }

  @Test func anActHasNoEffectOnWordsThatItsAuthorDidNotSee() throws {
    let bench = try Workbench()
    let store = try Self.store(bench)
    try store.record([act(.accept, "1"), act(.reject, "2", at: 1)], asOf: Self.today)
    try correct("1", store)
    try correct("2", store)
    #expect(try status(store) == ["1": .draft, "2": .draft, "3": .draft, "4": .draft])
    #expect(try store.claims().allSatisfy { $0.reviewer == nil })
    let effective = EffectiveClaims(try store.recordedClaims(), acts: try store.reviewActs())
    #expect(effective.changedSince.mapValues(\.kind) == [ClaimID("1"): .accept, ClaimID("2"): .reject])
    #expect(try store.reviewActs().allSatisfy { !effective.counts($0) })
    // What is said now can be judged again, though the old words were rejected.
    try store.record([act(.reject, "2", at: 2), act(.accept, "1", at: 3)], asOf: Self.today)
    #expect(try status(store) == ["1": .complete, "2": .rejected, "3": .draft, "4": .draft])
    #expect(
      EffectiveClaims(try store.recordedClaims(), acts: try store.reviewActs()).changedSince.isEmpty)
    // The words of then again: the newest act about them counts.
    try store.save(graph(claims: Self.claims()), origin: origin("claims.csv"))
    #expect(try status(store)["1"] == .complete)
  }

  @Test func whatTookThePlaceOfAClaimKeepsItWhenTheClaimIsCorrected() throws {
    let bench = try Workbench()
    let store = try Self.store(bench)
    let amendment = act(.amend, "3", result: Self.amended("3"))
    try store.record([amendment], asOf: Self.today)
    try correct("3", store)
    let result = try #require(amendment.result?.id.rawValue)
    #expect(
      try status(store) == ["1": .draft, "2": .draft, "3": .superseded, "4": .draft, result: .complete])
    let effective = EffectiveClaims(try store.recordedClaims(), acts: try store.reviewActs())
    #expect(effective.changedSince.keys.map(\.rawValue) == ["3"])
  }

  @Test func aClaimIsNotCarriedBackToAnOlderRevisionThanItsFileNames() throws {
    let bench = try Workbench()
    let store = try Self.store(bench)
    try store.record([act(.carry, "4", givenFor: [revision("a", "2")])], asOf: Self.today)
    #expect(try store.claims()[3].sourceRevision == RevisionID("2"))
    var renewed = Self.claims()[3]
    renewed.sourceRevision = RevisionID("3")
    try store.save(graph(claims: [renewed]), origin: origin("claims.csv"))
    #expect(try store.claims()[3].sourceRevision == RevisionID("3"))
  }

  @Test func whatTheStoreHadBeforeStaysReadable() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let first = claim("1", "a/1", "b/1 ")
    var second = first
    second.note = "a note"
    second.source = .nodes([
      ControlID(framework: framework("a"), local: "7"), ControlID(framework: framework("a"), local: "8"),
    ])
    func imported(_ claim: MappingClaim, at time: String) -> StoreImport {
      var origin = origin()
      origin.importedAt = time
      return StoreImport(graph: graph(claims: [claim]), origin: origin)
    }
    try store.saveBundled([imported(first, at: "2026-01-01T00:00:00Z")], version: "1")
    try store.saveBundled([imported(second, at: "2026-02-01T00:00:00Z")], version: "2")
    let other = claim("2", "a/1", "b/2")
    try store.saveBundled([imported(other, at: "2026-03-01T00:00:00Z")], version: "3")
    let history = try store.history(of: ClaimID("1"))
    #expect(history.map(\.claim) == [first, second])
    #expect(history.map(\.until) == ["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"])
    #expect(try status(store) == ["1": .superseded, "2": .draft])
    #expect(try store.history(of: ClaimID("2")).isEmpty)
    #expect(try store.integrityProblems() == [])
  }

  @Test(arguments: 1...3)
  func anOldStoreHasNoActsAndGainsThemOnTheFirstWrite(version: Int) throws {
    let bench = try Workbench()
    do { _ = try Self.store(bench) }
    try takeBackSteps(of: bench.storePath, to: version)
    let before = try dump(bench.storePath)
    do {
      let store = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
      #expect(try store.reviewActs().isEmpty)
      #expect(try store.claims() == Self.claims())
      #expect(try store.history(of: ClaimID("1")).isEmpty)
      #expect(try store.graph([revision("a", "2")]).catalogs.count == 1)
      #expect(try store.schemaVersion() == version)
    }
    #expect(try dump(bench.storePath) == before)
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try store.record([act(.accept, "1")], asOf: Self.today)
    #expect(try status(store)["1"] == .complete)
    #expect(try store.schemaVersion() == Migration.all.count)
    #expect(try store.integrityProblems() == [])
  }

  @Test func actsFromBeforeTheirWordsWereKeptHoldAndAreReadWithoutAStep() throws {
    let bench = try Workbench()
    let before: [String: MappingClaim.Status]
    do {
      let store = try Self.store(bench)
      try store.record([act(.reject, "1"), act(.accept, "2", at: 1)], asOf: Self.today)
      before = try status(store)
    }
    try takeBackSteps(of: bench.storePath, to: 5)
    let reader = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
    #expect(try reader.reviewActs().map(\.seen) == [nil, nil])
    #expect(try status(reader) == before)
    let writer = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    try writer.record([act(.reject, "3", at: 2)], asOf: Self.today)
    #expect(try writer.schemaVersion() == Migration.all.count)
    #expect(try writer.reviewActs().map { $0.seen == nil } == [true, true, false])
    #expect(try status(writer)["1"] == .rejected)
  }
}
