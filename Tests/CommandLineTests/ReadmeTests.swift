import Foundation
import Testing

/// Every command of the README runs, and prints what the README shows.
@Suite struct ReadmeTests {
  private static let readme =
    (try? String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)) ?? ""

  /// The lines of the fenced blocks in `language`.
  private static func lines(ofBlocks language: String) -> [String] {
    var lines: [String] = []
    var isInside = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```\(language)"
      } else if isInside {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static let commands = lines(ofBlocks: "sh").filter { $0.hasPrefix("Scripts/") }

  @Test func theReadmeHasItsCommands() { #expect(Self.commands.count >= 8) }

  @Test(arguments: commands.filter { $0.hasPrefix("Scripts/crosswalk ") })
  func theCommandRuns(command: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    // The same arguments that the script hands to the binary which it builds.
    let words = try #require(
      try outside(
        "python3", ["-c", "import shlex,sys; print('\\n'.join(shlex.split(sys.argv[1])))", command]))
    let arguments = words.output.split(separator: "\n").dropFirst().map(String.init)
    // The test runs in a folder of its own, a reader in the checkout.
    let here = arguments.map { $0.hasPrefix("Crosswalks/") ? Checkout.root.appending(path: $0).path : $0 }
    let result = try binary.run(here)
    #expect(result.status == 0, "\(command): \(result.errors)")
    if let output = arguments.firstIndex(where: ["--output", "--output-folder"].contains) {
      let written = binary.folder.appending(path: arguments[output + 1]).path
      let size = try FileManager.default.attributesOfItem(atPath: written)[.size] as? Int
      #expect(size ?? 0 > 0)
    } else {
      #expect(!result.output.isEmpty)
    }
  }

  @Test func theOtherScriptsExist() {
    for command in Self.commands {
      let script = command.split(separator: " ")[0]
      #expect(
        FileManager.default.isExecutableFile(atPath: Checkout.root.appending(path: String(script)).path))
    }
  }

  @Test func theOutputShownIsTheRealOne() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(
      "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23")
    let real = Set(result.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let shown = Self.lines(ofBlocks: "text").prefix { !$0.contains("Scripts/") }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0 != "..." }
    #expect(shown.count > 10)
    for line in shown { #expect(real.contains(line), "the README shows: \(line)") }
  }
}
