import CrosswalkModel
import Foundation
import FoundationNetworking
import Glibc

/// One request and its answer; nothing is kept of it: no cookies, no cache, no log-ins.
final class ExchangeSession {
  private let request: ExchangeRequest
  private let delegate: ExchangeDelegate

  init(_ request: ExchangeRequest) {
    self.request = request
    delegate = ExchangeDelegate(limit: request.limit, isTunnelled: request.isTunnelled)
  }

  /// Makes the request, and waits until it is over or has to be.
  func run() -> ExchangeEnd {
    guard let url = URL(string: request.address) else {
      return .failure(.unreachable(words: "not an address"))
    }
    let descriptor = open(request.body, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(.file(errno: errno)) }
    delegate.begin(descriptor)
    let session = URLSession(
      configuration: Self.configuration, delegate: delegate, delegateQueue: ThrottledQueue())
    session.dataTask(with: question(url)).resume()
    switch end() {
    case .said(let end): return end
    case .error(let words, let answered): return .failure(fault(words: words.shortened, answered: answered))
    }
  }

  private static var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.urlCredentialStorage = nil
    // The own limits come first.
    configuration.timeoutIntervalForRequest = 86_400
    return configuration
  }

  private func question(_ url: URL) -> URLRequest {
    var question = URLRequest(url: url)
    // URLSession asks for every encoding it knows, and decodes without a word.
    question.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    question.setValue("crosswalk-refresh/\(ToolkitVersion.text)", forHTTPHeaderField: "User-Agent")
    for header in request.headers { question.setValue(header.value, forHTTPHeaderField: header.name) }
    return question
  }

  private func end() -> ExchangeDelegate.End {
    let deadline = ContinuousClock.now + .seconds(request.seconds)
    while true {
      let progress = delegate.progress(waiting: .milliseconds(20))
      if let end = progress.end { return end }
      if let fault = late(progress, deadline) { return .said(.failure(fault)) }
    }
  }

  private func late(
    _ progress: ExchangeDelegate.Progress, _ deadline: ContinuousClock.Instant
  ) -> ExchangeFault? {
    let now = ContinuousClock.now
    if now >= deadline { return .late }
    if now - progress.lastSign > .seconds(request.idleSeconds) { return .idle }
    guard let first = progress.firstByte else { return nil }
    let seconds = (now - first) / .seconds(1)
    guard seconds > request.speedGrace else { return nil }
    let speed = Int(Double(progress.bytes) / seconds)
    return speed < request.minimumSpeed ? .slow(bytesPerSecond: speed) : nil
  }

  /// What URLSession's error means.
  ///
  /// Its codes say little: most faults of TLS are "unknown", and only words tell.
  private func fault(words: String, answered: Bool) -> ExchangeFault {
    if words.contains("Content-Length") { return .ambiguousLength(words: words) }
    if words.contains("unencoding") { return .encoded(words: words) }
    let isSecure = request.address.hasPrefix("https:")
    if isSecure, ["SSL", "TLS", "certificate"].contains(where: words.contains) { return .tls(words: words) }
    return answered ? .cutOff(words: words) : .unreachable(words: words)
  }
}

/// Holds URLSession back where it delivers faster than the delegate takes: it would keep all of it in memory.
///
/// Only URLSession's own thread adds to it, so a wait for a place never waits for itself; the thread that looks at the clock
/// is another one. Unchecked, as the queue that it extends is: the semaphore is all that it adds, and never changes.
private final class ThrottledQueue: OperationQueue, @unchecked Sendable {
  /// Pieces of at most 16 KiB each, as the C library below hands them out.
  private let places = DispatchSemaphore(value: 64)

  override init() {
    super.init()
    maxConcurrentOperationCount = 1
  }

  override func addOperation(_ operation: Operation) {
    places.wait()
    operation.completionBlock = { [places] in _ = places.signal() }
    super.addOperation(operation)
  }

  override func addOperation(_ block: @Sendable @escaping () -> Void) {
    addOperation(BlockOperation(block: block))
  }
}
