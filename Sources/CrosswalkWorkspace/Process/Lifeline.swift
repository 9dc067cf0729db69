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
  /// What it was writing stays half-written: only a process whose files nobody else uses may hold to a lifeline.
  /// - Returns: Whether there is a lifeline; without one nothing happens.
  @discardableResult
  package static func hold() -> Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return false }
    var thread = pthread_t()
    return pthread_create(
      &thread, nil,
      { _ in
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) > 0 || errno == EINTR { errno = 0 }
        kill(getpid(), SIGKILL)
        return nil
      }, nil) == 0
  }
}
