import CrosswalkModel
import GRDB
import Testing

@testable import CrosswalkStore

@Suite struct SavingTests {
  let bench: Workbench
  let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
  }

  @Test func theSameContentTwiceWritesNothing() throws {
    let claims = [claim("1", "a/1", "b/1")]
    try store.save(graph(try catalogWithEverything(), claims: claims), origin: origin())
    let before = try dump(bench.storePath)
    let summary = try store.save(
      graph(try catalogWithEverything(), claims: claims), origin: origin("elsewhere.xml"))
    #expect(summary.isUnchanged)
    #expect(summary.catalogs.map(\.outcome) == [.unchanged])
    #expect(summary.claimsAlreadyPresent == 1)
    #expect(try dump(bench.storePath) == before)
  }

  @Test func placesInTheFileAreNotContent() throws {
    let nodes = [Sketch(local: "1", text: "t")]
    try store.save(graph(try catalog(revision("a", "1"), file: "loose.xml", nodes)), origin: origin())
    let summary = try store.save(
      graph(try catalog(revision("a", "1"), file: "a.zip!loose.xml", nodes)), origin: origin())
    #expect(summary.catalogs.map(\.outcome) == [.unchanged])
  }

  @Test func otherContentForARevisionIsRefusedAndNothingOfTheImportSaved() throws {
    try store.save(graph(try catalog(revision("a", "1"), [Sketch(local: "1", text: "t")])), origin: origin())
    let before = try dump(bench.storePath)
    let fresh = try catalog(revision("b", "1"), [Sketch(local: "1")])
    let other = try catalog(revision("a", "1"), [Sketch(local: "1", text: "changed")])
    let error = #expect(throws: StoreError.self) {
      try store.save(graph(fresh, other, claims: [claim("1", "a/1", "b/1")]), origin: origin())
    }
    #expect(error?.reason == .revisionExists(revision("a", "1")))
    #expect(error?.exitStatus == .data)
    #expect(try dump(bench.storePath) == before)
  }

  @Test func aFailureMidwayLeavesTheStoreAsItWas() throws {
    let before = try dump(bench.storePath)
    // The third claim fails: the catalog and two claims are written by then.
    try DatabaseQueue(path: bench.storePath).write {
      try $0.execute(
        sql: """
          CREATE TRIGGER fail BEFORE INSERT ON claim WHEN new.id = '3'
          BEGIN SELECT raise(ABORT, 'injected'); END
          """)
    }
    let claims = (1...5).map { claim("\($0)", "a/1", "b/\($0)") }
    let error = #expect(throws: StoreError.self) {
      try store.save(graph(try catalogWithEverything(), claims: claims), origin: origin())
    }
    #expect(error?.reason == .unexpected("injected"))
    #expect(try dump(bench.storePath) == before)
    try DatabaseQueue(path: bench.storePath).write { try $0.execute(sql: "DROP TRIGGER fail") }
    #expect(try store.save(graph(claims: claims), origin: origin()).claimsAdded == 5)
  }

  @Test func severalImportsAreSavedTogetherOrNotAtAll() throws {
    let good = StoreImport(graph: graph(try catalogWithEverything()), origin: origin("good"))
    var bad = claim("1", "a/1", "b/1")
    bad.source = .nodes([])
    #expect(throws: StoreError.self) {
      try store.save([good, StoreImport(graph: graph(claims: [bad]), origin: origin("bad"))])
    }
    #expect(try store.frameworks().isEmpty)
    bad.source = .nodes([
      .init(framework: framework("a"), local: "1"), .init(framework: framework("b"), local: "1"),
    ])
    #expect(throws: StoreError.self) { try store.save(graph(claims: [bad]), origin: origin()) }
  }

  @Test func aClaimWithAReviewReplacesTheSameClaimWithoutOne() throws {
    let draft = claim("1", "a/1", "b/1")
    var reviewed = draft
    reviewed.status = .complete
    reviewed.reviewer = "R"
    try store.save(graph(claims: [draft, claim("2", "a/1", "b/2")]), origin: origin())
    let summary = try store.save(graph(claims: [reviewed]), origin: origin())
    #expect(summary.claimsUpdated == 1)
    #expect(try store.claims() == [reviewed, claim("2", "a/1", "b/2")])
  }

  @Test func aClaimThatOnlyMovedInItsFileIsTheSame() throws {
    var moved = claim("1", "a/1", "b/1")
    try store.save(graph(claims: [moved]), origin: origin())
    moved.origin = SourceLocation(file: "claims.csv", line: 99, column: 1)
    #expect(try store.save(graph(claims: [moved]), origin: origin()).isUnchanged)
  }

  @Test func aStoreOpenedForReadingRefusesToSave() throws {
    let reader = try CrosswalkStore.open(at: bench.storePath, access: .readOnly)
    let error = #expect(throws: StoreError.self) { try reader.save(graph(), origin: origin()) }
    #expect(error?.exitStatus == .permission)
  }
}

