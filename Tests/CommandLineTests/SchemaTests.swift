import Foundation
import Testing

/// Every JSON answer holds against its published schema.
@Suite struct SchemaTests {
  static let hasWitness = (try? outside("python3", ["-c", "import jsonschema"]))??.status == 0

  @Test(
    .enabled(if: hasWitness, "python3-jsonschema is not installed"),
    arguments: [
      ("gap-report", ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("gap-report", ["gap", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--unit", "control"]),
      ("gap-report", ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--longest-chain", "2"]),
      (
        "gap-report",
        [
          "gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--scope", "high-risk", "--scope",
          "provider",
          "--source-scope", "GOVERN", "--weights", "weights.csv", "--trust", "crosswalk toolkit=0.5",
        ]
      ),
      ("equivalence", ["equivalence", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("evidence-plan", ["plan", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--level", "addressed"]),
      ("evidence-plan", ["plan", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0", "--include-own"]),
      ("explanation", ["explain", "nist-ai-rmf-1.0/MAP 5.1", "eu-ai-act/9"]),
      ("check", ["check", "--sets", "3"]),
      ("gap-report", ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--route", "annex-iii"]),
      ("duties", ["duties", "eu-ai-act", "--route", "annex-i", "--placed-on-market", "2026-01-01"]),
      ("routes", ["duties", "eu-ai-act", "--routes"]), ("control", ["show", "eu-ai-act/15(5)"]),
      ("control", ["show", "eu-ai-act/9"]), ("frameworks", ["frameworks"]),
      ("import", ["import", "--dry-run", "claims.csv"]), ("closure", ["mappings", "--derived"]),
      ("derived", ["mappings", "--derived", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("recognition", recognition(of: "border-screening-support")),
      ("recognition", recognition(of: "gate-identification")),
      ("whatif", ["whatif", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--patch", "claims.csv"]),
      (
        "position",
        [
          "review", "position", "--side", "eu", "--about", "eu-ai-act/9", "--stance", "reservation",
          "--reason",
          "=r", "--author", "A. Analyst", "--subject", "lantern-2.3",
        ]
      ), ("review-log", ["review", "log", "--about", "eu-ai-act/9"]),
      (
        "review-act",
        [
          "review", "no-counterpart", "eu-ai-act/11(3)", "nist-ai-rmf-1.0", "--author", "R. Reviewer",
          "--reason",
          "=r", "--confidence", "0.9",
        ]
      ),
      ("review-act", ["review", "accept", "c3a727af", "--author", "R. Reviewer"]),
      (
        "review-act",
        [
          "review", "amend", "c3a727af", "--author", "R. Reviewer", "--reason", "r", "--relationship",
          "subset-of",
        ]
      ), ("frameworks", ["frameworks", "--known-by", UTCDay.tomorrow]),
      (
        "gap-report",
        ["gap", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--known-by", UTCDay.tomorrow]
      ),
      ("review-log", ["review", "log", "--known-by", UTCDay.tomorrow]),
      (
        "evidence",
        ["evidence", "--subject", Checkout.example("border-screening-support.subject"), "--to", "eu-ai-act"]
      ),
      ("claims", ["mappings", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("claims", ["export", "mapping", "--from", "eu-ai-act", "--to", "nist-ai-rmf-1.0"]),
      ("gap-report", ["export", "report", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
      ("templates", ["template", "list"]), ("template-fields", ["template", "fields", "gap-report"]),
      ("template-check", ["template", "check", "gap-report"]),
      ("template-check", ["template", "check", "gap-report", "--subject", ExampleTemplate.subject]),
      ("review-questions", ["review", "next", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]),
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
    _ = try binary.file("weights.csv", "id,weight\n9,2\n")
    let result = try binary.run(arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    try Self.expect(try binary.file("answer.json", result.output), fits: schema)
  }

  @Test(
    .enabled(if: hasWitness, "python3-jsonschema is not installed"),
    arguments: [
      ("recognition-pathway", "Pathways/us-eu-ai"), ("system", "Examples/border-screening-support"),
      ("system", "Examples/gate-identification"), ("subject", "Examples/border-screening-support.subject"),
      ("glossary", "Glossary/us-eu"), ("translations", "Translations/us-eu-ai.de"),
      ("translations", "Translations/us-eu-ai.fr"), ("sources", "sources"),
    ])
  func theFileThatShipsFitsItsSchema(schema: String, file: String) throws {
    try Self.expect(Checkout.root.appending(path: "Crosswalks/\(file).json").path, fits: schema)
  }

  @Test(.enabled(if: hasWitness, "python3-jsonschema is not installed"))
  func theTemplatesThatShipFitTheirSchemas() throws {
    let folder = Checkout.root.appending(path: "Crosswalks/Templates").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    #expect(files.count >= 4)
    for file in files {
      let schema = file.hasSuffix("template.json") ? "template" : "labels"
      try Self.expect("\(folder)/\(file)", fits: schema)
    }
  }

  @Test(.enabled(if: hasWitness, "python3-jsonschema is not installed"))
  func whatARefreshSaysFitsItsSchema() throws {
    let bench = try RefreshBench(["a", "b", "c"])
    for id in bench.ids { try bench.offer(SampleCatalog(), as: id) }
    try bench.night()
    try bench.importClaim(on: "S-5")
    try bench.offer(
      SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls[4].text = "Other." }, as: "a")
    try bench.offer(SampleCatalog().released("1.1", on: "2026-02-01") { $0.controls.removeFirst(9) }, as: "b")
    try bench.offer("no catalog", as: "c")
    let night = try bench.night("--format", "json")
    #expect(night.status == 65)
    try Self.expect(try bench.binary.file("refresh.json", night.output), fits: "refresh")
    let status = try bench.night("status", "--format", "json", "--max-age", "2d")
    try Self.expect(try bench.binary.file("status.json", status.output), fits: "refresh-status")
  }

  private static func recognition(of system: String) -> [String] {
    [
      "recognition", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--system",
      Checkout.root.appending(path: "Crosswalks/Examples/\(system).json").path,
    ]
  }

  static func expect(_ answer: String, fits schema: String) throws {
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
