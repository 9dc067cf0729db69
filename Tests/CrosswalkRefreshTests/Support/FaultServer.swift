import Foundation

/// The scripted server of this folder, in a process of its own, as long as a test holds it.
final class FaultServer {
  /// One request as the server saw it.
  struct Request: Decodable {
    let method: String
    let path: String
    let headers: [[String]]

    func header(_ name: String) -> String? { headers.first { $0[0].lowercased() == name.lowercased() }?[1] }
  }

  private let process = Process()
  /// Ends with this program, however that ends, and the server with it.
  private let input = Pipe()
  private let script: URL
  /// The port that it listens on.
  let port: Int

  /// Starts a server.
  ///
  /// - Parameter answers: By path, what is answered one after the other (`Fixtures/fault-server.py` says how).
  init(_ answers: [String: [[String: Any]]], in folder: URL, options: [String] = []) throws {
    script = folder.appending(path: "script-\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: answers).write(to: script)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.program, script.path, "--while-input"] + options
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while !line.contains(0x0A) {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      line += piece
    }
    port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  deinit {
    // Threads that were made during a download hold the other signals back, and their children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Fixtures/fault-server.py").path

  /// Every request so far.
  func requests() throws -> [Request] {
    guard let log = try? String(contentsOf: script.appendingPathExtension("log"), encoding: .utf8) else {
      return []
    }
    return try log.split(separator: "\n").map { try JSONDecoder().decode(Request.self, from: Data($0.utf8)) }
  }
}
