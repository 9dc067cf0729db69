import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace
import Glibc

/// Looks at one source: fetches, imports into staging, judges.
///
/// The store is only read.
struct SourceVisitor {
  let store: CrosswalkStore
  let tools: RefreshTools
  let options: RefreshOptions
  /// The staging folder of the run.
  let folder: String

  /// - Throws: `Interrupted`; `StoreError` about the live store. What is wrong with the source stands in the visit.
  func visit(_ source: SourceManifest.Source, number: Int) throws -> SourceVisit {
    let now = tools.clock()
    var visit = SourceVisit(
      record: .init(
        id: source.id, framework: source.framework, settings: source.settings, outcome: .unchanged,
        checkedAt: now),
      source: source)
    let history = try store.history(ofSource: source.id)
    let seen = try highestRelease(of: source)
    let files: [DownloadedFile]
    do throws(DownloadError) {
      let delivery = try tools.download(
        source, try place(number, source),
        history.knownFiles(framework: source.framework, settings: source.settings), seen, now)
      files = delivery.files
      visit.record.release = delivery.release
    } catch {
      if let interruption = error.interruption { throw interruption }
      visit.record.release = error.release
      visit.fail(error)
      return visit
    }
    visit.record.files = files.map(\.state)
    guard files.contains(where: { $0.outcome == .new }) else {
      (visit.record.before, visit.record.after) = (history.lastSuccess?.after, history.lastSuccess?.after)
      return visit
    }
    try importAndJudge(files, number, into: &visit)
    return visit
  }

  /// The highest signed release that any night has seen, whatever became of it and whatever else the list said then.
  private func highestRelease(of source: SourceManifest.Source) throws(StoreError) -> SignedReleaseMark? {
    guard case .signed(let policy) = source.verification else { return nil }
    return try store.highestRelease(ofSource: source.id, keys: policy.keysDigest)
  }

  /// A folder for one source, and in it one for the files that come: they have names that others gave them.
  private func place(_ number: Int, _ source: SourceManifest.Source) throws(DownloadError) -> String {
    let path = "\(folder)/\(number)/files"
    guard mkdir("\(folder)/\(number)", 0o700) == 0, mkdir(path, 0o700) == 0 else {
      throw DownloadError(
        reason: .file(errno: errno), source: source.id, file: path, address: nil, location: source.location)
    }
    return path
  }

  private func importAndJudge(_ files: [DownloadedFile], _ number: Int, into visit: inout SourceVisit) throws
  {
    let source = visit.source
    let place = "\(folder)/\(number)"
    do {
      let command = StagingCommand(
        source: source, files: files.compactMap(\.path), store: "\(place)/staging.sqlite",
        today: tools.clock().day)
      for diagnostic in try tools.staging.run(command, limits: options.limits, in: place, source: source.id) {
        tools.log(diagnostic)
      }
      let staged = try StagedRevision(store: command.store, of: source)
      visit.staged = staged
      visit.judged(
        try RevisionJudge(store: store, source: source).judge(staged, accepting: options.accept))
    } catch let error as StagingError {
      visit.fail(error, sentence: error.sentence)
    } catch let error as StoreError where error.path.hasPrefix(folder) {
      // The staging store: what is wrong with it is wrong with what came, unless the disk is full.
      visit.fail(error)
    }
  }
}
