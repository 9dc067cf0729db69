import CrosswalkModel
import CrosswalkStore
import CrosswalkWorkspace

/// One night: every source is looked at, then everything that may go in goes in together with the record of the run, in
/// one transaction.
///
/// Readers see the store as it was, or as it is then.
public struct RefreshRun {
  let workspace: Workspace
  let manifest: SourceManifest
  let options: RefreshOptions
  let tools: RefreshTools
  /// Told which source is looked at.
  let progress: (String) -> Void

  /// A run over `manifest` for the store of `workspace`, which is opened for writing unless the run is for show.
  public init(
    workspace: Workspace, manifest: SourceManifest, options: RefreshOptions, tools: RefreshTools,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.workspace = workspace
    self.manifest = manifest
    self.options = options
    self.tools = tools
    self.progress = progress
  }

  var store: CrosswalkStore { workspace.store }
  private var place: StorePlace { StorePlace(store: store.path) }

  /// Does it.
  ///
  /// - Returns: What became of each source; the status to end with is in its record.
  /// - Throws: ``RefreshError``, `StoreError`, `Interrupted`; the store is then as it was. What goes wrong after everything
  ///   is published and recorded is a remark of the report.
  public func run() throws -> RefreshReport {
    let interruption = Interruption()
    let sources = try selected()
    let report = try options.isDryRun ? runForShow(sources) : runLocked(sources)
    withExtendedLifetime(interruption) {}
    return report
  }

  private func selected() throws(RefreshError) -> [SourceManifest.Source] {
    let known = manifest.sources.map(\.id)
    if let unknown = options.sources.first(where: { !known.contains($0) }) {
      throw .unknownSource(unknown, known: known)
    }
    return options.sources.isEmpty
      ? manifest.sources : manifest.sources.filter { options.sources.contains($0.id) }
  }

  private func runForShow(_ sources: [SourceManifest.Source]) throws -> RefreshReport {
    let folder: TemporaryFolder
    do throws(SystemError) { folder = try TemporaryFolder() } catch {
      throw RefreshError.cannotCreate("a temporary folder", errno: error.number)
    }
    let report = try run(sources, in: folder.path)
    withExtendedLifetime(folder) {}
    return report
  }

  private func runLocked(_ sources: [SourceManifest.Source]) throws -> RefreshReport {
    let lock = try RefreshLock(store: place.path, named: store.path)
    for leftover in place.removeLeftovers() {
      tools.log(
        Diagnostic(
          .note, code: "refresh-leftover", message: "removed \(leftover), which a run that was killed left"))
    }
    let report = try runInFolder(sources)
    withExtendedLifetime(lock) {}
    return report
  }

  private func runInFolder(_ sources: [SourceManifest.Source]) throws -> RefreshReport {
    let folder: TemporaryFolder
    do throws(SystemError) {
      folder = try TemporaryFolder(in: place.folder, prefix: place.stagingPrefix)
    } catch {
      throw RefreshError.cannotCreate("a folder in \(place.folder)", errno: error.number)
    }
    let report = try run(sources, in: folder.path)
    withExtendedLifetime(folder) {}
    return report
  }

  private func run(_ sources: [SourceManifest.Source], in folder: String) throws -> RefreshReport {
    let started = tools.clock()
    let last = try store.lastRefresh()
    let visitor = SourceVisitor(store: store, tools: tools, options: options, folder: folder)
    var visits: [SourceVisit] = []
    for (number, source) in sources.enumerated() {
      progress("Looking at \(source.id)")
      visits.append(try visitor.visit(source, number: number))
    }
    var ending = RefreshEnding(run: self, visits: visits, started: started, last: last)
    return try ending.report(backingUpTo: BackupRotation(place: place, count: options.backups))
  }
}
