import CrosswalkModel
import Foundation
import GRDB
import Testing

@testable import CrosswalkStore

@Suite struct PositionTests {
  private let node = BilateralPosition.About.node(ControlID(framework: framework("a"), local: "1"))

  private func position(
    _ side: BilateralPosition.Side = .us, _ about: BilateralPosition.About? = nil,
    _ stance: BilateralPosition.Stance = .agreed, reason: String? = nil, at time: String = someday,
    givenFor: [FrameworkRevisionID] = []
  ) throws -> BilateralPosition {
    BilateralPosition(
      side: side, about: about ?? node, stance: stance, reason: reason, author: "A. Author",
      time: try #require(Moment(time)), givenFor: givenFor)
  }

  @Test func positionsComeBackAsTheyWereRecordedAndInThatOrder() throws {
    let bench = try Workbench()
    var full = try position(.eu, .claim(ClaimID("c")), .reservation, reason: "so 'far'\nonly", at: someday)
    full.subject = "lantern-2.3"
    full.givenFor = [revision("a", "2026-01-02"), revision("b", "5.0.1")]
    let all = [
      full, try position(.us, at: "2026-11-23T01:21:01Z"),
      try position(.us, .section(template: "plan", section: "cost"), .notYet, at: "2020-01-01T00:00:00Z"),
    ]
    do {
      let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
      for position in all { #expect(try store.record(position)) }
    }
    #expect(try CrosswalkStore.open(at: bench.storePath, access: .readOnly).positions() == all)
  }

  @Test func theSameActIsRecordedOnceAndAnotherReasonIsAnotherAct() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    #expect(try store.record(position()))
    let before = try dump(bench.storePath)
    #expect(try !store.record(position(givenFor: [revision("a", "9")])))
    #expect(try dump(bench.storePath) == before)
    #expect(try store.record(position(reason: "because")))
    #expect(try store.record(position(at: "2026-11-23T01:21:01Z")))
    #expect(try store.positions().count == 3)
    #expect(Set(try store.positions().map(\.id)).count == 3)
  }

  /// The ids are part of the format: documents and logs name them.
  @Test func theIdentityOfAnActIsFixed() throws {
    #expect(try position().id.rawValue == "432924b7-a271-51b3-a80b-49efd22f1648")
    #expect(try position(.eu).id != position(.us).id)
  }

  @Test func theFileItselfRefusesToChangeOrDeleteAPosition() throws {
    let bench = try Workbench()
    do { try CrosswalkStore.open(at: bench.storePath, access: .readWrite).record(position()) }
    let before = try dump(bench.storePath)
    let queue = try DatabaseQueue(path: bench.storePath)
    for sql in ["UPDATE position SET stance = 'not-yet'", "DELETE FROM position"] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
    // Neither error nor change: the statement that records an act twice ends in the same way.
    for changed in ["id, ordinal + 9", "'other', ordinal"] {
      try queue.write {
        try $0.execute(
          sql: """
            INSERT OR REPLACE INTO position (id, ordinal, side, about_kind, about, about_part, stance, author, time, given_for)
            SELECT \(changed), side, about_kind, about, about_part, 'not-yet', author, time, given_for FROM position
            """)
      }
    }
    #expect(try dump(bench.storePath) == before)
  }

  @Test func whatNobodyMayRecordIsRefusedAndNothingIsWritten() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    let before = try dump(bench.storePath)
    let error = #expect(throws: StoreError.self) { try store.record(position(.us, nil, .reservation)) }
    #expect(error?.reason == .invalidPosition("a reservation needs a reason"))
    #expect(error?.exitStatus == .usage)
    #expect(try dump(bench.storePath) == before)
  }

  // MARK: Stores of version 1

  /// A store as the program left it that knew no positions.
  private func storeOfVersionOne(_ bench: Workbench) throws {
    do {
      try CrosswalkStore.open(at: bench.storePath, access: .readWrite).save(
        graph(try catalogWithEverything()), origin: origin())
    }
    try takeBackSteps(of: bench.storePath, to: 1)
  }

