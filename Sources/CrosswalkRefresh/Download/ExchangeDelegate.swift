import CrosswalkDigest
import CrosswalkWorkspace
import Foundation
import FoundationNetworking
import Synchronization

/// Hears what URLSession says about one exchange, on URLSession's own threads; whoever waits asks ``progress()``.
///
/// All of its state is behind one lock. Redirects and log-ins are never followed by URLSession itself.
final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
  /// How an exchange ended.
  enum End: Sendable {
    /// With an answer whose body is not read, or is in the file.
    case answer(HTTPAnswer, body: Body?)
    /// Without, or with one that is not taken.
    case failure(DownloadError.Reason)
    /// By URLSession's error, after an answer or before.
    case error(code: Int, words: String, answered: Bool)
  }

  /// What stands in the file now.
  struct Body: Hashable, Sendable {
    var bytes: Int
    var sha256: String
  }

  /// How far an exchange is.
  struct Progress {
    var end: End?
    var bytes: Int
    var lastSign: ContinuousClock.Instant
    var firstByte: ContinuousClock.Instant?
  }

  private struct State {
    var task: Int?
    var descriptor: Int32 = -1
    var limit = 0
    /// Whether the head of the proxy's answer is still to come.
    var awaitsTunnel = false
    var answer: HTTPAnswer?
    var digest = ContentDigestStream()
    var bytes = 0
    var lastSign = ContinuousClock.now
    var firstByte: ContinuousClock.Instant?
    var end: End?
  }

  private let state = Mutex(State())

  /// Begins to hear about `task`, whose body goes to an open file and may have `limit` bytes.
  ///
  /// - Parameter isTunnelled: Whether a proxy answers first, that it has made the connection.
  func begin(_ task: URLSessionTask, descriptor: Int32, limit: Int, isTunnelled: Bool) {
    state.withLock { state in
      state = State(
        task: task.taskIdentifier, descriptor: descriptor, limit: limit, awaitsTunnel: isTunnelled)
    }
  }

  /// Hears nothing more: the file may be closed.
  func abandon() { state.withLock { $0.task = nil } }

  func progress() -> Progress {
    state.withLock { Progress(end: $0.end, bytes: $0.bytes, lastSign: $0.lastSign, firstByte: $0.firstByte) }
  }

  // MARK: URLSession

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The proposed request is not looked at: for `file:` it names another address than the header does.
    _ = hear(response, from: task)
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    completionHandler(hear(response, from: dataTask) ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isOver = state.withLock { state in
      guard state.task == dataTask.taskIdentifier, state.end == nil else { return true }
      state.lastSign = .now
      if state.firstByte == nil { state.firstByte = .now }
      state.end = Self.take([UInt8](data), &state)
      return state.end != nil
    }
    if isOver { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    completionHandler(.cancelAuthenticationChallenge, nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    // A redirect that says no place ends without having been announced.
    if error == nil, let response = task.response { _ = hear(response, from: task) }
    state.withLock { state in
      guard state.task == task.taskIdentifier, state.end == nil else { return }
      if let error {
        state.end = .error(
          code: (error as NSError).code, words: error.localizedDescription, answered: state.answer != nil)
      } else if let answer = state.answer {
        state.end = .answer(answer, body: Body(bytes: state.bytes, sha256: state.digest.hexadecimal))
      } else {
        state.end = .failure(.unreachable("no answer"))
      }
    }
  }

  /// Takes the head of an answer; whether its body is to come.
  private func hear(_ response: URLResponse, from task: URLSessionTask) -> Bool {
    guard let response = response as? HTTPURLResponse else { return false }
    var headers: [String: String] = [:]
    for (name, value) in response.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
    let answer = HTTPAnswer(status: response.statusCode, headers: headers)
    return state.withLock { state in
      guard state.task == task.taskIdentifier, state.end == nil else { return false }
      state.lastSign = .now
      // 100 and the like announce the answer, and are none.
      guard answer.status >= 200 else { return true }
      if state.awaitsTunnel {
        // The proxy's word about the connection is no word of the source: what it says of a body or an address is nothing.
        state.awaitsTunnel = false
        if !(200..<300).contains(answer.status) { state.end = .failure(.proxy(status: answer.status)) }
        return state.end == nil
      }
      guard state.answer == nil else { return true }
      state.answer = answer
      if let fault = answer.fault(limit: state.limit) {
        state.end = fault.isAboutStatus ? .answer(answer, body: nil) : .failure(fault)
      } else if answer.status != 200 {
        state.end = .answer(answer, body: nil)
      }
      return state.end == nil
    }
  }

  /// Writes a piece of the body; how the exchange ends where it cannot go on.
  private static func take(_ piece: [UInt8], _ state: inout State) -> End? {
    guard state.answer != nil else { return .failure(.unreachable("content without an answer")) }
    state.bytes += piece.count
    guard state.bytes <= state.limit else { return .failure(.tooLarge(limit: state.limit)) }
    state.digest.append(piece)
    let problem = piece.write(to: state.descriptor)
    return problem == 0 ? nil : .failure(.file(errno: problem))
  }
}

extension DownloadError.Reason {
  /// Whether it is about the status of an answer, whose headers are still of use.
  fileprivate var isAboutStatus: Bool {
    switch self {
    case .status, .unexpectedStatus: true
    default: false
    }
  }
}
