import Glibc

/// Another program of the system, run with arguments only: no shell reads them.
package struct ChildProcess {
  /// How a run ended.
  package enum End: Hashable {
    /// With this status; 128 and the signal where one ended it.
    case status(Int32)
    /// It took longer than it may, and was ended.
    case late
    /// It could not be started; the number of the error.
    case notStarted(errno: Int32)
  }

  /// The file of the program.
  let program: String
  let arguments: [String]
  /// Its whole environment: nothing is inherited.
  let environment: [String: String]
  /// The folder with its files; what it writes to its streams goes to the file `log` there.
  let folder: String
  /// Whether what it writes to standard error goes to a file `errors` of its own there.
  let keepsErrorsApart: Bool
  /// Whether it gets a ``Lifeline`` as its standard input, by which it learns that this program ended.
  let hasLifeline: Bool

  /// A program that is not started yet; see the properties.
  package init(
    program: String, arguments: [String], environment: [String: String], folder: String,
    keepsErrorsApart: Bool = false, hasLifeline: Bool = false
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.keepsErrorsApart = keepsErrorsApart
    self.hasLifeline = hasLifeline
  }

  /// How a program ended, in words.
  package static func words(ofStatus status: Int32) -> String {
    status > 128 ? "signal \(status - 128)" : "status \(status)"
  }

  /// Runs the program, with nothing on its standard input, for at most `seconds`.
  ///
  /// The program and what it starts are a group of their own, which ends with it.
  /// - Throws: ``Interrupted`` where this program is to end: the other one has ended then.
  package func run(seconds: Int) throws(Interrupted) -> End {
    let interruption = Interruption()
    var child: pid_t = 0
    let lifeline = hasLifeline ? Lifeline() : nil
    defer { withExtendedLifetime(lifeline) {} }
    let problem = spawn(&child, standardInput: lifeline?.farEnd)
    guard problem == 0 else { return .notStarted(errno: problem) }
    defer { kill(-child, SIGKILL) }
    let step = 25
    for _ in 0..<(seconds * 1_000 / step) {
      if let status = Self.status(of: child, options: WNOHANG) { return .status(status) }
      do throws(Interrupted) { try interruption.wait(milliseconds: step) } catch {
        Self.end(child)
        throw error
      }
    }
    Self.end(child)
    return .late
  }

  private static func end(_ child: pid_t) {
    kill(-child, SIGKILL)
    _ = status(of: child, options: 0)
  }

  private static func status(of child: pid_t, options: Int32) -> Int32? {
    var status: Int32 = 0
    while true {
      let found = waitpid(child, &status, options)
      if found < 0 && errno == EINTR { continue }
      if found == 0 { return nil }
      // Low seven bits: the signal; the next byte: the status.
      return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
  }

  private func spawn(_ child: inout pid_t, standardInput: Int32?) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let standardInput {
      posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, "\(folder)/log", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    if keepsErrorsApart {
      posix_spawn_file_actions_addopen(
        &actions, STDERR_FILENO, "\(folder)/errors", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    let words = [program] + arguments
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return Self.withCStrings(words) { words in
      Self.withCStrings(variables) { posix_spawn(&child, program, &actions, &attributes, words, $0) }
    }
  }

  /// Gives `strings` as C takes a list of them; they live as long as `body` runs.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