  @Test func anOldStoreHasNoPositionsAndGainsThemOnTheFirstWrite() throws {
    let bench = try Workbench()
    try storeOfVersionOne(bench)
    let before = try dump(bench.storePath)
    do {
      let store = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
      #expect(try store.positions().isEmpty)
      #expect(try store.positionIndex(asOf: .firstOfEpoch).isEmpty)
      #expect(try store.frameworks().count == 1)
      #expect(try store.schemaVersion() == 1)
    }
    #expect(try dump(bench.storePath) == before)
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    #expect(try store.record(position()))
    #expect(try store.schemaVersion() == Migration.all.count)
    #expect(try store.frameworks().count == 1)
    #expect(try store.integrityProblems() == [])
  }

  @Test func aFileOfVersionOneThatCannotBeWrittenIsReadAsItIs() throws {
    let bench = try Workbench()
    try storeOfVersionOne(bench)
    for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: bench.storePath + name) }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: bench.storePath)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.storePath))
    #expect(try CrosswalkStore.open(at: bench.storePath, access: .readOnly).positions().isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.storePath)) == bytes)
  }

  // MARK: Staleness

  @Test func aReviewedClaimIsStaleByTheSameRule() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    for (name, asOf) in [("1", "2026-01-01"), ("2", "2026-06-01")] {
      let nodes = [Sketch(local: "1", text: "text \(name)"), Sketch(local: "2", text: "unchanged")]
      let content = try catalog(revision("a", name), asOf: asOf, nodes)
      try store.save(graph(content, claims: []), origin: origin())
    }
    let claims = [
      claim("changed", "a/1", "b/1", from: "1"), claim("same", "a/2", "b/1", from: "1"),
      claim("current", "a/1", "b/1", from: "2"), claim("gone", "a/2", "b/1", from: "0"),
      claim("any", "a/1", "b/1"),
    ]
    let day = try #require(CalendarDate("2026-11-23"))
    #expect(try store.staleClaims(among: claims, asOf: day) == [ClaimID("changed"), ClaimID("gone")])
    let earlier = try #require(CalendarDate("2026-03-01"))
    #expect(try store.staleClaims(among: claims, asOf: earlier) == [ClaimID("current"), ClaimID("gone")])
  }

  @Test func aPositionIsStaleOnceTheRequirementTextChangedAndNotBefore() throws {
    let bench = try Workbench()
    let store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
    func save(_ framework: String, _ name: String, _ asOf: String, text: String) throws {
      let content = try catalog(
        revision(framework, name), asOf: asOf,
        [Sketch(local: "1", text: text), Sketch(local: "2", text: "unchanged")])
      let claims = [claim("c", "a/1", "b/2"), claim("d", "a/2", "b/2")]
      try store.save(graph(content, claims: name == "1" ? claims : []), origin: origin())
    }
    try save("a", "1", "2026-01-01", text: "before")
    try save("b", "1", "2026-01-01", text: "before")
    let both = [revision("a", "1"), revision("b", "1")]
    let other = BilateralPosition.About.node(ControlID(framework: framework("a"), local: "2"))
    let positions = [
      try position(.us, node, givenFor: [both[0]]), try position(.us, other, givenFor: [both[0]]),
      try position(.us, .claim(ClaimID("c")), givenFor: both),
      try position(.us, .claim(ClaimID("d")), givenFor: both),
      try position(.us, .section(template: "plan", section: "cost")),
      try position(.us, node, at: "2026-11-23T01:22:00Z", givenFor: [revision("a", "2")]),
    ]
    for position in positions { try store.record(position) }
    let day = try #require(CalendarDate("2026-11-23"))
    #expect(try store.positionIndex(asOf: day).stale == [positions[5].id], "nobody knows revision 2")
    try save("a", "2", "2026-06-01", text: "after")
    #expect(try store.positionIndex(asOf: day).stale == [positions[0].id, positions[2].id])
    let earlier = try #require(CalendarDate("2026-03-01"))
    #expect(try store.positionIndex(asOf: earlier).stale == [positions[5].id])
  }
}
