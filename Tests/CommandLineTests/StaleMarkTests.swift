import Foundation
import Testing

/// Every report that rests on a claim about another text says so, and no longer once the claim is carried over.
///
/// The fixture has two revisions of a small framework; clause 2 was changed, and a claim names its first revision.
@Suite struct StaleMarkTests {
  private static let ends = ["--from", "other", "--to", "rules"]
  private static let evidence = ["evidence", "--subject", "subject.json"] + ends
  private static let reports: [[String]] = {
    var reports: [[String]] = [
      ["explain", "other/A", "rules/2"], ["mappings"] + ends,
      ["show", "rules/2"],
      ["review", "next"] + ends, ["export", "graph", "other", "rules"],
    ]
    for format in ["table", "markdown", "html"] {
      reports.append(["gap", "--format", format] + ends)
      reports.append(["equivalence", "--format", format] + ends)
    }
    for format in ["table", "markdown"] {
      reports.append(["plan", "--level", "addressed", "--format", format] + ends)
      reports.append(evidence + ["--format", format])
      reports.append(["whatif", "--format", format] + ends + ["--patch", "patch.csv"])
    }
    for format in ["olir-csv", "sssom", "oscal-xml", "oscal-json"] {
      reports.append(["export", "mapping", "--format", format] + ends)
    }
    reports.append(["export", "report", "--format", "oscal-json"] + ends)
    return reports
  }()

  private static let fields: [[String]] = {
    var reports: [[String]] = [
      ["explain", "other/A", "rules/2", "--format", "json"], ["mappings", "--format", "json"] + ends,
      ["show", "rules/2", "--format", "json"],
      ["whatif", "--format", "json"] + ends + ["--patch", "patch.csv"],
      ["check", "rules", "--format", "json"],
    ]
    for format in ["json", "csv"] {
      reports.append(["gap", "--format", format] + ends)
      reports.append(["equivalence", "--format", format] + ends)
      reports.append(["plan", "--level", "addressed", "--format", format] + ends)
      reports.append(evidence + ["--format", format])
      reports.append(["export", "mapping", "--format", format] + ends)
    }
    return reports
  }()

  private static func bench() throws -> ReviewActCommandTests.Bench {
    let bench = try ReviewActCommandTests.Bench()
    _ = try bench.act("reject", bench.gone, "--reason", "Its end is gone.")
    _ = try bench.binary.file("report.csv", "x")
    _ = try bench.binary.file(
      "subject.json",
      """
      {"schema": "crosswalk-subject/1", "id": "sample",
       "evidence": [{"id": "report", "title": "Report", "kind": "test-report", "path": "report.csv",
         "supports": ["other/A"]}]}
      """)
    _ = try bench.binary.file(
      "patch.csv",
      """
      source,target,relationship,strict,rationale,strength,confidence,method,status,author,date
      other/B,rules/2,related,,semantic,3,0.4,human,draft,A. Analyst,2026-11-23

      """)
    return bench
  }

  /// The legends that explain the mark stand in every report; what is left of a report without them is compared.
  private func marks(_ bench: ReviewActCommandTests.Bench, _ report: [String]) throws -> Int {
    let result = try bench.binary.run(report)
    #expect(result.status == 0, "\(result.errors)")
    let text = result.text.lowercased()
    return ["stale", "another text", "may have changed"].reduce(0) {
      $0 + text.components(separatedBy: $1).count - 1
    }
  }

  @Test(arguments: reports)
  func aReportSaysThatItRestsOnAStaleClaim(report: [String]) throws {
    let bench = try Self.bench()
    defer { bench.binary.remove() }
    let before = try marks(bench, report)
    _ = try bench.act("carry", bench.changed, "--reason", "The same in other words.")
    #expect(try before > marks(bench, report))
  }

  /// The values of every key or column called `stale`.
  private static let flags = """
    import csv, json, sys
    text = open(sys.argv[1], encoding="utf-8").read()
    found = []
    def walk(value):
        if isinstance(value, dict):
            for key, entry in value.items():
                if key == "stale" and not isinstance(entry, (dict, list)): found.append(str(entry).lower())
                if key == "stale" and isinstance(entry, list): found.append("true" if entry else "false")
                walk(entry)
        elif isinstance(value, list):
            for entry in value: walk(entry)
    if text.startswith("{"): walk(json.loads(text))
    else: found = [row.get("stale", "0") for row in csv.DictReader(text.splitlines())]
    print("yes" if any(flag not in ("0", "false", "", "none") for flag in found) else "no")
    """

