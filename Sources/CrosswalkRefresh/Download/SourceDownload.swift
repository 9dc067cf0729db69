import CrosswalkModel
import CrosswalkReaders
import CrosswalkTrust
import Foundation

/// One source, one night: fetches all of its files and holds them against the list of sources.
public struct SourceDownload: Sendable {
  private let source: SourceManifest.Source
  private let program: ExchangeProgram
  private let policy: DownloadPolicy
  private let log: @Sendable (Diagnostic) -> Void

  /// Creates the download of `source`.
  ///
  /// - Parameters:
  ///   - program: Makes the requests.
  ///   - log: Gets every redirect, retry and result as a note; addresses are redacted.
  public init(
    source: SourceManifest.Source, program: ExchangeProgram, policy: DownloadPolicy = DownloadPolicy(),
    log: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) {
    self.source = source
    self.program = program
    self.policy = policy
    self.log = log
  }

  /// Fetches every file of the source into `folder` and verifies digests and signed manifests.
  ///
  /// A file whose state is known is asked for only if it changed. Files of a source are imported together, so where one is
  /// new, those that were not sent are fetched too: either no file has a path, or all have one.
  /// - Parameters:
  ///   - folder: A folder of this run alone; files get the names that the list of sources gives them.
  ///   - known: What the last good night knew, by the name of the file.
  ///   - seen: The highest release of the source that its keys signed and a run has seen.
  ///   - now: The clock, for what expires and for dates of HTTP.
  /// - Returns: The files, in the order of the source, and the signed release that they are of.
  /// - Throws: ``DownloadError`` for the first file that cannot be had or does not verify; then no file is left in
  ///   `folder`. A signal that asks the program to end is one of its reasons.
  public func run(
    into folder: String, known: [String: SourceFileState], seen: SignedReleaseMark? = nil, now: Moment
  ) throws(DownloadError) -> SourceDelivery {
    let download = FileDownload(
      source: source, policy: policy, redirects: RedirectPolicy(source), program: program, now: now, log: log)
    var release: SignedRelease?
    do throws(DownloadError) {
      release = try self.release(download, folder, seen)
      return SourceDelivery(
        files: try files(download, folder, release, known), release: release?.mark)
    } catch {
      for name in names { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
      var failure = error
      failure.release = release?.mark
      throw failure
    }
  }

  private func files(
    _ download: FileDownload, _ folder: String, _ release: SignedRelease?, _ known: [String: SourceFileState]
  ) throws(DownloadError) -> [DownloadedFile] {
    var files: [DownloadedFile] = []
    for file in source.files {
      files.append(try fetch(file, download, folder, release, known: known[file.name], .ifChanged))
    }
    guard files.contains(where: { $0.outcome == .new }) else { return files }
    for (index, file) in source.files.enumerated() where files[index].path == nil {
      files[index] = try fetch(file, download, folder, release, known: known[file.name], .always)
    }
    return files
  }

  private var names: [String] {
    guard case .signed(let signed) = source.verification else { return source.files.map(\.name) }
    return source.files.map(\.name) + [signed.manifest.name, signed.signatures.name]
  }

  private enum Asking {
    case ifChanged, always
  }

  private func fetch(
    _ file: SourceManifest.File, _ download: FileDownload, _ folder: String, _ release: SignedRelease?,
    known: SourceFileState?, _ asking: Asking
  ) throws(DownloadError) -> DownloadedFile {
    let digests = try checked(file, download) { () throws(TrustError) in
      [file.sha256, try release?.digest(of: file.name)].compactMap { $0 }
    }
    // Bytes that are not the expected ones any more are not asked after.
    let isOfUse = digests.allSatisfy { $0 == known?.sha256 }
    let fetched = try download.fetch(
      file, expected: ExpectedContent(format: source.format), into: folder,
      known: asking == .ifChanged && isOfUse ? known : nil)
    var state = fetched.state
    if let pinned = file.sha256, pinned != state.sha256 {
      throw download.error(
        .wrongDigest(pinned: pinned, found: state.sha256), file, state.url)
    }
    try checked(file, download) { () throws(TrustError) in
      try release?.check(file.name, sha256: state.sha256, bytes: state.bytes)
    }
    state.signedVersion = release?.version
    let isSame = known?.sha256 == state.sha256
    return DownloadedFile(
      name: file.name, outcome: fetched.path == nil ? .notModified : isSame ? .unchanged : .new,
      path: fetched.path,
      state: state)
  }

  /// The signed manifest of the source, verified; `nil` where it has none.
  ///
  /// It is fetched anew every night.
  private func release(
    _ download: FileDownload, _ folder: String, _ seen: SignedReleaseMark?
  ) throws(DownloadError) -> SignedRelease? {
    guard case .signed(let signed) = source.verification else { return nil }
    let manifest = try bytes(of: signed.manifest, download, folder)
    let signatures = try bytes(of: signed.signatures, download, folder)
    return try checked(signed.manifest, download) { () throws(TrustError) in
      try SignedRelease(signed, manifest: manifest, signatures: signatures, now: download.now, seen: seen)
    }
  }

  private func bytes(
    of file: SourceManifest.File, _ download: FileDownload, _ folder: String
  ) throws(DownloadError) -> [UInt8] {
    let fetched = try download.fetch(file, expected: .json, into: folder, known: nil)
    guard let path = fetched.path else { throw download.error(.empty, file, nil) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    do { return try SourceFile(path: path).bytes(limits: .standard.with(fileBytes: file.maximumBytes)) } catch
    {
      throw download.error(.file(errno: EIO), file, nil)
    }
  }

  private func checked<Result>(
    _ file: SourceManifest.File, _ download: FileDownload, _ body: () throws(TrustError) -> Result
  ) throws(DownloadError) -> Result {
    do throws(TrustError) { return try body() } catch { throw download.error(.trust(error), file, nil) }
  }
}