@Suite struct BundledContentTests {
  let bench: Workbench
  let store: CrosswalkStore

  init() throws {
    bench = try Workbench()
    store = try CrosswalkStore.open(at: bench.storePath, access: .readWrite)
  }

  private func bundle(_ summary: String, claims: [MappingClaim]) throws -> [StoreImport] {
    let content = try catalog(revision("a", "1"), [Sketch(local: "1", summary: summary)])
    return [StoreImport(graph: graph(content, claims: claims), origin: origin())]
  }

  @Test func aFreshStoreAsksForContentOnce() throws {
    #expect(try store.needsBundledContent(version: "0.1.0"))
    try store.saveBundled(try bundle("s", claims: []), version: "0.1.0")
    #expect(try !store.needsBundledContent(version: "0.1.0"))
    #expect(try store.frameworks().map(\.isBundled) == [true])
  }

  @Test(arguments: [
    ("0.1.0", "0.1.0", false), ("0.1.0", "0.1.1", true), ("0.9", "0.10", true), ("0.10", "0.9", false),
    ("1", "1.0.0", false), ("0.1.0+a", "0.1.0+b", true), ("0.2.0+a", "0.1.0+b", false),
  ])
  func onlyANewerReleaseBringsContent(stored: String, running: String, needed: Bool) throws {
    try store.saveBundled([], version: stored)
    #expect(try store.needsBundledContent(version: running) == needed)
  }

  @Test func aNewerReleaseRenewsSummariesAndSupersedesClaimsItNoLongerMakes() throws {
    let dropped = claim("dropped", "a/1", "b/1")
    try store.saveBundled(try bundle("old", claims: [dropped, claim("kept", "a/1", "b/2")]), version: "1")
    let summaries = try store.saveBundled(
      try bundle("new", claims: [claim("kept", "a/1", "b/2")]), version: "2")
    #expect(summaries[0].catalogs.map(\.outcome) == [.renewed])
    #expect(try store.catalog(revision("a", "1"))[0].summary == "new")
    var superseded = dropped
    superseded.status = .superseded
    #expect(try store.claims() == [superseded, claim("kept", "a/1", "b/2")])
  }

  @Test func aReviewThatTheUserImportedOutlivesANewRelease() throws {
    let draft = claim("1", "a/1", "b/1")
    try store.saveBundled(try bundle("s", claims: [draft]), version: "1")
    var reviewed = draft
    reviewed.status = .complete
    reviewed.reviewer = "R"
    try store.save(graph(claims: [reviewed]), origin: origin())
    try store.saveBundled(try bundle("s", claims: [draft]), version: "2")
    #expect(try store.claims() == [reviewed])
    try store.saveBundled(try bundle("s", claims: []), version: "3")
    #expect(try store.claims() == [reviewed])
  }

  @Test func contentThatTheUserImportedUnderABundledNameDoesNotStopARelease() throws {
    let own = try catalog(revision("a", "1"), [Sketch(local: "quite", text: "another")])
    try store.save(graph(own), origin: origin())
    let summaries = try store.saveBundled(try bundle("s", claims: []), version: "1")
    #expect(summaries[0].catalogs.map(\.outcome) == [.leftOut])
    #expect(CatalogImage(try store.catalog(revision("a", "1"))) == CatalogImage(own))
  }
}
