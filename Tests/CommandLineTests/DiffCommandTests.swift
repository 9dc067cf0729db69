import Foundation
import Testing

@Suite struct DiffCommandTests {
  private typealias JSON = [String: Any]

  /// A small catalog; each control is its statement with items, written by hand.
  private static func catalog(_ version: String, day: String, _ controls: String) -> String {
    """
    <catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="5f0c1c52-0000-4000-8000-000000000001">
    <metadata><title>House rules</title><last-modified>\(day)T00:00:00Z</last-modified>
    <version>\(version)</version><oscal-version>1.1.3</oscal-version></metadata>
    <group id="ho"><title>House</title>
    \(controls)
    </group></catalog>
    """
  }

  private static func control(
    _ id: String, _ title: String, _ text: String, items: [String] = [], inside: String = "",
    after: String = ""
  ) -> String {
    let parts = items.enumerated().map { index, item in
      let mark = ["a", "b", "c"][index]
      return """
        <part id="\(id)_smt.\(mark)" name="item"><prop name="label" value="\(mark)."/><p>\(item)</p></part>
        """
    }
    return """
      <control id="\(id)"><title>\(title)</title>\(inside)
      <prop name="label" value="\(id.uppercased())"/>\(after)
      <part id="\(id)_smt" name="statement"><p>\(text)</p>\(parts.joined())</part>
      <part id="\(id)_gdn" name="guidance"><p>Guidance of \(id).</p></part></control>
      """
  }

  private static func parameter(_ label: String) -> String {
    "<param id=\"ho-3_prm_1\"><label>\(label)</label></param>"
  }

  private static let first = catalog(
    "1", day: "2026-01-01",
    control("ho-1", "Doors", "Doors are kept:", items: ["closed at night;", "free of things that burn."])
      + control("ho-2", "Windows", "Windows are cleaned by those who use the room.")
      + control(
        "ho-3", "Bins", "Bins are emptied <insert type=\"param\" id-ref=\"ho-3_prm_1\"/>.",
        inside: parameter("every week"))
      + control("ho-4", "Stairs", "Nothing is left standing on the stairs of the house.")
      + control("ho-5", "Garden", "The garden is open to everybody who lives here."))

  /// HO-1 has another item, HO-2 went into it, HO-3 has another parameter, HO-4 has another number, HO-5 other guidance.
  private static let second = catalog(
    "2", day: "2026-06-01",
    control("ho-1", "Doors", "Doors are kept:", items: ["locked at night;", "free of things that burn."])
      + """
      <control id="ho-2"><title>Windows</title><prop name="label" value="HO-2"/>
      <prop name="status" value="withdrawn"/><link rel="incorporated-into" href="#ho-1_smt.b"/></control>
      """
      + control(
        "ho-3", "Bins", "Bins are emptied <insert type=\"param\" id-ref=\"ho-3_prm_1\"/>.",
        inside: parameter("every day"))
      + control("ho-9", "Stairs", "Nothing is left standing on the stairs of the house.")
      + control("ho-5", "Garden", "The garden is open to everybody who lives here.")
      .replacingOccurrences(of: "Guidance of ho-5", with: "New guidance of ho-5"))

  private static let claims = """
    source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,source_revision,target_revision,note
    house/HO-1,eu-ai-act/9(1),superset-of,yes,semantic,3,0.9,human,complete,A. Analyst,2026-02-01,R. Reviewer,2026-02-02,1,2026-07-27,
    house/HO-2,eu-ai-act/9(2)(a),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,1,2026-07-27,
    house/HO-3,eu-ai-act/9(2)(b),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,1,2026-07-27,
    house/HO-4,eu-ai-act/9(2)(c),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,1,2026-07-27,
    house/HO-5,eu-ai-act/9(2)(d),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,1,2026-07-27,

    """

  /// A store with both revisions and claims about the first.
  private func prepared() throws -> CrosswalkBinary {
    let binary = try CrosswalkBinary()
    for (name, content) in [("first.xml", Self.first), ("second.xml", Self.second)] {
      let result = try binary.run("import", try binary.file(name, content), "--framework", "house")
      #expect(result.status == 0, "\(result.errors)")
    }
    let result = try binary.run("import", try binary.file("claims.csv", Self.claims))
    #expect(result.status == 0, "\(result.errors)")
    return binary
  }

  private func names(_ entries: Any?, _ field: String = "id") -> [String] {
    (entries as? [JSON] ?? []).compactMap { $0[field] as? String }
  }

