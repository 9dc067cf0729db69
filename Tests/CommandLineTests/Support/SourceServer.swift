import Foundation

/// A server on the loopback address that gives the files of a folder, with the answers that a script says: the one that
/// the tests of downloads use.
final class SourceServer {
  private let process = Process()
  let port: Int
  let log: URL

  /// - Parameter script: For each path its answers, in JSON; files are named from `folder`.
  init(_ script: [String: [[String: Any]]], in folder: URL) throws {
    let file = folder.appending(path: "answers-\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: script).write(to: file)
    log = URL(filePath: file.path + ".log")
    let program = Checkout.root.appending(path: "Tests/CrosswalkRefreshTests/Fixtures/fault-server.py")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", program.path, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while !line.contains(UInt8(ascii: "\n")) {
      let piece = pipe.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      line += piece
    }
    port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  deinit {
    // Threads of tests hold signals back, and what they start does, too: only this one always arrives.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How many requests there were.
  var requests: Int { ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").count }
}
