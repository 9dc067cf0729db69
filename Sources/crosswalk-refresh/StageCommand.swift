import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkRefresh
import CrosswalkTerminal
import CrosswalkWorkspace
import Glibc

/// `crosswalk-refresh stage`: the process that imports what came from one source; the run starts it.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Imports files into a store of their own, within limits.",
    shouldDisplay: false)

  @Option(name: .customLong("into")) var store: String
  @Option(name: .long) var framework: String
  @Option(name: .customLong("as")) var format: String?
  @Option(name: .long) var profile: String?
  @Option(name: .long) var revision: String?
  @Option(name: .customLong("as-of")) var asOf: CalendarDate?
  @Option(name: .long) var today: CalendarDate
  @Option(name: .long) var memory: Int
  @Option(name: .customLong("processor-seconds")) var processorSeconds: Int
  @Option(name: .customLong("file-size")) var fileSize: Int
  @Argument var files: [String]

  func run() throws {
    // A run that was killed must not leave an import at work in a folder that the next run removes.
    Lifeline.hold()
    let limits = StagingLimits(memory: memory, processorSeconds: processorSeconds, fileSize: fileSize)
    let problem = limits.impose()
    guard problem == 0 else {
      Console(format: .json).write(
        Diagnostic(
          .error, code: "refresh-no-limits",
          message: "the limits of the import cannot be set: \(String(cString: strerror(problem)))"))
      throw CommandEnd(status: .inputOutput)
    }
    // Whoever started this reads the streams as JSON lines.
    do {
      let content = try ContentLocation.find(environment: Terminal.environment, executable: Executable.path)
      let report = try Workspace.stage(request, into: store, content: content)
      try OutputSink.write(try ImportJSONExporter().export(report), to: nil)
    } catch let error as any DiagnosableError {
      Console(format: .json).write(error.diagnostic)
      throw CommandEnd(status: error.exitStatus)
    }
  }

  private var request: ImportRequest {
    ImportRequest(
      files: files, format: format, framework: FrameworkID(framework),
      revision: revision.flatMap { RevisionID($0) },
      asOf: asOf, profile: profile, today: today)
  }
}