  @Test func everyKindOfChangeIsShownWithTheClaimsThatGoStale() throws {
    let binary = try prepared()
    defer { binary.remove() }
    let diff = try binary.run("diff", "house@1", "house@2", "--format", "json").json()
    #expect(names(diff["withdrawn"]) == ["house/HO-2"])
    #expect(
      names(diff["moved"], "from") == ["house/HO-2"]
        && names(diff["moved"], "to") == ["house/HO-1#ho-1_smt.b"])
    #expect(names(diff["renumbered"], "from").first == "house/HO-4")
    #expect(names(diff["renumbered"], "to").first == "house/HO-9")
    #expect(names(diff["added"]).isEmpty)
    // What is gone from the withdrawn control went with it.
    #expect(names(diff["removed"]).isEmpty)
    #expect(diff["controls"] as? [String] == ["house/HO-1", "house/HO-3", "house/HO-9", "house/HO-5"])
    let changed = try #require(diff["changed"] as? [JSON])
    let item = try #require(changed.first { $0["id"] as? String == "house/HO-1#ho-1_smt.a" })
    #expect(item["before"] as? String == "closed at night;" && item["after"] as? String == "locked at night;")
    let bins = try #require(changed.first { $0["id"] as? String == "house/HO-3" })
    let parts = try #require(bins["parts"] as? [JSON])
    #expect(parts.compactMap { $0["parameter"] as? String } == ["ho-3_prm_1"])
    let stale = try #require(diff["staleClaims"] as? [JSON])
    let sources = stale.compactMap { ($0["claim"] as? JSON)?["source"] as? String }
    #expect(sources == ["house/HO-1", "house/HO-2", "house/HO-3", "house/HO-4"])
    let outcomes = stale.map { names($0["changes"], "outcome") }
    #expect(outcomes == [["changed"], ["withdrawn"], ["changed"], ["gone"]])
    let verdicts = try #require(diff["verdicts"] as? [JSON])
    #expect(verdicts.map { $0["target"] as? String } == ["eu-ai-act@2026-07-27", "house@2"])
    let change = try #require(
      (verdicts[0]["changes"] as? [JSON])?.first { $0["target"] as? String == "eu-ai-act/9(1)" })
    #expect((change["before"] as? JSON)?["stale"] as? Bool == false)
    #expect((change["after"] as? JSON)?["stale"] as? Bool == true)
    // A requirement with another name is held against itself.
    let own = try #require(verdicts[1]["changes"] as? [JSON])
    #expect(own.filter { $0["formerly"] != nil }.map { $0["target"] as? String } == ["house/HO-9"])
    let stairs = try #require(own.first { $0["target"] as? String == "house/HO-9" })
    #expect(stairs["formerly"] as? String == "house/HO-4")
    #expect(stairs["before"] is JSON && stairs["after"] is JSON)
    #expect(!own.contains { $0["target"] as? String == "house/HO-4" })
  }

  @Test func theTerminalShowsWordsClaimsAndVerdicts() throws {
    let binary = try prepared()
    defer { binary.remove() }
    // The framework alone means its two newest revisions, one revision alone means that and the current one.
    let pages = try [["house"], ["house@1"], ["house@1", "house"]].map { try binary.run(["diff"] + $0) }
    #expect(pages.allSatisfy { $0.status == 0 && $0.text == pages[0].text }, "\(pages.map(\.errors))")
    let text = pages[0].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("4 controls differ: HO-1, HO-3, HO-9, HO-5"))
    #expect(text.contains("HO-1#ho-1_smt.a: requirement: [-closed-] {+locked+} at night;"))
    #expect(text.contains("parameter ho-3_prm_1: [-[Assignment: every week]-] {+[Assignment: every day]+}"))
    #expect(text.contains("HO-2 is withdrawn; incorporated into HO-1#ho-1_smt.b"))
    #expect(text.contains("HO-4 is gone; is HO-9 (Stairs) now"))
    #expect(text.contains("4 of 5 claims about it become stale; 5 of them are about the older revision."))
    #expect(text.contains("Verdicts that change: house@2 to eu-ai-act@2026-07-27"))
  }

  @Test func exitCodeTellsWhetherSomethingChanged() throws {
    let binary = try prepared()
    defer { binary.remove() }
    let changed = try binary.run("diff", "house", "--exit-code")
    #expect(changed.status == 3 && !changed.errors.contains("error:"))
    _ = try binary.run(
      "import",
      try binary.file("third.xml", Self.second.replacingOccurrences(of: "<version>2", with: "<version>3")),
      "--framework", "house", "--as-of", "2026-07-01")
    #expect(try binary.run("diff", "house@2", "house@3", "--exit-code").status == 0)
    #expect(try binary.run("diff", "house", "--exit-code").status == 0)
    // Without the third revision the second is the newest.
    #expect(try binary.run("diff", "house", "--as-of", "2026-06-15", "--exit-code").status == 3)
  }

  @Test func claimsThatGoStaleAreADifferenceEvenWhereNoWordsAreThere() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    for (name, day) in [("1", "2026-01-01"), ("2", "2026-06-01")] {
      let file = try binary.file(
        "titles-\(name).csv", "id,parent_id,title,text,assessable\nA,,Doors,,1\nB,,Windows,,1\n")
      let result = try binary.run(
        "import", file, "--profile", "generic-catalog", "--framework", "titles", "--revision", name,
        "--as-of",
        day)
      #expect(result.status == 0, "\(result.errors)")
    }
    let header = Self.claims.components(separatedBy: "\n")[0]
    let row =
      "titles/A,eu-ai-act/9(1),superset-of,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,1,2026-07-27,"
    _ = try binary.run("import", try binary.file("claims.csv", "\(header)\n\(row)\n"))
    let result = try binary.run("diff", "titles", "--exit-code")
    let text = result.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(result.status == 3, "\(text)")
    #expect(text.contains("Nothing that can be compared differs.") && text.contains("2 not compared"))
    #expect(text.contains("neither revision has words"))
    #expect(text.contains("1 of 1 claim about it becomes stale;"))
  }

  @Test(
    arguments: [
      (["house@1", "eu-ai-act"], "different-frameworks"), (["eu-ai-act/9"], "whole-needed"),
      (["nist-ai-rmf-1.0"], "same-revision"), (["house@2", "house@2"], "same-revision"),
      (["house", "--against", "house"], "same-framework"), (["house@7"], "unknown-revision"),
      (["hause"], "unknown-framework"),
    ]) func whatCannotBeComparedIsAnErrorOfUsage(arguments: [String], code: String) throws
  {
    let binary = try prepared()
    defer { binary.remove() }
    let result = try binary.run(["diff"] + arguments + ["--log-format", "json"])
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors.contains("\"code\":\"\(code)\""), "\(result.errors)")
  }

  @Test func againstLimitsTheVerdictsToOneFramework() throws {
    let binary = try prepared()
    defer { binary.remove() }
    let diff = try binary.run("diff", "house", "--against", "nist-ai-rmf-1.0", "--format", "json").json()
    let verdicts = try #require(diff["verdicts"] as? [JSON])
    #expect(verdicts.map { $0["source"] as? String } == ["house@2", "nist-ai-rmf-1.0@2023-01-26"])
  }

  @Test func checkShowsTheChangeBesideEveryStaleClaim() throws {
    let binary = try prepared()
    defer { binary.remove() }
    let lost =
      Self.claims.components(separatedBy: "\n")[0] + """

        house/HO-5,eu-ai-act/9(1),intersects-with,yes,semantic,3,0.9,human,draft,A. Analyst,2026-02-01,,,0.9,2026-07-27,

        """
    _ = try binary.run("import", try binary.file("lost.csv", lost))
    let result = try binary.run("check")
    let text = result.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("HO-1#ho-1_smt.a requirement: [-closed-] {+locked+} at night;"))
    #expect(text.contains("HO-2 is withdrawn; incorporated into HO-1#ho-1_smt.b"))
    #expect(text.contains("HO-4 is gone; is HO-9 (Stairs) now"))
    #expect(text.contains("the text of house@0.9 is not here"))
    let report = try binary.run("check", "--format", "json").json()
    let ends = (report["stale"] as? [JSON] ?? []).flatMap { $0["ends"] as? [JSON] ?? [] }
    #expect(ends.count == 5 && ends.count { $0["changes"] is NSNull } == 1)
    let diff = try binary.run("diff", "house", "--format", "json").json()
    let stale = Set(
      (report["stale"] as? [JSON] ?? []).compactMap { ($0["claim"] as? JSON)?["id"] as? String })
    #expect(stale.isSuperset(of: names(diff["staleClaims"])) && stale.count == 5)
  }

  @Test(.enabled(if: SchemaTests.hasWitness, "python3-jsonschema is not installed"))
  func theAnswersFitTheirSchemas() throws {
    let binary = try prepared()
    defer { binary.remove() }
    for (schema, arguments) in [("diff", ["diff", "house"]), ("check", ["check"])] {
      let result = try binary.run(arguments + ["--format", "json"])
      try SchemaTests.expect(try binary.file("\(schema).json", result.output), fits: schema)
    }
  }
}
