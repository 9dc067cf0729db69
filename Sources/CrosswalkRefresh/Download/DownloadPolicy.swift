import CrosswalkWorkspace

/// How patient a download is, whatever the source: retries, waits, speeds, redirects, and the way to the network.
public struct DownloadPolicy: Sendable {
  /// How often one address is tried, from 1.
  public var attempts = 4
  /// Seconds before the second try; each further wait is twice as long.
  public var firstWait = 1.0
  /// The longest wait between two tries that nobody asked for, in seconds.
  public var longestWait = 30.0
  /// The most seconds of waits for one file at all of its addresses; where `Retry-After` asks for more, the server is left
  /// alone (``busy``).
  public var waitInAll = 120.0
  /// Seconds without a byte, the first one included, after which an answer counts as dead.
  public var idleSeconds = 30.0
  /// Bytes a second below which an answer counts as dead; 0 for none.
  public var minimumSpeed = 256
  /// Seconds after which the mean speed of a body is looked at.
  public var speedGrace = 20.0
  /// How many redirects are followed.
  public var redirects = 10
  /// The proxy for `https`; the variables of the environment are not used.
  public var proxy: ProxyAddress?
  /// The servers that asked for longer waits: one list for all sources of a run.
  public var busy = BusyServers()
  /// Which part of a wait is chance: a number from 0 up to 1, asked once for each wait.
  public var jitter: @Sendable () -> Double = { Double.random(in: 0..<1) }
  /// Waits for seconds; a signal that asks the program to end ends the wait.
  public var wait: @Sendable (Double) throws(Interrupted) -> Void = { seconds throws(Interrupted) in
    try Interruption().wait(milliseconds: Int(seconds * 1_000))
  }

  /// Creates the policy of a nightly job.
  public init() {}

  /// Seconds before try number `next`, from 2: twice as long each time, and between half and all of that by chance, so
  /// that many installations do not come back together.
  func backOff(before next: Int) -> Double {
    var wait = firstWait
    for _ in 2..<max(next, 2) { wait = min(wait * 2, longestWait) }
    return min(wait, longestWait) * (0.5 + 0.5 * jitter())
  }
}
