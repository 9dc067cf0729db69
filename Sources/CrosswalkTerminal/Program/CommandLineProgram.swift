import ArgumentParser
import CrosswalkExporters
import CrosswalkModel
import CrosswalkWorkspace
import Glibc

/// Runs the command line of a program and ends it with the status of the contract.
package enum CommandLineProgram {
  /// Parses the arguments, runs the command that they name, and ends the process.
  package static func run<Root: ParsableCommand>(_ root: Root.Type) -> Never {
    // A file that may not grow further must end in an error, not in silence.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    // What newcomers type first needs no parsing, which is most of the time it would take.
    if arguments == ["--help"] || arguments == ["-h"] { write(root.helpMessage()) }
    do {
      var command = try root.parseAsRoot(GlobalOptions.movedBehindCommand(arguments))
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch let end as CommandEnd {
      exit(end.status.rawValue)
    } catch let interrupted as Interrupted {
      interrupted.end()
    } catch let error as any DiagnosableError {
      Console(format: chosenLogFormat).write(error.diagnostic)
      exit(error.exitStatus.rawValue)
    } catch {
      finish(root, parsing: error)
    }
  }

  /// Help and version go to standard output; a wrong command line is an error like any other.
  private static func finish<Root: ParsableCommand>(_ root: Root.Type, parsing error: any Error) -> Never {
    let status = root.exitCode(for: error)
    if status == .success { write(root.fullMessage(for: error)) }
    let isUsage = status == .validationFailure
    let diagnostic = Diagnostic(
      .error, code: isUsage ? "usage" : "defect",
      message: root.message(for: error).split(whereSeparator: \.isNewline).joined(separator: " "),
      hint: isUsage ? "see \(helpCall(root, for: error))" : nil)
    Console(format: chosenLogFormat).write(diagnostic)
    exit(isUsage ? ExitStatus.usage.rawValue : ExitStatus.defect.rawValue)
  }

  /// How the help of the very command is asked for; the parser tells which it was only in its own message.
  private static func helpCall<Root: ParsableCommand>(_ root: Root.Type, for error: any Error) -> String {
    let call = root.fullMessage(for: error).firstMatch(of: /See '(.+ --help)'/)?.output.1
    return call.map(String.init) ?? "\(root._commandName) --help"
  }

  private static func write(_ help: String) -> Never {
    do {
      try OutputSink.write(Array((help + "\n").utf8), to: nil)
      exit(ExitStatus.done.rawValue)
    } catch {
      Console(format: .text).write(error.diagnostic)
      exit(error.exitStatus.rawValue)
    }
  }

  /// The log format must be known before, and even when, parsing fails.
  private static var chosenLogFormat: LogFormat {
    let arguments = CommandLine.arguments
    if arguments.contains("--log-format=json") { return .json }
    return zip(arguments, arguments.dropFirst()).contains { $0 == "--log-format" && $1 == "json" }
      ? .json : .text
  }
}

/// A command that finished with a status other than 0 and has said all there is to say.
package struct CommandEnd: Error {
  /// The status.
  package let status: ExitStatus

  /// Ends with `status`.
  package init(status: ExitStatus) { self.status = status }
}
