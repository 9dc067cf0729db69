import Foundation
import Testing

/// Claims leave the store and come back: nothing turns round, nothing gets stronger.
@Suite struct MappingExportTests {
  static let header =
    "source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,"
    + "source_revision,target_revision,note\n"
  /// One claim of each relation in both directions, with everything that is hard to write.
  static let claims =
    header
    + "nist-ai-rmf-1.0/GOVERN 1.1,eu-ai-act/9(1),subset-of,,semantic,7,0.00001,human,draft,Ann | Bob,2026-01-02,,,,,=1+1\n"
    + "nist-ai-rmf-1.0/GOVERN 1.2,eu-ai-act/9(1),superset-of,,functional,,1.0,hybrid,complete,\"B\\, C\",,Dan,2026-02-03,,,''=kept\n"
    + "nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/9(1),intersects-with,true,,,,automation,draft,,,,,,,\"two\nlines\tand a \"\"word\"\"\"\n"
    + "nist-ai-rmf-1.0/GOVERN 1.3,eu-ai-act/9(2),intersects-with,false,,,,,draft,,,,,,,\n"
    + "nist-ai-rmf-1.0/GOVERN 1.4,eu-ai-act/9(2),equivalent-to,,,,,,deprecated,,,,,,,\n"
    + "eu-ai-act/9(2)(a),nist-ai-rmf-1.0/GOVERN 1.5,superset-of,,,,,,rejected,,,,,,,\n"
    + "eu-ai-act/9(2)(b),nist-ai-rmf-1.0/GOVERN 1.5,no-relationship,,,,,,draft,,,,,,,\n"
    + "nist-ai-rmf-1.0/GOVERN 1.1 | nist-ai-rmf-1.0/GOVERN 1.2,eu-ai-act/9(2) | eu-ai-act/9(3),equal-to,,,,,,draft,,,,,,,\n"
    + "nist-ai-rmf-1.0,eu-ai-act/11(3),no-counterpart,,,,,,draft,,,,,,,\n"
    + "nist-ai-rmf-1.0/GOVERN 1.6,eu-ai-act/9(3),not-equal-to,,,,,,draft,,,,,,,\n"

  private typealias Claim = [String: Any]

