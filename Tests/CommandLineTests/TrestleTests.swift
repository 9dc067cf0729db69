import Foundation
import Testing

/// What is exported loads in compliance-trestle, a tool of others (PyPI): named by TRESTLE, or on the path.
@Suite struct TrestleTests {
  static let trestle: String? = {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["TRESTLE"]].compactMap(\.self)
    let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/trestle" }
    return (named + onPath).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
  static let whySkipped: Comment =
    "compliance-trestle is not installed: pip install compliance-trestle, or set TRESTLE"

  /// The arguments that export, and what trestle calls the document.
  static let exports = [
    ["catalog", "nist-ai-rmf-1.0"], ["catalog", "eu-ai-act"],
    ["profile", "nist-ai-rmf-1.0", "--catalog", "ai-rmf.json"],
    ["mapping", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"],
    ["report", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--scope", "high-risk"],
  ]

  @Test(.enabled(if: trestle != nil, whySkipped), arguments: exports)
  func whatIsExportedLoads(arguments: [String]) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "trestle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "exported.json").path
    let exported = try binary.run(["export"] + arguments + ["--format", "oscal-json", "--output", file])
    #expect(exported.status == 0, "\(exported.errors)")
    let workspace = folder.appending(path: "workspace")
    try FileManager.default.createDirectory(at: workspace, withIntermediateDirectories: true)
    #expect(try run(["init"], in: workspace) == 0)
    #expect(try run(["import", "-f", file, "-o", "exported"], in: workspace) == 0)
  }

  private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
    try runProgram(Self.trestle ?? "", arguments, in: folder).status
  }
}
