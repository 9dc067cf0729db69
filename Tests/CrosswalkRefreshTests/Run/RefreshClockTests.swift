import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import Synchronization
import Testing

@testable import CrosswalkRefresh

/// Clocks that go back, or were ahead: it is said, and nothing else follows.
@Suite struct RefreshClockTests {
  @Test func aClockThatGoesBackDuringARunIsSaid() throws {
    let bench = try ClockBench()
    let report = try bench.night(["2026-11-23T03:00:00Z", "2026-11-23T03:00:01Z", "2025-11-23T03:00:02Z"])
    #expect(report.record.exitStatus == 0)
    #expect(report.record.finished < report.record.started)
    #expect(report.remarks.map(\.code) == ["refresh-clock"])
    #expect(try bench.workspace.store.refreshRuns() == [report.record])
  }

  @Test(arguments: ["2036-11-23T03:00:00Z", "2026-12-23T03:00:00Z"])
  func aRunFromTheFutureIsSaidAndKept(future: String) throws {
    let bench = try ClockBench()
    let first = try bench.night([future])
    let second = try bench.night(["2026-11-23T03:00:00Z"])
    #expect(second.record.exitStatus == 0)
    #expect(second.remarks.map(\.code) == ["refresh-clock"])
    #expect(second.sources.map(\.age.seconds) == [0], "no age is below zero")
    #expect(try bench.workspace.store.refreshRuns() == [first.record, second.record])
  }

  @Test func aClockThatIsSetBackByAnHourIsNothingToSpeakOf() throws {
    let bench = try ClockBench()
    try bench.night(["2026-10-25T02:30:00Z"])
    #expect(try bench.night(["2026-10-25T01:30:00Z"]).remarks.isEmpty)
  }

  @Test func aSourceThatFailsForTooLongIsOldWhileItsContentStays() throws {
    let bench = try ClockBench()
    try bench.night(["2026-11-01T03:00:00Z"])
    let late = try bench.night(["2026-11-05T03:00:00Z"], fails: true)
    #expect(late.sources.map(\.age.isOld) == [true])
    #expect(late.remarks.map(\.code) == ["refresh-old"])
    #expect(late.record.exitStatus == 69)
    let strict = try bench.night(["2026-11-05T04:00:00Z"], fails: true, .init(requiresFresh: true))
    #expect(strict.remarks.map(\.code) == ["refresh-old", "refresh-not-fresh"])
    let soon = try bench.night(["2026-11-03T03:00:00Z"], fails: true)
    #expect(soon.sources.map(\.age.isOld) == [false], "two days are within the three of the list")
  }

  @Test func contentThatStaysTheSameForTooLongIsFrozenThoughItIsCheckedEveryNight() throws {
    let bench = try ClockBench(maximumUnchanged: 90)
    try bench.night(["2026-01-01T03:00:00Z"])
    #expect(try bench.night(["2026-03-31T03:00:00Z"]).remarks.isEmpty)
    let late = try bench.night(["2026-04-02T03:00:00Z"])
    #expect(late.remarks.map(\.code) == ["refresh-frozen"])
    #expect(late.remarks.allSatisfy { $0.message.contains("2026-01-01T03:00:00Z") })
    #expect(late.record.exitStatus == 0 && late.sources.map(\.age.isOld) == [false])
    let strict = try bench.night(["2026-04-03T03:00:00Z"], .init(requiresFresh: true))
    #expect(strict.remarks.map(\.code) == ["refresh-frozen", "refresh-not-fresh"])
    #expect(strict.record.exitStatus == 65)
    let status = try bench.status(at: "2026-04-03T04:00:00Z")
    #expect(status.sources.map(\.contentAge.isFrozen) == [true])
    #expect(status.sources.map(\.age.seconds) == [3600])
    let without = try ClockBench()
    try without.night(["2026-01-01T03:00:00Z"])
    #expect(try without.night(["2036-01-01T03:00:00Z"], .init(requiresFresh: true)).remarks.isEmpty)
  }

  @Test func aSuccessThatIsToComeIsOverdueInTheStatusUntilTheNextOne() throws {
    let bench = try ClockBench()
    try bench.night(["2036-11-23T03:00:00Z"])
    let status = try bench.status(at: "2026-11-23T03:00:00Z")
    #expect(status.sources.map(\.isOverdue) == [true])
    #expect(status.sources.map(\.age.seconds) == [nil])
    #expect(status.remarks.map(\.code) == ["refresh-clock"])
    try bench.night(["2026-11-23T04:00:00Z"])
    let after = try bench.status(at: "2026-11-23T05:00:00Z")
    #expect(after.sources.map(\.isOverdue) == [false] && after.remarks.isEmpty)
  }

