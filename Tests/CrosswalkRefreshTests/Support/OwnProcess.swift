import Foundation
import Glibc
import Testing

/// This test program once more, with another environment or in a namespace of its own: what it reads from there and what
/// signals do to it is nothing to try on the program that runs all tests.
struct OwnProcess {
  /// Set where a test runs in such a program.
  static let mark = "CROSSWALK_INNER_TEST"

  /// Whether this is such a program.
  static var isInner: Bool { getenv(mark) != nil }

  /// How it ended.
  struct End {
    let status: Int32
    let signal: Int32?
    let output: String
  }

  let process = Process()
  private let output: URL

  /// Prepares a run of the tests that `filter` names.
  ///
  /// - Parameter before: A command of the shell that runs first, in a mount namespace of its own.
  init(_ filter: String, environment: [String: String] = [:], before: String? = nil, in folder: URL) throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let arguments = [program, "--testing-library", "swift-testing", "--filter", filter]
    let start = before.map { ["unshare", "-m", "sh", "-c", $0 + #" && exec "$@""#, "sh"] } ?? []
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = start + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }.merging([
      Self.mark: "1"
    ]) { $1 }
    output = folder.appending(path: "inner-\(UUID().uuidString).log")
    FileManager.default.createFile(atPath: output.path, contents: nil)
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
  }

  func start() throws { try process.run() }

  func end() throws -> End {
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return End(
      status: process.terminationStatus, signal: isSignal ? process.terminationStatus : nil,
      output: try String(contentsOf: output, encoding: .utf8))
  }

  /// Whether this system lets a program have mounts of its own; tests that need that are skipped where it does not.
  static let hasNamespaces: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "sh", "-c", "mount --bind /etc/hostname /etc/hosts"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0 && FileManager.default.fileExists(atPath: certificates)
  }()

  /// The certificates that the system trusts.
  static let certificates = "/etc/ssl/certs/ca-certificates.crt"
}
