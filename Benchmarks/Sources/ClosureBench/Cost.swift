import Glibc

/// What a piece of work cost.
struct Cost: CustomStringConvertible {
  /// Of all threads.
  let cpuMilliseconds: Double
  let wallMilliseconds: Double

  /// Measures `work`.
  static func of(_ work: () -> Void) -> Cost {
    let start = (cpu: now(CLOCK_PROCESS_CPUTIME_ID), wall: now(CLOCK_MONOTONIC))
    work()
    return Cost(
      cpuMilliseconds: now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu,
      wallMilliseconds: now(CLOCK_MONOTONIC) - start.wall)
  }

  /// The CPU time to a hundredth of a millisecond.
  var cpu: String { Self.rounded(cpuMilliseconds) }
  var description: String { "\(cpu) ms CPU  \(Self.rounded(wallMilliseconds)) ms wall" }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func rounded(_ milliseconds: Double) -> String {
    "\((milliseconds * 100).rounded() / 100)"
  }
}
