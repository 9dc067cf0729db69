import Foundation
import Testing

/// Every JSON answer holds against its published schema.
@Suite struct SchemaTests {
  private static let hasWitness = (try? outside("python3", ["-c", "import jsonschema"]))??.status == 0

  @Test(
    .enabled(if: hasWitness, "python3-jsonschema is not installed"),
    arguments: [
      ("gap-report", ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("gap-report", ["gap", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--unit", "control"]),
      ("equivalence", ["equivalence", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("evidence-plan", ["plan", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--level", "addressed"]),
      ("evidence-plan", ["plan", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--include-own"]),
      ("explanation", ["explain", "nist-ai-rmf-1.0/MAP 5.1", "eu-ai-act/9"]),
      ("control", ["show", "eu-ai-act/9"]), ("frameworks", ["frameworks"]),
      ("import", ["import", "--dry-run", "claims.csv"]),
    ])
  func theAnswerFitsItsSchema(schema: String, arguments: [String]) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try binary.file(
      "claims.csv",
      """
      source,target,relationship,strict,rationale,strength,confidence,method,status,author,date
      nist-ai-rmf-1.0/GOVERN 1.1,eu-ai-act/8(1),related,,semantic,3,0.4,human,draft,A. Analyst,2026-11-23

      """)
    let result = try binary.run(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let answer = try binary.file("answer.json", result.output)
    let path = Checkout.root.appending(path: "Schemas/\(schema).schema.json").path
    let check = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1])); answer = json.load(open(sys.argv[2]))
      errors = list(jsonschema.Draft202012Validator(schema).iter_errors(answer))
      for error in errors[:5]: print(list(error.absolute_path), error.message[:200])
      sys.exit(1 if errors else 0)
      """
    let verdict = try #require(try outside("python3", ["-c", check, path, answer]))
    #expect(verdict.status == 0, "\(verdict.output)")
  }
}
