import Glibc

/// A pipe that nobody writes to.
///
/// A program whose standard input is its far end learns when this one has ended, however that happened: the kernel
/// closes the near end even of a program that was killed.
package final class Lifeline {
  /// What the other program gets as its standard input.
  let farEnd: Int32
  private let nearEnd: Int32

  /// Makes a pipe; `nil` where no more files can be open.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // Neither end goes to other programs by itself: one that had the near end would keep it open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    farEnd = ends[0]
    nearEnd = ends[1]
  }

  deinit {
    close(farEnd)
    close(nearEnd)
  }

  /// Ends this process at once when the program that gave it a lifeline as its standard input ends.
  ///
  /// The kernel does it, by the signal `SIGIO`: a thread that waits for it would need memory of a process that is allowed
  /// little. What was being written stays half-written: only a process whose files nobody else uses may hold to a
  /// lifeline.
  /// - Returns: Whether there is a lifeline; without one nothing happens.
  @discardableResult
  package static func hold() -> Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return false }
    signal(SIGIO, SIG_DFL)
    guard fcntl(STDIN_FILENO, F_SETOWN, getpid()) == 0,
      fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_ASYNC) == 0
    else { return false }
    // It may have ended before the kernel was asked to say so.
    var end = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    if poll(&end, 1, 0) != 0 { kill(getpid(), SIGKILL) }
    return true
  }
}
