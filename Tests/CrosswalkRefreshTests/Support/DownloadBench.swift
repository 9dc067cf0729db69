import CrosswalkModel
import CrosswalkRefresh
import CrosswalkWorkspace
import Foundation
import Synchronization
import Testing

/// A folder, a source and what its download logged; nothing waits.
final class DownloadBench {
  let folder: URL
  /// Where the files of the source go.
  let target: URL
  private let logged = Log()

  private final class Log: Sendable {
    let lines = Mutex<[Diagnostic]>([])
    let waits = Mutex<[Double]>([])
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "crosswalk-download-\(UUID().uuidString)")
    target = folder.appending(path: "target")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// 2026-11-23T12:00:00Z.
  static let now = Moment("2026-11-23T12:00:00Z") ?? .firstOfEpoch

  /// The program beside this one that makes the requests.
  static let program: ExchangeProgram = {
    // The test runner lies in the same folder of the build, or names the test bundle that does.
    let folders = ProcessInfo.processInfo.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
    let found = folders.map { $0.appending(path: "crosswalk-refresh").path }
    let path = found.first { FileManager.default.isExecutableFile(atPath: $0) }
    return ExchangeProgram(path: path ?? "/nowhere", environment: { ProcessInfo.processInfo.environment[$0] })
  }()

  /// Everything that was logged, one line each, as it is shown.
  var lines: [String] { logged.lines.withLock { $0.map(\.line) } }
  /// The codes of what was logged.
  var codes: [String] { logged.lines.withLock { $0.map(\.code) } }
  /// The waits that were asked for, in seconds.
  var waits: [Double] { logged.waits.withLock { $0 } }
  /// The names of what is in the target folder.
  var left: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() }
  }

  func serve(_ answers: [String: [[String: Any]]], options: [String] = []) throws -> FaultServer {
    try FaultServer(answers, in: folder, options: options)
  }

  /// The policy of a job that tries once, gives up early and does not wait.
  var policy: DownloadPolicy {
    var policy = DownloadPolicy()
    policy.attempts = 1
    policy.idleSeconds = 120
    policy.jitter = { 1 }
    policy.wait = { [logged] seconds in logged.waits.withLock { $0.append(seconds) } }
    return policy
  }

  static func file(
    _ name: String = "catalog.xml", _ urls: String..., bytes: Int = 1 << 20, seconds: Int = 300,
    sha256: String? = nil
  ) -> SourceManifest.File {
    SourceManifest.File(
      name: name, urls: urls, maximumBytes: bytes, maximumSeconds: seconds, sha256: sha256)
  }

  static func source(
    _ files: SourceManifest.File..., format: String? = "oscal-catalog", hosts: [String] = [],
    verification: SourceManifest.Verification = .marks
  ) throws -> SourceManifest.Source {
    SourceManifest.Source(
      id: "sample", title: "Sample", publisher: "Nobody", licence: "none",
      framework: try #require(FrameworkID("sample")), format: format, files: files, hosts: hosts,
      verification: verification, location: SourceLocation(file: "sources.json", line: 4, column: 5))
  }

  func download(
    _ source: SourceManifest.Source, known: [String: SourceFileState] = [:], policy: DownloadPolicy? = nil
  ) throws(DownloadError) -> [DownloadedFile] {
    try deliver(source, known: known, policy: policy).files
  }

  func deliver(
    _ source: SourceManifest.Source, known: [String: SourceFileState] = [:], seen: SignedReleaseMark? = nil,
    policy: DownloadPolicy? = nil
  ) throws(DownloadError) -> SourceDelivery {
    let download = SourceDownload(source: source, program: Self.program, policy: policy ?? self.policy) {
      [logged] diagnostic in
      logged.lines.withLock { $0.append(diagnostic) }
    }
    return try download.run(into: target.path, known: known, seen: seen, now: Self.now)
  }

  /// The download of one file from one path of `server`.
  func download(
    _ path: String, of server: FaultServer, known: SourceFileState? = nil, policy: DownloadPolicy? = nil,
    seconds: Int = 300
  ) throws -> [DownloadedFile] {
    try download(path, at: server.port, known: known, policy: policy, seconds: seconds)
  }

  /// The download of one file from one path of the server at `port`.
  func download(
    _ path: String, at port: Int, known: SourceFileState? = nil, policy: DownloadPolicy? = nil,
    bytes: Int = 1 << 20, seconds: Int = 300
  ) throws -> [DownloadedFile] {
    let file = Self.file("catalog.xml", "http://127.0.0.1:\(port)\(path)", bytes: bytes, seconds: seconds)
    return try download(
      try Self.source(file), known: known.map { ["catalog.xml": $0] } ?? [:], policy: policy)
  }
}
