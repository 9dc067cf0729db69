import CrosswalkDigest
import CrosswalkWorkspace
import Foundation
import FoundationNetworking
import Synchronization

/// Hears what URLSession says about one exchange, on URLSession's own threads; whoever waits asks ``progress(waiting:)``.
///
/// All of its state is behind one lock. Redirects and log-ins are never followed by URLSession itself.
final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
  /// How an exchange ended.
  enum End: Sendable {
    case said(ExchangeEnd)
    /// By URLSession's error, after an answer or before.
    case error(words: String, answered: Bool)
  }

  /// How far an exchange is.
  struct Progress {
    var end: End?
    var bytes: Int
    var lastSign: ContinuousClock.Instant
    var firstByte: ContinuousClock.Instant?
  }

  private struct State {
    var descriptor: Int32 = -1
    /// Whether the head of the proxy's answer is still to come.
    var awaitsTunnel: Bool
    var answer: HTTPAnswer?
    var digest = ContentDigestStream()
    var bytes = 0
    var lastSign = ContinuousClock.now
    var firstByte: ContinuousClock.Instant?
    var end: End?
  }

  private let limit: Int
  private let state: Mutex<State>
  private let isOver = DispatchSemaphore(value: 0)

  /// Creates the ear of one exchange, whose body may have `limit` bytes.
  ///
  /// - Parameter isTunnelled: Whether a proxy answers first, that it has made the connection.
  init(limit: Int, isTunnelled: Bool) {
    self.limit = limit
    state = Mutex(State(awaitsTunnel: isTunnelled))
  }

  /// The body goes to an open file; the time runs from now on.
  func begin(_ descriptor: Int32) {
    state.withLock { ($0.descriptor, $0.lastSign) = (descriptor, .now) }
  }

  /// How far it is, after it has ended or the time is over.
  func progress(waiting time: DispatchTimeInterval) -> Progress {
    _ = isOver.wait(timeout: .now() + time)
    return state.withLock {
      Progress(end: $0.end, bytes: $0.bytes, lastSign: $0.lastSign, firstByte: $0.firstByte)
    }
  }

  /// Goes on with the exchange unless it has ended; whether it goes on then.
  private func goOn(_ step: (inout State) -> End?) -> Bool {
    let (isOn, ends) = state.withLock { state in
      guard state.end == nil else { return (false, false) }
      state.end = step(&state)
      return (state.end == nil, state.end != nil)
    }
    if ends { isOver.signal() }
    return isOn
  }

  // MARK: URLSession

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The proposed request is not looked at: for `file:` it names another address than the header does.
    _ = hear(response)
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    completionHandler(hear(response) ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    // Where it is enough the task is not cancelled: that could come late, and the process ends at once.
    _ = goOn { state in
      state.lastSign = .now
      if state.firstByte == nil { state.firstByte = .now }
      return take([UInt8](data), &state).map { .said(.failure($0)) }
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    completionHandler(.cancelAuthenticationChallenge, nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    // A redirect that says no place ends without having been announced.
    if error == nil, let response = task.response { _ = hear(response) }
    _ = goOn { state in
      if let error { return .error(words: error.localizedDescription, answered: state.answer != nil) }
      guard let answer = state.answer else { return .said(.failure(.unreachable(words: "no answer"))) }
      return .said(.answer(answer, body: ExchangeBody(bytes: state.bytes, sha256: state.digest.hexadecimal)))
    }
  }

  /// Takes the head of an answer; whether its body is to come.
  private func hear(_ response: URLResponse) -> Bool {
    guard let response = response as? HTTPURLResponse else { return false }
    var headers: [String: String] = [:]
    for (name, value) in response.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
    let answer = HTTPAnswer(status: response.statusCode, headers: headers)
    return goOn { state in
      state.lastSign = .now
      // 100 and the like announce the answer, and are none.
      guard answer.status >= 200 else { return nil }
      if state.awaitsTunnel {
        // The proxy's word about the connection is no word of the source: what it says of a body or an address is nothing.
        state.awaitsTunnel = false
        return (200..<300).contains(answer.status) ? nil : .said(.failure(.proxy(status: answer.status)))
      }
      guard state.answer == nil else { return nil }
      state.answer = answer
      let isRead = answer.status == 200 && answer.fault(limit: limit) == nil
      return isRead ? nil : .said(.answer(answer, body: nil))
    }
  }

  /// Writes a piece of the body; why the exchange cannot go on.
  private func take(_ piece: [UInt8], _ state: inout State) -> ExchangeFault? {
    guard state.answer != nil else { return .unreachable(words: "content without an answer") }
    state.bytes += piece.count
    guard state.bytes <= limit else { return .tooLarge }
    state.digest.append(piece)
    let problem = piece.write(to: state.descriptor)
    return problem == 0 ? nil : .file(errno: problem)
  }
}
