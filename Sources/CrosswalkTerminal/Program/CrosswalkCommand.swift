import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkWorkspace

/// What every command is: it opens the workspace, asks one question, and writes the answer.
package protocol CrosswalkCommand: ParsableCommand {
  /// The options that every command has.
  var global: GlobalOptions { get }
}

extension CrosswalkCommand {
  /// Opens the store; one that does not exist yet is made, with the bundled frameworks and mappings in it.
  ///
  /// - Parameter past: The day at whose end the store is seen as it was known.
  package func openWorkspace(
    for access: Workspace.Access = .reading, known past: KnownByOptions? = nil
  ) throws -> Workspace {
    let progress = ProgressLine(quiet: global.quiet, format: global.logFormat)
    defer { progress.clear() }
    return try Workspace.open(
      store: StoreLocation(named: global.store, environment: Terminal.environment),
      content: ContentLocation.find(
        environment: Terminal.environment, executable: Executable.path), access: access,
      now: Today.moment
    ) { progress.show($0) }.known(by: past?.knownBy)
  }

  /// The style of a table on standard output; a file gets 100 columns and no colour.
  package func style(writingTo output: String?) -> TerminalStyle {
    output == nil
      ? TerminalStyle(width: Terminal.width, color: Terminal.usesColor(global.color))
      : TerminalStyle(width: 100, color: global.color == .always)
  }
}

/// The formats of an answer that is no report.
package enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json
}

extension Reference: ExpressibleByArgument {
  /// Reads a reference from the command line.
  public init?(argument: String) { self.init(argument) }
}
