import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import Glibc

/// The program that makes one request to the network, in a process of its own.
///
/// What a server sends is taken apart there, by libraries that nobody here wrote: whatever they do with it, however much
/// memory it takes them and however late they hear that it was enough, ends with that process. It inherits nothing of the
/// environment, so no variable names a proxy or other certificates (``DownloadPolicy/proxy`` names one).
public struct ExchangeProgram: Sendable {
  /// Bytes of memory that the process may map; the bytes of a body are not kept in it.
  static let memory = 1 << 30
  /// Seconds after the end of its time when a process that does not end is ended.
  private static let grace = 5

  /// The program's file, this one.
  let path: String
  /// Variables that name another way to the network, and are not handed on.
  let ignored: [String]

  /// The program in the file `path`.
  ///
  /// - Parameter environment: Looks up a variable of whoever started this program.
  public init(path: String, environment: (String) -> String?) {
    self.path = path
    ignored = NetworkEnvironment.ignored(of: environment)
  }

  /// Makes the request; what the process says goes to a folder in `folder` that is removed then.
  ///
  /// - Parameter seconds: The time that all exchanges of the file may take.
  func run(
    _ request: ExchangeRequest, proxy: ProxyAddress?, seconds: Int, in folder: String
  ) throws(ExchangeFailure) -> (answer: HTTPAnswer, body: ExchangeBody?) {
    switch try end(of: request, proxy, in: folder) {
    case .answer(let answer, let body): return (answer, body)
    case .failure(let fault): throw ExchangeFailure(fault.reason(of: request, seconds: seconds))
    }
  }

  private func end(
    of request: ExchangeRequest, _ proxy: ProxyAddress?, in folder: String
  ) throws(ExchangeFailure) -> ExchangeEnd {
    let place: TemporaryFolder
    do throws(SystemError) { place = try TemporaryFolder(in: folder, prefix: ".exchange.") } catch {
      throw ExchangeFailure(.file(errno: error.number))
    }
    // Not on the command line, which every user of the machine can read: an address may hold a secret.
    try write(request, to: "\(place.path)/request")
    let child = ChildProcess(
      program: path, arguments: ["exchange", "\(place.path)/request"],
      environment: NetworkEnvironment.variables(proxy: proxy), folder: place.path, keepsErrorsApart: true,
      hasLifeline: true)
    let end: ChildProcess.End
    do throws(Interrupted) { end = try child.run(seconds: Int(request.seconds) + Self.grace) } catch {
      throw ExchangeFailure(.interrupted(error))
    }
    switch end {
    case .status(0): return try answer(in: "\(place.path)/log")
    case .late: return .failure(.late)
    // The kernel's own word that the file would have become larger.
    case .status(128 + SIGXFSZ): return .failure(.tooLarge)
    // It could not say what it had to; what it was about is on the same disk.
    case .status(ExitStatus.inputOutput.rawValue): return .failure(.file(errno: EIO))
    case .status(let status): throw ExchangeFailure(.crashed(status: status))
    case .notStarted(let number): throw ExchangeFailure(.notStarted(errno: number))
    }
  }

  private func write(_ request: ExchangeRequest, to path: String) throws(ExchangeFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExchangeFailure(.file(errno: errno)) }
    defer { close(descriptor) }
    guard let bytes = try? JSONEncoder().encode(request) else { throw ExchangeFailure(.file(errno: EINVAL)) }
    let problem = [UInt8](bytes).write(to: descriptor)
    guard problem == 0 else { throw ExchangeFailure(.file(errno: problem)) }
  }

  /// What the process said.
  private func answer(in path: String) throws(ExchangeFailure) -> ExchangeEnd {
    guard let bytes = FileManager.default.contents(atPath: path),
      let end = try? JSONDecoder().decode(ExchangeEnd.self, from: bytes)
    else { throw ExchangeFailure(.file(errno: EIO)) }
    return end
  }
}
