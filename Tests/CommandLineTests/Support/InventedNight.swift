import Foundation

/// A store with the first version of an invented catalog, whose publisher has the second one now.
struct InventedNight {
  let bench: RefreshBench
  var binary: CrosswalkBinary { bench.binary }

  /// One control asks for something else.
  static let second = SampleCatalog().released("2.0", on: "2026-02-10") {
    $0.controls[0].text = "The organization does thing number 1 every week."
  }
  /// Half of the controls are gone.
  static let half = SampleCatalog().released("3.0", on: "2026-03-10") { $0.controls.removeLast(20) }

  /// Installs the first version, and publishes the second.
  init() throws {
    bench = try RefreshBench()
    try bench.offer(SampleCatalog())
    let first = try bench.night("--exit-code")
    guard first.status == 3 else { throw Failed(status: first.status, errors: first.errors) }
    try bench.offer(Self.second)
  }

  /// A night did not do what all others need.
  struct Failed: Error {
    var status: Int32
    var errors: String
  }

  /// Removes everything; called in `defer`, it keeps the bench to the end of a test.
  func remove() { binary.remove() }

  /// A night with these options.
  @discardableResult
  func refresh(_ options: String...) throws -> CrosswalkBinary.Result {
    try binary.run(["refresh", "--manifest", bench.list] + options)
  }

  /// A night as a command of a shell, with what stands before and behind it: `limit; exec COMMAND >/dev/full`.
  ///
  /// No signal is blocked or ignored; the threads of a test block most, and a child inherits that.
  func shell(_ before: String, _ after: String = "", options: String = "") throws -> (
    status: Int32, output: String
  ) {
    try outside("python3", ["-c", Self.unblocked, "bash", "-c", try script(before, after, options: options)])
      ?? (127, "python3 is not installed")
  }

  static let unblocked =
    "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execvp(sys.argv[1], sys.argv[1:])"

  /// The command with its surroundings, for a shell.
  func script(_ before: String, _ after: String, options: String = "") throws -> String {
    let content = Checkout.root.appending(path: "Crosswalks").path
    return """
      export CROSSWALK_CONTENT='\(content)' CROSSWALK_STORE='\(binary.store.path)' HOME='\(binary.folder.path)'
      \(before) '\(CrosswalkBinary.executable.path)' refresh --manifest '\(bench.list)' \(options) \(after)
      """
  }

  /// A digest of what the store holds, but for the audit; SQLite's own checks come first.
  func state() throws -> String {
    let script = """
      import sqlite3, sys
      sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True
      import store_state
      store = store_state.opened(sys.argv[2])
      print(store_state.digest(store, without=[t for t in store_state.tables(store) if t.startswith("refresh_")]))
      """
    let faults = Checkout.root.appending(path: "Scripts/faults").path
    let result = try outside("python3", ["-c", script, faults, binary.store.path])
    guard let result, result.status == 0 else {
      throw Failed(status: 1, errors: result?.output ?? "no python3")
    }
    return result.output
  }

  /// What of a night lies beside the store that should not.
  func leftovers() throws -> [String] { try bench.leftovers() }
}
