import CrosswalkWorkspace
import Foundation
import Glibc

/// What the process of one exchange does (see ``ExchangeProgram``).
public enum ExchangeProcess {
  /// Makes the request that the file at `path` describes, says on standard output how it ended, and ends.
  ///
  /// - Returns: Only where it cannot be said; the number of the error.
  public static func run(request path: String) -> Int32 {
    // Whoever asked may be killed: nobody would end an exchange that goes on.
    Lifeline.hold()
    guard let bytes = FileManager.default.contents(atPath: path),
      let request = try? JSONDecoder().decode(ExchangeRequest.self, from: bytes)
    else { return EIO }
    for limit in [ResourceLimit.memory(ExchangeProgram.memory), .fileSize(max(request.limit, 1 << 20))] {
      let problem = limit.set()
      guard problem == 0 else { return problem }
    }
    let end = ExchangeSession(request).run()
    // Nobody takes the rest of a body, and on a full disk there is no room beside it.
    if case .failure = end { truncate(request.body, 0) }
    guard let said = try? JSONEncoder().encode(end) else { return EINVAL }
    let problem = [UInt8](said).write(to: STDOUT_FILENO)
    // At once: other threads may still be at work for URLSession, and it can be long until they hear that it is over.
    if problem == 0 { _exit(0) }
    return problem
  }
}
