import Foundation
import Testing

/// `crosswalk whatif`: the gap report under a hypothesis.
@Suite struct WhatIfCommandTests {
  private static let pair = ["--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--as-of", "2026-11-23"]

  private static let claims = """
    source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,reviewed_on,note
    nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(4),superset-of,,semantic,6,0.8,human,draft,A. Analyst,2026-11-23,,,Made up.
    nist-ai-rmf-1.0,eu-ai-act/9(2)(b),no-counterpart,,semantic,0,0.9,human,complete,A. Analyst,2026-11-23,R. Reviewer,2026-11-23,Made up.
    nist-ai-rmf-1.0/GOVERN 1.1,eu-ai-act/8(1),equal-to,,semantic,6,0.8,human,complete,A. Analyst,2026-11-23,R. Reviewer,2026-11-23,Made up.

    """

  private static let amendment = """
    {
      "schema": "crosswalk-patch/1",
      "title": "A made-up amendment",
      "framework": "eu-ai-act",
      "add": [{"id": "9(2)(e)", "parent": "9(2)", "kind": "statement", "summary": "Made up.", "modality": "duty"}],
      "change": [{"id": "9(2)(b)", "summary": "Estimate every risk."}],
      "remove": ["4a(1)(d)"],
      "claims": {"add": [{"source": "nist-ai-rmf-1.0/MEASURE 2.11", "target": "eu-ai-act/9(2)(e)", "relationship": "related"}]}
    }
    """

  private func run(_ binary: CrosswalkBinary, _ patches: [String], _ more: String...) throws
    -> CrosswalkBinary.Result
  {
    try binary.run(["whatif"] + Self.pair + patches.flatMap { ["--patch", $0] } + more)
  }

