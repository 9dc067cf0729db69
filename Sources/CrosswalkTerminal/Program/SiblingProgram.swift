import CrosswalkModel
import Glibc

/// A program of the toolkit in a file of its own, which `crosswalk` becomes when one of its commands is asked for.
///
/// So the main program links neither networking nor anything else that only one command needs, and starts fast.
package struct SiblingProgram: Sendable {
  /// The name of its file, which lies beside that of the running program.
  package let name: String

  /// The program in the file `name`.
  package init(name: String) { self.name = name }

  /// Becomes the program: same process, same streams, same environment.
  ///
  /// - Throws: ``SiblingError`` where it cannot be started; it never returns otherwise.
  package func become(_ arguments: [String]) throws(SiblingError) -> Never {
    let folder = Executable.path.map { $0[..<($0.lastIndex(of: "/") ?? $0.startIndex)] } ?? "."
    let path = "\(folder)/\(name)"
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execve(path, words, environ)
    let problem = errno
    for word in words { free(word) }
    throw SiblingError(name: name, folder: String(folder), errno: problem)
  }
}

/// A program of the toolkit that is not there, or cannot be started.
package struct SiblingError: DiagnosableError, Hashable {
  let name: String
  let folder: String
  let errno: Int32

  /// The installation is incomplete.
  package var exitStatus: ExitStatus { .configuration }

  /// The message for standard error.
  package var diagnostic: Diagnostic {
    errno == ENOENT
      ? Diagnostic(
        .error, code: "program-missing", message: "\(name) is not beside crosswalk in \(folder)",
        hint: "install it there; in a checkout: swift build --product \(name)")
      : Diagnostic(
        .error, code: "program-not-started",
        message: "cannot start \(folder)/\(name): \(String(cString: strerror(errno)))")
  }
}
