import Synchronization

/// The servers that asked to come back later than a run waits: they are not asked again before.
public final class BusyServers: Sendable {
  private struct Wish {
    var status: Int
    var until: ContinuousClock.Instant
  }

  private let wishes = Mutex<[String: Wish]>([:])

  /// Nobody asked yet.
  public init() {}

  /// Notes what the server at `origin` asked for.
  func remember(_ origin: String, status: Int, seconds: Double) {
    // Nothing runs for a year; a longer wait would be beyond what a clock counts.
    let until = ContinuousClock.now + .seconds(min(seconds, 31_536_000))
    wishes.withLock { $0[origin] = Wish(status: status, until: until) }
  }

  /// Why the server at `origin` is not asked now; `nil` where it may be.
  func reason(_ origin: String) -> DownloadError.Reason? {
    guard let wish = wishes.withLock({ $0[origin] }) else { return nil }
    let rest = wish.until - ContinuousClock.now
    guard rest > .zero else { return nil }
    return .later(status: wish.status, seconds: (rest / .seconds(1)).rounded(.up))
  }
}