  @Test func twoCopiesOfOneSecondAreBothKept() throws {
    let bench = try ClockBench()
    let rotation = BackupRotation(place: StorePlace(store: bench.workspace.store.path), count: 7)
    let moment = try #require(Moment("2026-11-23T03:00:59Z"))
    let first = try rotation.backup(bench.workspace.store, at: moment)
    let bytes = try Data(contentsOf: URL(filePath: first))
    let second = try rotation.backup(bench.workspace.store, at: moment)
    #expect(first.hasSuffix("-20261123T030059Z.sqlite") && second.hasSuffix("-20261123T030100Z.sqlite"))
    #expect(try Data(contentsOf: URL(filePath: first)) == bytes)
  }

  @Test func datesOfApplicationAreToldWhenTheyComeNearAndOnceWhenTheyPassed() throws {
    let bench = try ClockBench()
    let dates = { (report: RefreshReport) in
      report.notices.filter { $0.framework.framework.rawValue == "eu-ai-act" }
    }
    let before = dates(try bench.night(["2027-11-30T03:00:00Z"]))
    #expect(before.contains { $0.date.description == "2027-12-02" && $0.days == 2 })
    let after = dates(try bench.night(["2027-12-04T03:00:00Z"]))
    #expect(after.contains { $0.date.description == "2027-12-02" && $0.days == -2 })
    let later = dates(try bench.night(["2027-12-05T03:00:00Z"]))
    #expect(!later.contains { $0.date.description == "2027-12-02" })
    #expect(before.allSatisfy { $0.asOf != nil })
  }
}

/// A store of its own, and a source that always says that nothing is new.
private final class ClockBench {
  let workspace: Workspace
  private let folder: String
  private let manifest: SourceManifest

  init(maximumUnchanged: Int? = nil) throws {
    folder = NSTemporaryDirectory() + "crosswalk-clock-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    workspace = try Workspace.open(
      store: StoreLocation(named: folder + "/store.sqlite") { _ in nil },
      content: ContentLocation(folder: Self.content), access: .writing)
    let framework = try #require(FrameworkID("eu-ai-act"))
    manifest = SourceManifest(
      file: "sources.json", digest: String(repeating: "0", count: 64),
      sources: [
        .init(
          id: "act", title: "Act", publisher: "P", licence: "none", framework: framework,
          files: [.init(name: "a.xml", urls: ["https://example.org/a.xml"])], maximumAge: 3,
          maximumUnchanged: maximumUnchanged,
          location: SourceLocation(file: "sources.json", line: 1, column: 1))
      ])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Crosswalks").path

  /// The status at a time, for somebody who wants to be told after two days.
  func status(at time: String) throws -> RefreshStatusReport {
    let now = try #require(Moment(time))
    return try RefreshStatus(workspace: workspace, manifest: manifest, now: now).report(
      [], maximumAge: 2 * 86_400)
  }

  /// A night whose clock shows these times one after the other, and then the last of them.
  @discardableResult
  func night(_ times: [String], fails: Bool = false, _ options: RefreshOptions = .init()) throws
    -> RefreshReport
  {
    let moments = times.compactMap { Moment($0) }
    try #require(moments.count == times.count)
    let clock = Clock(moments)
    var tools = RefreshTools(
      policy: .init(), exchange: .init(path: "/nowhere", environment: { _ in nil }),
      staging: .init(path: "/nowhere", content: ContentLocation(folder: Self.content)),
      clock: { clock.next() }, log: { _ in })
    tools.download = { (source, _, _, _, now) throws(DownloadError) in
      if fails {
        throw DownloadError(
          reason: .status(503), source: source.id, file: "a.xml", address: nil, location: source.location)
      }
      let state = SourceFileState(
        name: "a.xml", url: "https://example.org/a.xml", sha256: "00", bytes: 1, checkedAt: now)
      return SourceDelivery(files: [
        DownloadedFile(name: "a.xml", outcome: .notModified, path: nil, state: state)
      ])
    }
    return try RefreshRun(workspace: workspace, manifest: manifest, options: options, tools: tools).run()
  }
}

/// Times one after the other; the last one stays.
private final class Clock: Sendable {
  private let rest: Mutex<[Moment]>

  init(_ times: [Moment]) { rest = Mutex(times) }

  func next() -> Moment {
    rest.withLock { times in times.count > 1 ? times.removeFirst() : times.first ?? .firstOfEpoch }
  }
}
