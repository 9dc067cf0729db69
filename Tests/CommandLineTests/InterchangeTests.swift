import Foundation
import Testing

/// What is exported is read by tools of others.
@Suite struct InterchangeTests {
  private static let pair = ["--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act"]
  private static let whySkipped: Comment =
    "needs Python packages: set CROSSWALK_PYTHON to an interpreter with sssom, rdflib and jsonschema"

  /// A store with a claim of every sort beside the bundled ones.
  private func store() throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    let imported = try binary.run("import", try binary.file("claims.csv", MappingExportTests.claims))
    #expect(imported.status == 0, "\(imported.errors)")
    return binary
  }

  private func export(_ binary: CrosswalkBinary, _ what: String, _ format: String, to name: String) throws
    -> String
  {
    let file = binary.folder.appending(path: name).path
    let pair = what == "graph" ? ["nist-ai-rmf-1.0", "eu-ai-act"] : Self.pair
    let result = try binary.run(["export", what] + pair + ["--format", format, "--output", file])
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    return file
  }

  /// How many claims the store holds, as `mappings` tells: all of them, or those of a pair.
  private func listed(_ binary: CrosswalkBinary, _ pair: [String]) throws -> Int {
    let answer = try binary.run(["mappings"] + pair + ["--format", "json"]).json()
    if let claims = answer["claims"] as? [Any] { return claims.count }
    let sets = try #require(answer["mappings"] as? [[String: Any]])
    return sets.reduce(0) { $0 + ($1["claims"] as? Int ?? 0) }
  }

  // MARK: SSSOM

  @Test(.enabled(if: PythonWitness.has("sssom"), whySkipped))
  func theValidatorOfSSSOMAcceptsTheSet() throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try export(binary, "mapping", "sssom", to: "set.sssom.tsv")
    let script = "import sys; from sssom.io import validate_file; validate_file(sys.argv[1]); print('valid')"
    let answer = try PythonWitness.run(script, [file])
    #expect(answer.status == 0 && answer.output.contains("valid"), "\(answer.output.suffix(800))")
    let broken = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "semapv:UnspecifiedMatching", with: "nonsense")
    let refused = try PythonWitness.run(script, [try binary.file("broken.sssom.tsv", broken)])
    #expect(refused.status != 0, "the validator can refuse")
  }

  // MARK: OSCAL

  /// The schema with its patterns as Python spells them.
  private static let oscalCheck = """
    import json, sys, jsonschema
    text = open(sys.argv[2]).read().replace('\\\\\\\\p{L}', '[^\\\\\\\\W\\\\\\\\d_]').replace('\\\\\\\\p{N}', '\\\\\\\\d')
    schema = json.loads(text); document = json.load(open(sys.argv[1]))
    assert '\\\\p{' not in json.dumps(schema)
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
    for error in errors[:5]: print(list(error.absolute_path), error.message[:200])
    sys.exit(1 if errors else 0)
    """

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared/data not found"),
    .enabled(if: PythonWitness.has("jsonschema"), whySkipped),
    arguments: ["mapping", "report"])
  func theJSONSchemaOfOSCALAcceptsTheCollection(what: String) throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try export(binary, what, "oscal-json", to: "set.json")
    let schema = RealData.path("schemas/oscal-1.2.3/oscal_mapping_schema.json")
    let answer = try PythonWitness.run(Self.oscalCheck, [file, schema])
    #expect(answer.status == 0, "\(answer.output)")
    let broken = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "\"hybrid\"", with: "\"magic\"")
    let refused = try PythonWitness.run(Self.oscalCheck, [try binary.file("broken.json", broken), schema])
    #expect(refused.status == 1, "the schema can refuse")
  }

  @Test(
    .enabled(
      if: RealData.isPresent && installed("xmllint") != nil, "real data (../shared/data) or xmllint absent"),
    arguments: ["mapping", "report"])
  func theXMLSchemaOfOSCALAcceptsTheCollection(what: String) throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try export(binary, what, "oscal-xml", to: "set.xml")
    let schema = RealData.path("schemas/oscal-1.2.3/oscal_mapping_schema.xsd")
    let answer = try #require(
      try outside("xmllint", ["--noout", "--nonet", "--schema", schema, file]))
    #expect(answer.status == 0, "\(answer.output.prefix(600))")
  }

  private func mappings(_ file: String) throws -> [[String: Any]] {
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any]
    return try #require((root?["mapping-collection"] as? [String: Any])?["mappings"] as? [[String: Any]])
  }

  @Test func statementsAreToldFromControlsAndUnmappedFromGaps() throws {
    let binary = try store()
    defer { binary.remove() }
    let mapping = try mappings(export(binary, "mapping", "oscal-json", to: "set.json"))[0]
    let maps = try #require(mapping["maps"] as? [[String: Any]])
    let targets = maps.flatMap { $0["targets"] as? [[String: String]] ?? [] }
    func types(_ local: String) -> Set<String?> {
      Set(targets.filter { $0["id-ref"] == local }.map { $0["type"] })
    }
    #expect(types("9(2)(a)") == ["statement"])
    let sources = maps.flatMap { $0["sources"] as? [[String: String]] ?? [] }
    #expect(Set(sources.compactMap { $0["type"] }) == ["control"])
    let summary = try #require(mapping["target-gap-summary"] as? [String: Any])
    let lists = try #require(summary["unmapped-controls"] as? [[String: Any]])
    let entries = lists.flatMap { $0["matching"] as? [[String: String]] ?? [] }
    let claimed = try #require(entries.first { $0["pattern"] == "11(3)" })
    #expect(
      claimed["remarks"]?.contains("no counterpart") == true && claimed["remarks"]?.contains("draft") == true)
    #expect(
      entries.filter { $0["remarks"]?.hasPrefix("Not mapped") == true }.allSatisfy {
        $0["remarks"]?.contains("no gap") == true
      })
    #expect(Set(entries.compactMap { $0["pattern"] }).isDisjoint(with: targets.compactMap { $0["id-ref"] }))
  }

  @Test func theReportCarriesNoMoreThanTheProvenCoverage() throws {
    let binary = try store()
    defer { binary.remove() }
    let mapping = try mappings(export(binary, "report", "oscal-json", to: "set.json"))
    let coverage = try #require(mapping[0]["coverage"] as? [String: Any])
    let gap = try binary.run(["gap"] + Self.pair + ["--format", "json"]).json()
    let summary = try #require(gap["summary"] as? [String: Any])
    let interval = try #require(summary["coverage"] as? [String: Double])
    #expect(coverage["target-coverage"] as? Double == interval["least"])
    #expect((coverage["generation-method"] as? String)?.hasPrefix("least") == true)
    #expect(mapping.dropFirst().allSatisfy { $0["coverage"] == nil }, "the other direction was not judged")
    let plain = try mappings(export(binary, "mapping", "oscal-json", to: "plain.json"))
    #expect(plain.allSatisfy { $0["coverage"] == nil })
  }

  @Test(arguments: ["json", "csv"])
  func theReportIsThatOfTheGapCommand(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let report = try binary.run(["export", "report"] + Self.pair + ["--format", format])
    #expect(report.status == 0)
    #expect(report.output == (try binary.run(["gap"] + Self.pair + ["--format", format]).output))
  }

  // MARK: JSON-LD

  @Test(.enabled(if: PythonWitness.has("rdflib"), whySkipped))
  func aTripleStoreAnswersQuestions() throws {
    let binary = try store()
    defer { binary.remove() }
    let file = try export(binary, "graph", "json-ld", to: "graph.jsonld")
    let script = """
      import sys, urllib.request, rdflib
      def refuse(*arguments, **named): raise AssertionError("something is fetched")
      urllib.request.urlopen = refuse
      data = rdflib.Dataset(); data.parse(sys.argv[1], format="json-ld")
      ask = '''PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX sssom: <https://w3id.org/sssom/> PREFIX x: <urn:x-crosswalk:>'''
      def count(query): return len(list(data.query(ask + query)))
      print("mappings", count("SELECT ?m {?m a sssom:Mapping}"))
      print("concepts", count("SELECT ?c {?c a skos:Concept; skos:inScheme <urn:x-crosswalk:framework:eu-ai-act>; skos:prefLabel ?l}"))
      print("both-ways", count("SELECT ?a {?a skos:broader ?b. FILTER NOT EXISTS {?b skos:narrower ?a}}"))
      print("tops", count("SELECT ?c {?c skos:topConceptOf <urn:x-crosswalk:framework:nist-ai-rmf-1.0>}"))
      for row in data.query(ask + '''SELECT ?p ?mod ?status {?m owl:annotatedSource ?s; owl:annotatedTarget ?t;
        owl:annotatedProperty ?p; x:status ?status. OPTIONAL {?m sssom:predicate_modifier ?mod}
        ?s skos:notation "9(2)(b)". ?t skos:notation "GOVERN 1.5"}'''): print("denied", row.p, row.mod, row.status)
      print("axioms denied", count('SELECT ?m {?m a owl:Axiom; sssom:predicate_modifier "Not"}'))
      print("unions", count("SELECT ?u {?u a skos:Collection; skos:member ?n. ?n a skos:Concept}"))
      fact = data.default_context if hasattr(data, "default_context") else data.default_graph
      drafts = data.graph(rdflib.URIRef("urn:x-crosswalk:graph:draft"))
      skos = rdflib.SKOS
      for name, graph in (("facts", fact), ("drafts", drafts)):
          print(name, *(sum(1 for _ in graph.triples((None, p, None))) for p in (skos.exactMatch, skos.broadMatch, skos.narrowMatch, skos.relatedMatch)))
      print("drafts hold", len(drafts))
      """
    let answer = try PythonWitness.run(script, [file])
    #expect(answer.status == 0, "\(answer.output)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("mappings \(try listed(binary, Self.pair))"), "\(answer.output)")
    #expect(lines.contains("both-ways 0") && lines.contains("tops 4") && lines.contains("axioms denied 0"))
    #expect(lines.contains("unions 4"), "\(answer.output)")
    #expect(
      lines.contains("denied http://www.w3.org/2004/02/skos/core#relatedMatch Not draft"), "\(answer.output)")
    // Of the claims that the test adds, one is reviewed: a superset.
    #expect(lines.contains("facts 0 0 1 0"), "\(answer.output)")
    #expect(lines.contains { $0.hasPrefix("drafts 0 ") }, "\(answer.output)")
  }

  @Test func theGraphHoldsNothingToFetchAndIsTheSameEachTime() throws {
    let binary = try store()
    defer { binary.remove() }
    let first = try binary.run("export", "graph")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == (try binary.run("export", "graph", "--format", "json-ld").output))
    let root = try first.json()
    #expect(root["@context"] is [String: Any], "a context of the document's own")
    let nodes = try #require(root["@graph"] as? [[String: Any]])
    let claims = nodes.filter { ($0["@type"] as? [String])?.contains("sssom:Mapping") == true }
    #expect(try claims.count == listed(binary, []))
    #expect(claims.allSatisfy { $0["status"] is String }, "a draft says that it is one")
    let one = try binary.run("export", "graph", "eu-ai-act").json()
    let alone = try #require(one["@graph"] as? [[String: Any]])
    #expect(!alone.contains { ($0["@id"] as? String)?.contains("nist") == true })
  }

  @Test func aPartOfAFrameworkIsNoGraph() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("export", "graph", "eu-ai-act/9").status == 64)
    #expect(try binary.run("export", "graph", "eu-ai-actt").status == 64)
  }
}
