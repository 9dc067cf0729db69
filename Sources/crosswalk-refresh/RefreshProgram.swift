import ArgumentParser
import CrosswalkExporters
import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkRefresh
import CrosswalkTerminal
import CrosswalkWorkspace

/// `crosswalk-refresh`: one run of the refresh.
struct RefreshProgram: CrosswalkCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk-refresh", abstract: RefreshHelp.abstract, discussion: RefreshHelp.discussion,
    version: ToolkitVersion.text, subcommands: [StatusCommand.self, StageCommand.self, ExchangeCommand.self])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var result: OutputOptions
  @OptionGroup var scope: RefreshScopeArguments
  @OptionGroup var arguments: RefreshRunArguments

  func run() throws {
    // Before the store is made: a wrong list must leave nothing behind.
    let manifest = try scope.readManifest()
    let tools = RefreshTools(
      policy: try policy, exchange: ExchangeProgram(path: path, environment: Terminal.environment),
      staging: try staging, clock: { Today.moment }, log: log)
    // A signal waits until the run has asked for it or is over: a store for show is in a folder that goes with the run.
    try Interruption.postponed { try refresh(manifest, tools) }
  }

  private func refresh(_ manifest: SourceManifest, _ tools: RefreshTools) throws {
    let progress = ProgressLine(quiet: global.quiet, format: global.logFormat)
    defer { progress.clear() }
    let workspace = try PreparedWorkspace(global, isDryRun: arguments.dryRun) { try openWorkspace(for: $0) }
    let run = RefreshRun(workspace: workspace.workspace, manifest: manifest, options: options, tools: tools) {
      progress.show($0)
    }
    let report = try run.run()
    progress.clear()
    try OutputSink.write(try bytes(of: report), to: result.output)
    withExtendedLifetime(workspace) {}
    try end(report)
  }

  private var options: RefreshOptions {
    RefreshOptions(
      sources: scope.sources, isDryRun: arguments.dryRun, accept: arguments.accept,
      requiresFresh: arguments.requireFresh, reportsChange: arguments.exitCode, backups: arguments.backups,
      limits: StagingLimits(memory: arguments.importMemory << 20, processorSeconds: arguments.importSeconds))
  }

  private var policy: DownloadPolicy {
    get throws {
      var policy = DownloadPolicy()
      policy.proxy = try arguments.proxy.map { text in
        guard let proxy = ProxyAddress(text) else {
          throw ValidationError("--proxy takes http://HOST:PORT")
        }
        return proxy
      }
      return policy
    }
  }

  /// The file of this program, which is also those that it starts.
  private var path: String { Executable.path ?? CommandLine.arguments[0] }

  private var staging: StagingProgram {
    get throws {
      StagingProgram(
        path: path,
        content: try ContentLocation.find(environment: Terminal.environment, executable: Executable.path))
    }
  }

  /// Warnings and errors always; notes where a program reads them.
  private var log: @Sendable (Diagnostic) -> Void {
    let (console, takesNotes) = (Console(format: global.logFormat), global.logFormat == .json)
    return { if takesNotes || $0.severity != .note { console.write($0) } }
  }

  private func bytes(of report: RefreshReport) throws -> [UInt8] {
    switch scope.format {
    case .table: try RefreshTextExporter(style: style(writingTo: result.output)).export(report)
    case .json: try RefreshJSONExporter().export(report)
    case .mail: try RefreshMailExporter().export(report)
    }
  }

  private func end(_ report: RefreshReport) throws {
    let status = ExitStatus(rawValue: Int32(report.record.exitStatus)) ?? .defect
    if status != .done { throw CommandEnd(status: status) }
  }
}

extension RefreshScopeArguments {
  /// Reads the list of sources that the user named, else the one that ships.
  func readManifest() throws -> SourceManifest {
    let path = try manifest ?? Self.bundled()
    return try SourceManifest(SourceFile(path: path))
  }

  private static func bundled() throws(WorkspaceError) -> String {
    try ContentLocation.find(environment: Terminal.environment, executable: Executable.path).folder
      + "/sources.json"
  }
}