  private func listed(_ binary: CrosswalkBinary) throws -> [String: Claim] {
    let answer = try binary.run(
      "mappings", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", "json")
    let claims = try #require(try answer.json()["claims"] as? [Claim])
    return Dictionary(
      uniqueKeysWithValues: claims.compactMap { claim in
        (claim["id"] as? String).map { ($0, claim) }
      })
  }

  private func export(_ binary: CrosswalkBinary, _ format: String) throws -> CrosswalkBinary.Result {
    try binary.run("export", "mapping", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", format)
  }

  /// A store with the claims above.
  private func store() throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    let imported = try binary.run("import", try binary.file("claims.csv", Self.claims))
    #expect(imported.status == 0, "\(imported.errors)")
    return binary
  }

  @Test(arguments: [
    ("csv", "back.csv", true), ("sssom", "back.sssom.tsv", false), ("oscal-json", "back.json", false),
    ("oscal-xml", "back.xml", false),
  ])
  func claimsComeBackAsTheyWere(format: String, file: String, isWhole: Bool) throws {
    let first = try store()
    defer { first.remove() }
    let exported = try export(first, format)
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(try export(first, format).output == exported.output)
    let second = try CrosswalkBinary()
    defer { second.remove() }
    let imported = try second.run("import", try second.file(file, exported.output))
    #expect(imported.status == 0, "\(imported.errors)")
    let (before, after) = (try listed(first), try listed(second))
    #expect(before.count == 400 + 10)
    // In the file of the toolkit itself everything is there, identity included.
    if isWhole { #expect(Set(before.keys) == Set(after.keys)) }
    let fields = [
      "source", "target", "relationship", "status", "rationale", "method", "note", "author", "date",
      "reviewer",
      "reviewedOn", "sourceRevision", "targetRevision",
    ]
    // OSCAL lists what has no counterpart as unmapped, which is no claim; the bundled ones are there anyway.
    let isOSCAL = format.hasPrefix("oscal")
    func content(_ claims: [String: Claim]) -> [String] {
      claims.values.filter { !isOSCAL || $0["relationship"] as? String != "no-counterpart" }.map { claim in
        let words = (claim["relations"] as? [String] ?? []).joined(separator: " ")
        let numbers = "\(claim["confidence"] ?? "") \(claim["strength"] ?? "")"
        let text = fields.map { "\(claim[$0] ?? "")" }.joined(separator: "; ") + words + numbers
        // Nor does formatted text keep runs of blanks.
        return isOSCAL ? text.split { $0.isWhitespace && $0 != "\n" }.joined(separator: " ") : text
      }.sorted()
    }
    #expect(content(before) == content(after))
  }

  @Test func cellsThatLookLikeFormulasAreGuarded() throws {
    let binary = try store()
    defer { binary.remove() }
    #expect(try export(binary, "csv").text.contains(",'=1+1,"))
    #expect(try export(binary, "csv").text.contains(",''=kept,"))
    #expect(try !export(binary, "olir-csv").text.contains(",=1"))
  }

  @Test func theTemplateStatesTheReferenceSideFirst() throws {
    let binary = try store()
    defer { binary.remove() }
    let rows = try export(binary, "olir-csv").text.split(separator: "\r\n").map(String.init)
    #expect(rows[0].hasPrefix("Focal Document Element,"))
    func row(_ focal: String, _ reference: String) -> String? {
      rows.first { $0.hasPrefix(focal + ",") && $0.contains(",\(reference),") }
    }
    #expect(row("9(1)", "GOVERN 1.1")?.contains(",semantic,subset of,GOVERN 1.1,") == true)
    #expect(row("9(1)", "GOVERN 1.2")?.contains(",functional,superset of,GOVERN 1.2,") == true)
    // The claim reads "law is superset of outcome": the outcome is the subset.
    #expect(row("9(2)(a)", "GOVERN 1.5")?.contains(",subset of,GOVERN 1.5,") == true)
    #expect(rows.contains { $0.contains(",equal,GOVERN 1.4,") && $0.contains(",deprecated,not reviewed,") })
  }

  @Test func everyExportSaysThatDraftsAreDrafts() throws {
    let binary = try store()
    defer { binary.remove() }
    for format in ["csv", "sssom", "olir-csv", "json", "oscal-json", "oscal-xml"] {
      #expect(try export(binary, format).text.contains("draft"), "\(format)")
    }
    let count = try listed(binary).count
    for format in ["sssom", "olir-csv", "oscal-json", "oscal-xml"] {
      #expect(try export(binary, format).text.contains("1 of \(count) claims reviewed"), "\(format)")
    }
  }

  /// The JSON form of a set, as its schema describes it, without slots of our own, which the schema cannot know.
  @Test(.enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"))
  func theSchemaOfMappingSetsAcceptsWhatIsWritten() throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try binary.file("set.sssom.tsv", try export(binary, "sssom").output)
    let script = """
      import csv, json, sys
      try:
          import jsonschema, yaml
      except ImportError:
          print("no jsonschema"); sys.exit(0)
      lines = open(sys.argv[1], newline="", encoding="utf-8").read().split("\\n")
      head = [l[1:] for l in lines if l.startswith("#")]
      meta = yaml.safe_load("\\n".join(head))
      rows = csv.DictReader("\\n".join(l for l in lines if not l.startswith("#")).splitlines(True), delimiter="\\t")
      meta["mappings"] = []
      for row in rows:
          m = {k: v for k, v in row.items() if v and not k.startswith("crosswalk_")}
          if "confidence" in m: m["confidence"] = float(m["confidence"])
          for k in ("author_label", "reviewer_label"):
              if k in m: m[k] = m[k].split("|")
          meta["mappings"].append(m)
      jsonschema.validate(meta, json.load(open(sys.argv[2])))
      print("valid", len(meta["mappings"]))
      """
    let answer = try outside(
      "python3", ["-c", script, file, RealData.path("schemas/sssom/sssom_schema.schema.json")])
    guard let answer, !answer.output.contains("no jsonschema") else { return }
    #expect(try answer.output.contains("valid \(listed(binary).count)"), "\(answer.output.suffix(600))")
  }

  @Test(
    .enabled(
      if: RealData.isPresent && installed("xmllint") != nil, "real data (../shared/data) or xmllint absent"))
  func theSchemaOfOSCALAcceptsWhatIsWritten() throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try binary.file("set.xml", try export(binary, "oscal-xml").output)
    let schema = RealData.path("schemas/oscal-1.2.3/oscal_mapping_schema.xsd")
    let answer = try #require(
      try outside("xmllint", ["--noout", "--nonet", "--schema", schema, file]))
    #expect(answer.status == 0, "\(answer.output.prefix(600))")
  }

  @Test func aCollectionWithoutAnyMapIsRefused() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let table = try binary.file("c.csv", "id,parent_id,title,text\nX,,T,text\n")
    #expect(
      try binary.run(
        "import", table, "--profile", "generic-catalog", "--framework", "other", "--revision", "1"
      )
      .status == 0)
    let answer = try binary.run(
      "export", "mapping", "--from", "other", "--to", "eu-ai-act", "--format", "oscal-xml")
    #expect(answer.status == 64)
    #expect(answer.errors.contains("no claim"))
  }
}