  @Test(arguments: fields)
  func theMachineReadableFormSaysItInAField(report: [String]) throws {
    let bench = try Self.bench()
    defer { bench.binary.remove() }
    func isFlagged(_ name: String) throws -> String {
      let result = try bench.binary.run(report)
      #expect(result.status == 0, "\(result.errors)")
      let file = try bench.binary.file(name, result.output)
      let answer = try #require(try outside("python3", ["-c", Self.flags, file]))
      return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(try isFlagged("before") == "yes")
    _ = try bench.act("carry", bench.changed, "--reason", "The same in other words.")
    #expect(try isFlagged("after") == "no")
  }

  @Test func wordFilesAndWorkbooksSayIt() throws {
    let bench = try Self.bench()
    defer { bench.binary.remove() }
    let script = """
      import sys, zipfile
      package = zipfile.ZipFile(sys.argv[1])
      text = "".join(package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml"))
      print(text.count("another text") + text.lower().count("stale") + text.count("may have changed"))
      """
    let reports = [
      ["gap", "--format", "docx"], ["equivalence", "--format", "docx"], ["gap", "--format", "xlsx"],
      ["equivalence", "--format", "xlsx"], ["plan", "--level", "addressed", "--format", "xlsx"],
      ["mappings", "--format", "xlsx"],
    ]
    func counts(_ name: String) throws -> [Int] {
      try reports.enumerated().map { index, report in
        let file = bench.binary.folder.appending(path: "\(name)-\(index)").path
        let result = try bench.binary.run(report + Self.ends + ["--output", file])
        #expect(result.status == 0, "\(result.errors)")
        let answer = try #require(try outside("python3", ["-c", script, file]))
        return try #require(Int(answer.output.trimmingCharacters(in: .whitespacesAndNewlines)))
      }
    }
    let before = try counts("before")
    _ = try bench.act("carry", bench.changed, "--reason", "The same in other words.")
    for (report, (old, new)) in zip(reports, zip(before, try counts("after"))) {
      // A workbook marks with the word of a cell, which its shared strings hold once.
      #expect(old > new || report.contains("xlsx") && old >= new, "\(report)")
    }
  }

  /// Alternative routes and recognition speak of the Act: claims about a revision that nobody has are stale there.
  @Test func dutiesAndRecognitionSayIt() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let claims = try binary.file(
      "claims.csv",
      """
      source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,source_revision,target_revision,note,basis
      eu-own-standard,eu-ai-act/9(2)(a),alternative-route,,functional,,0.8,human,draft,A. Author,2020-01-01,,1999-01-01,On a condition.,Article 0
      nist-ai-rmf-1.0/GOVERN 1.1,eu-ai-act/12(1),related,,semantic,3,0.4,human,draft,A. Author,2020-01-01,,1999-01-01,shared,

      """)
    let system = Checkout.example("border-screening-support")
    let reports = [
      ["duties", "eu-ai-act"], ["duties", "eu-ai-act", "--format", "markdown"],
      ["duties", "eu-ai-act", "--format", "csv"], ["duties", "eu-ai-act", "--format", "json"],
    ]
    let recognition = ["recognition", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--system", system]
    func counts(of word: String, _ reports: [[String]]) throws -> [Int] {
      try reports.map { try binary.run($0).text.components(separatedBy: word).count }
    }
    let judged = [recognition, recognition + ["--format", "markdown"]]
    let (before, judgedBefore) = (try counts(of: "stale", reports), try counts(of: ", stale", judged))
    let result = try binary.run("import", claims)
    #expect(result.status == 0, "\(result.errors)")
    for (old, new) in zip(before, try counts(of: "stale", reports)) { #expect(new > old) }
    for (old, new) in zip(judgedBefore, try counts(of: ", stale", judged)) { #expect(new > old) }
  }
}
