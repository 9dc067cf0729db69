import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// Renders again whenever what documents are made from changes, until the user ends it.
struct DocumentWatch {
  let console: Console
  let isQuiet: Bool

  /// How often the files are looked at, in milliseconds.
  static let pause = 300

  /// Calls `round` now and after every change of `sources`; mistakes in them are shown and wait for the next change.
  ///
  /// - Parameter round: Renders, and gives the number of documents written.
  /// - Throws: `Interrupted`, when the user has had enough, and what no change of a file can mend.
  func run(_ sources: () throws -> DocumentSources, round: () throws -> Int) throws {
    let interruption = Interruption()
    var isFirst = true
    while true {
      // Before the round: what changes while it runs is a change.
      let seen = try sources()
      do {
        let count = try round()
        say("\(count) \(count == 1 ? "document" : "documents") written; waiting for changes, Ctrl-C ends")
      } catch let error as any DiagnosableError where Self.canBeMended(error, isFirst: isFirst) {
        console.write(error.diagnostic)
        say("nothing written; waiting for changes, Ctrl-C ends")
      }
      isFirst = false
      repeat { try interruption.wait(milliseconds: Self.pause) } while !seen.haveChanged
    }
  }

  private func say(_ text: String) {
    if !isQuiet { console.write(Diagnostic(.note, code: "watch", message: text)) }
  }

  /// Whether it is about what is watched, or may pass: not about the command line, and no defect.
  ///
  /// A name on the command line that was right once is made wrong by a change of a file only: a language whose table is
  /// gone for a moment, a variant taken out of the manifest.
  private static func canBeMended(_ error: any DiagnosableError, isFirst: Bool) -> Bool {
    switch error.exitStatus {
    case .data, .noInput, .cannotCreate, .inputOutput, .busy, .permission, .unavailable: true
    case .usage: !isFirst
    default: false
    }
  }
}