  private func json(_ binary: CrosswalkBinary, _ patches: [String]) throws -> [String: Any] {
    let result = try run(binary, patches, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()
  }

  private func changes(_ answer: [String: Any]) throws -> [String: String] {
    let changes = try #require(answer["changes"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: changes.map { change in
        let verdicts = ["before", "after"].map {
          (change[$0] as? [String: Any])?["verdict"] as? String ?? "none"
        }
        return (change["target"] as? String ?? "", verdicts.joined(separator: " "))
      })
  }

  private func gap(_ binary: CrosswalkBinary) throws -> NSDictionary {
    let result = try binary.run(["gap"] + Self.pair + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    return try result.json() as NSDictionary
  }

  @Test func theReportIsThatOfAStoreWithTheClaims() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let claims = try binary.file("claims.csv", Self.claims)
    let answer = try json(binary, [claims])
    #expect(try binary.run("import", claims).status == 0)
    let imported = try gap(binary)
    #expect(try #require(answer["after"] as? NSDictionary) == imported)
    #expect((answer["conflicts"] as? [Any])?.isEmpty == false, "9(2)(b) is claimed to be related")
    #expect(try changes(answer)["eu-ai-act/9(2)(b)"] == "partial contradicted")
    // Nothing is left to suppose.
    let again = try json(binary, [claims])
    #expect(try changes(again).isEmpty)
    #expect(((again["patch"] as? [String: Any])?["added"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: ["sssom", "oscal-json", "oscal-xml"])
  func aMappingInAnyFormatIsAPatch(format: String) throws {
    let maker = try CrosswalkBinary()
    let binary = try CrosswalkBinary()
    defer {
      maker.remove()
      binary.remove()
    }
    #expect(try maker.run("import", try maker.file("claims.csv", Self.claims)).status == 0)
    let mapping = binary.folder.appending(path: "mapping").path
    let export = try maker.run(
      "export", "mapping", "--from", "nist-ai-rmf-1.0", "--to", "eu-ai-act", "--format", format, "--output",
      mapping)
    #expect(export.status == 0, "\(export.errors)")
    let answer = try json(binary, [mapping])
    #expect(try changes(answer)["eu-ai-act/9(4)"] == "unknown covered")
    #expect(try binary.run("import", mapping).status == 0)
    #expect(try #require(answer["after"] as? NSDictionary) == gap(binary))
  }

  @Test func theStoreKeepsItsBytesAndNeedNotBeWritable() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    #expect(try binary.run("frameworks").status == 0)
    let patch = try binary.file("patch.json", Self.amendment)
    let claims = try binary.file("claims.csv", Self.claims)
    let before = try Data(contentsOf: binary.store)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: binary.store.path)
    for format in ["table", "json"] {
      #expect(try run(binary, [patch, claims], "--format", format).status == 0)
    }
    #expect(try Data(contentsOf: binary.store) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: binary.folder.path).sorted() == [
        "claims.csv", "patch.json", "store.sqlite",
      ])
  }

  @Test func linesMayStandInAnyOrderAndAFileUndoesTheOneBefore() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let header = "change,source,target,relationship,confidence,author"
    let lines = [
      "add,nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(4),superset-of,0.8,A. Analyst",
      "remove,eu-ai-act/4a(1)(c),nist-ai-rmf-1.0/MEASURE 2.10,,,crosswalk toolkit",
      "replace,nist-ai-rmf-1.0/MEASURE 2.10,eu-ai-act/4a(1)(b),equal-to,0.9,A. Analyst",
    ]
    let there = try binary.file("there.csv", ([header] + lines).joined(separator: "\n"))
    let back = try binary.file("back.csv", ([header] + lines.reversed()).joined(separator: "\n"))
    let first = try json(binary, [there])
    let second = try json(binary, [back])
    let expected = [
      "eu-ai-act/9(4)": "unknown covered", "eu-ai-act/4a(1)(c)": "partial unknown",
      "eu-ai-act/4a(1)(b)": "partial covered",
    ]
    #expect(try changes(first) == expected)
    #expect(try changes(second) == expected)
    let undo = try binary.file(
      "undo.csv", "change,source,target,relationship\nremove,nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(4),\n")
    let add = try binary.file("add.csv", [header, lines[0]].joined(separator: "\n"))
    #expect(try changes(json(binary, [add, undo])).isEmpty)
    #expect(try changes(json(binary, [add])).count == 1)
  }

  @Test func anAmendmentStalesWhatItChangesAndLeavesDanglingWhatItRemoves() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let answer = try json(binary, [try binary.file("patch.json", Self.amendment)])
    #expect(
      try changes(answer) == [
        "eu-ai-act/9(2)(b)": "partial partial", "eu-ai-act/9(2)(e)": "none partial",
        "eu-ai-act/4a(1)(d)": "unknown none",
      ])
    let changed = try #require(answer["changes"] as? [[String: Any]])
    let stale = try #require(changed.first { $0["target"] as? String == "eu-ai-act/9(2)(b)" })
    #expect((stale["before"] as? [String: Any])?["stale"] as? Bool == false)
    #expect((stale["after"] as? [String: Any])?["stale"] as? Bool == true)
    let affected = try #require(answer["affectedClaims"] as? [[String: Any]])
    let roles = affected.map { claim in
      "\(claim["role"] ?? "") \((claim["claim"] as? [String: Any])?["target"] ?? "")"
    }
    #expect(roles.first == "dangling eu-ai-act/4a(1)(d)")
    #expect(roles.contains("stale eu-ai-act/9(2)(b)") && roles.contains("stale eu-ai-act/9(2)"))
    #expect(!roles.contains("stale eu-ai-act/9(2)(a)"), "its text is the same")
    let after = try #require(answer["after"] as? [String: Any])
    #expect((after["target"] as? [String: Any])?["revision"] as? String == "2026-07-27+patch")
  }

  @Test(arguments: ["table", "markdown", "html", "csv", "json"])
  func everyFormatSaysThatItIsOnlySupposed(format: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let patch = try binary.file("patch.json", Self.amendment)
    let result = try run(binary, [patch], "--format", format)
    #expect(result.status == 0, "\(result.errors)")
    let marks = format == "json" ? "\"hypothetical\" : true" : "What if: not in the store"
    #expect(result.text.contains(marks))
    #expect(result.text.contains("2026-07-27+patch"))
    #expect(try run(binary, [patch], "--format", format).output == result.output)
  }

  @Test func theOptionsOfAGapReportHold() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let patch = try binary.file("patch.json", Self.amendment)
    let part = try run(binary, [patch], "--scope", "9(2)", "--format", "json", "--fail-above", "100").json()
    #expect(try changes(part).keys.sorted() == ["eu-ai-act/9(2)(b)", "eu-ai-act/9(2)(e)"])
    let trusted = try run(binary, [patch], "--minimum-confidence", "0.9", "--format", "json").json()
    #expect(
      try changes(trusted) == ["eu-ai-act/9(2)(e)": "none unknown", "eu-ai-act/4a(1)(d)": "unknown none"])
    #expect(try run(binary, [patch], "--fail-above", "0").status == 2)
  }

  @Test(arguments: [
    (
      "a.csv", "change,source,target,relationship\nremove,nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(4),",
      ":2:8: error: there is no claim between nist-ai-rmf-1.0/MAP 5.1 and eu-ai-act/9(4)"
    ),
    (
      "b.csv",
      "change,source,target,relationship,author\nremove,nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(2)(b),,Nobody",
      ":2:8: error: there is no claim between nist-ai-rmf-1.0/MAP 5.1 and eu-ai-act/9(2)(b) by Nobody"
    ),
    (
      "c.csv", "change,source,target,relationship\nforget,nist-ai-rmf-1.0/MAP 5.1,eu-ai-act/9(4),",
      ":2:1: error: \"forget\" is no change (allowed: add, remove, replace)"
    ),
    (
      "d.json", "{\"schema\":\"crosswalk-patch/1\",\"framework\":\"eu-ai-act\",\n\"remove\":[\"9(2)(z)\"]}",
      ":2:11: error: eu-ai-act@2026-07-27 has no \"9(2)(z)\""
    ),
    (
      "e.json", "{\"schema\":\"crosswalk-patch/1\",\"framework\":\"eu-ai-act\",\n\"delete\":[]}",
      ":2:1: error: \"delete\" is not known here"
    ),
    (
      "f.json",
      "{\"schema\":\"crosswalk-patch/1\",\n\"framework\":\"eu-ai-act\",\"revision\":\"2024-07-12\"}",
      ":2:1: error: the amendment is one of revision 2024-07-12"
    ),
    (
      "g.json", "{\"schema\":\"crosswalk-patch/1\",\n\"framework\":\"eu-ai-akt\",\"remove\":[\"9\"]}",
      ":2:1: error: there is no framework \"eu-ai-akt\" to amend (did you mean eu-ai-act?)"
    ),
  ])
  func whatDoesNotFitIsNamedWithItsPlace(name: String, content: String, message: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let result = try run(binary, [try binary.file(name, content)])
    #expect(result.status == 65)
    #expect(result.errors.contains(name + message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func anImportForgetsNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let header = Self.claims.split(separator: "\n")[0]
    let cells = String(repeating: ",", count: header.filter { $0 == "," }.count - 1)
    let removal = try binary.file(
      "removal.csv",
      "change,\(header)\nremove,nist-ai-rmf-1.0/MEASURE 2.11,eu-ai-act/4a(1)\(cells)\n")
    let refused = try binary.run("import", removal)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("removal.csv:2:1: error: a store forgets no claim"), "\(refused.errors)")
    let patch = try binary.run("import", try binary.file("patch.json", Self.amendment))
    #expect(patch.status == 65)
    #expect(patch.errors.contains("crosswalk whatif --patch takes it"), "\(patch.errors)")
  }
}
