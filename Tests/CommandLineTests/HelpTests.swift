import Foundation
import Testing

@Suite struct HelpTests {
  static let commands = [
    "gap", "equivalence", "plan", "evidence", "duties", "whatif", "diff", "review", "explain", "check",
    "show",
    "frameworks", "mappings", "import", "recognition", "export", "template", "refresh",
  ]

  @Test(arguments: commands)
  func everyCommandHasHelpWithAnExample(command: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(command, "--help")
    #expect(result.status == 0)
    #expect(
      result.text.contains("Example:\n    crosswalk \(command)")
        || result.text.contains("crosswalk \(command) "))
    #expect(result.errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: binary.store.path), "help must not make a store")
  }

  @Test(arguments: ["list", "new", "check", "fields", "render"])
  func everyCommandOfTemplateHasHelpWithAnExample(command: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("template", command, "--help")
    #expect(result.status == 0)
    #expect(result.text.contains("crosswalk template \(command)"))
  }

  @Test func theStatusOfTheRefreshHasHelpWithAnExample() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("refresh", "status", "--help")
    #expect(result.status == 0)
    #expect(result.text.contains("crosswalk refresh status --max-age 48h"))
  }

  @Test(arguments: ["next", "accept", "reject", "amend", "carry", "no-counterpart", "position", "log"])
  func everyCommandOfReviewHasHelpWithAnExample(command: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("review", command, "--help")
    #expect(result.status == 0)
    #expect(result.text.contains("crosswalk review \(command)"))
  }

  /// The first is answered without parsing; it must say what the parser would.
  @Test func everyWayToAskForHelpGivesTheSame() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let help = try binary.run("--help")
    #expect(help.status == 0 && help.text.contains("USAGE") && help.errors.isEmpty)
    for other in [["-h"], ["help"], ["--help", "--quiet"]] {
      #expect(try binary.run(other).text == help.text, "\(other)")
    }
  }

  @Test func theVersionGoesToStandardOutput() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("--version")
    #expect(result.status == 0)
    #expect(result.text.split(separator: ".").count == 3)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionComesWithTheBinary(shell: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.text.contains("frameworks"))
  }

  @Test(arguments: [
    ["gap"], ["gap", "--from", "nist-ai-rmf-1.0"], ["gap", "--fro", "x"], ["nonsense"], ["import"],
    ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "pdf"],
    ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--minimum-confidence", "2"],
    ["gap", "--from", "///", "--to", "eu-ai-act"],
  ])
  func aWrongCommandLineIsUsageWithOneErrorLine(arguments: [String]) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").filter { $0.contains("error:") }.count == 1)
  }

  @Test(arguments: [
    (["gap", "--fro", "x"], "crosswalk gap --help"), (["diff"], "crosswalk diff --help"),
    (["refresh", "--accept", "1"], "crosswalk refresh --help"),
    (["refresh", "status", "--max-age", "3x"], "crosswalk refresh status --help"),
    (["nonsense"], "crosswalk --help"),
  ])
  func aWrongCommandLineNamesTheHelpOfItsCommand(arguments: [String], help: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains("(see \(help))"), "\(result.errors)")
  }

  @Test func errorsAreJSONWhereAskedFor() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try binary.run("import", "--log-format", "json", "missing.xml")
    #expect(result.status == 66)
    let line = try #require(result.errors.split(separator: "\n").first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["file", "line", "column", "severity", "code", "control", "message", "hint"])
    #expect(object["severity"] as? String == "error")
  }
}
