import ArgumentParser
import CrosswalkModel
import CrosswalkRefresh
import CrosswalkTerminal
import Glibc

/// `crosswalk-refresh exchange`: the process that makes one request to the network; the run starts it.
struct ExchangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: "Makes one request, within limits.", shouldDisplay: false)

  @Argument var request: String

  func run() throws {
    let problem = ExchangeProcess.run(request: request)
    Console(format: .json).write(
      Diagnostic(
        .error, code: "refresh-no-exchange",
        message: "the request cannot be made or told of: \(String(cString: strerror(problem)))"))
    throw CommandEnd(status: .inputOutput)
  }
}
