import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import FoundationNetworking

/// A session with the network that keeps nothing: no cookies, no cache, no log-ins.
///
/// One exchange at a time.
final class ExchangeSession {
  private let session: URLSession
  private let delegate = ExchangeDelegate()
  private let policy: DownloadPolicy

  init(policy: DownloadPolicy) {
    self.policy = policy
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.urlCredentialStorage = nil
    // The own limits come first.
    configuration.timeoutIntervalForRequest = 86_400
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// One request and its answer; the body of a 200 goes to `body`.
  ///
  /// - Parameter deadline: When it must have ended, and how many seconds that were in all.
  func run(
    _ address: SourceAddress, headers: [(String, String)], into body: borrowing BodyFile, limit: Int,
    deadline: (at: ContinuousClock.Instant, seconds: Int)
  ) throws(ExchangeFailure) -> (answer: HTTPAnswer, body: ExchangeDelegate.Body?) {
    guard let url = URL(string: address.description) else {
      throw ExchangeFailure(.unreachable("not an address"))
    }
    var request = URLRequest(url: url)
    // URLSession asks for every encoding it knows, and decodes without a word.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    request.setValue("crosswalk-refresh/\(ToolkitVersion.text)", forHTTPHeaderField: "User-Agent")
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let task = session.dataTask(with: request)
    let isTunnelled = policy.proxy != nil && NetworkEnvironment.isByProxy(address)
    delegate.begin(task, descriptor: body.descriptor, limit: limit, isTunnelled: isTunnelled)
    defer {
      delegate.abandon()
      task.cancel()
    }
    task.resume()
    switch try end(deadline) {
    case .answer(let answer, let body): return (answer, body)
    case .failure(let reason): throw ExchangeFailure(reason)
    case .error(let code, let words, let answered):
      throw ExchangeFailure(
        Self.reason(
          code: code, words: words.shortened, answered: answered, isSecure: address.scheme == .https))
    }
  }

  private func end(
    _ deadline: (at: ContinuousClock.Instant, seconds: Int)
  ) throws(ExchangeFailure) -> ExchangeDelegate.End {
    let interruption = Interruption()
    var step = 1
    while true {
      let progress = delegate.progress()
      if let end = progress.end { return end }
      if let reason = late(progress, deadline) { throw ExchangeFailure(reason) }
      do throws(Interrupted) { try interruption.wait(milliseconds: step) } catch {
        throw ExchangeFailure(.interrupted(error))
      }
      step = min(step * 2, 20)
    }
  }

  private func late(
    _ progress: ExchangeDelegate.Progress, _ deadline: (at: ContinuousClock.Instant, seconds: Int)
  ) -> DownloadError.Reason? {
    let now = ContinuousClock.now
    if now >= deadline.at { return .late(seconds: deadline.seconds) }
    if now - progress.lastSign > .seconds(policy.idleSeconds) { return .idle(seconds: policy.idleSeconds) }
    guard let first = progress.firstByte else { return nil }
    let seconds = (now - first) / .seconds(1)
    guard seconds > policy.speedGrace else { return nil }
    let speed = Int(Double(progress.bytes) / seconds)
    return speed < policy.minimumSpeed ? .slow(bytesPerSecond: speed) : nil
  }

  /// What URLSession's error means.
  ///
  /// Its codes say little: most faults of TLS are "unknown", and only words tell.
  private static func reason(code: Int, words: String, answered: Bool, isSecure: Bool) -> DownloadError.Reason
  {
    if words.contains("Content-Length") { return .ambiguousLength(words) }
    if words.contains("unencoding") { return .encoded(words) }
    if isSecure, ["SSL", "TLS", "certificate"].contains(where: words.contains) { return .tls(words) }
    if answered { return .cutOff(words) }
    return .unreachable(words)
  }
}

/// Why an exchange gave nothing, before it is known for which file that was.
struct ExchangeFailure: Error {
  let reason: DownloadError.Reason

  init(_ reason: DownloadError.Reason) { self.reason = reason }
}
