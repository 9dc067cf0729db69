import Glibc

/// The user or the system asked the program to end while it was at work that must be cleaned up.
public struct Interrupted: Error, Hashable {
  /// The signal: interrupt, termination or hang-up.
  public let signal: Int32

  /// Ends the program by the signal itself, so that whoever started it sees why: 128 and its number in a shell.
  public func end() -> Never {
    Glibc.signal(signal, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(signal)
    exit(128 + signal)
  }
}

/// As long as it lives, signals that would end the program wait until it asks for them: what is begun is cleaned up.
///
/// Signals that the program was started to ignore stay ignored.
public struct Interruption: ~Copyable {
  private var waited = sigset_t()
  private var before = sigset_t()

  /// Holds the signals back.
  public init() {
    sigemptyset(&waited)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(signal) { sigaddset(&waited, signal) }
    // The end of a child wakes the wait at once.
    sigaddset(&waited, SIGCHLD)
    pthread_sigmask(SIG_BLOCK, &waited, &before)
  }

  deinit {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Runs `body`, which makes something that it also removes or completes; a signal that comes meanwhile ends the
  /// program after that.
  public static func postponed<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let interruption = Interruption()
    return try withExtendedLifetime(interruption) { () throws(Failure) in try body() }
  }

  /// Waits until a signal comes, a child ends, or `milliseconds` have passed.
  ///
  /// - Throws: ``Interrupted`` for a signal that asks the program to end.
  public func wait(milliseconds: Int) throws(Interrupted) {
    var set = waited
    var limit = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    let signal = sigtimedwait(&set, nil, &limit)
    if signal > 0, signal != SIGCHLD { throw Interrupted(signal: signal) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    // SIG_IGN is the number 1 in the place of a function, which Swift cannot compare. Only the bits are looked at; both
    // types are one word, and what they mean is never called.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
