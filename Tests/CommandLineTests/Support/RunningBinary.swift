import Foundation

/// The built binary at work until it is told to end.
final class RunningBinary {
  private let process: Process
  private let errors: URL

  /// Starts it; the interrupt signal ends it even where the tests were started to ignore that.
  init(_ binary: CrosswalkBinary, _ arguments: [String]) throws {
    errors = binary.folder.appending(path: "running-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: errors.path, contents: nil)
    process = binary.process(["--default-signal=INT", CrosswalkBinary.executable.path] + arguments)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// What it has said on standard error so far.
  var said: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

  /// Waits until `condition` holds, at most a minute; whether it does.
  func wait(until condition: () -> Bool) -> Bool {
    for _ in 0..<1_200 {
      if condition() { return true }
      guard process.isRunning else { return condition() }
      usleep(50_000)
    }
    return false
  }

  /// Sends `signal` and gives the status in a shell's terms once the binary has ended.
  func end(by signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }
}
