import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import CrosswalkWorkspace
import Foundation
import Testing

/// What a joint document shows, field by field.
@Suite struct DocumentFieldsTests {
  @Test func requirementsFollowTheDocumentInGroupsAndParts() throws {
    let record = try DocumentFixture().fields().record
    let groups = record.list("requirements")
    let numbers = groups.map { $0.text("number") ?? "" }
    #expect(numbers.prefix(9) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(
      numbers.dropFirst(9).prefix(6) == [
        "13(3)(a)", "13(3)(b)", "13(3)(c)", "13(3)(d)", "13(3)(e)", "13(3)(f)",
      ])
    #expect(numbers.last == "72(3)")
    #expect(groups[0].list("parts").compactMap { $0.text("number") } == "abcdefgh".map { "1(\($0))" })
    #expect(groups[3].list("parts").compactMap { $0.text("ref") } == ["eu-ai-act/annex-iv/4"])
    #expect(groups[10].list("parts").first?.text("number") == "13(3)(b)(i)")
    #expect(groups[1].text("answer") == "All of point 2." && groups[1].flag("answered") == true)
  }

  @Test func aRequirementShowsAnswerEvidenceAndWhatIsMissing() throws {
    let record = try DocumentFixture().fields().record
    let tested = try #require(record.requirement("2(g)"))
    #expect(tested.text("answer") == "Tested." && tested.text("simplifiedAnswer") == "Tested.")
    #expect(
      tested.text("stateToken") == "partial"
        && tested.text("open")?.hasPrefix("Groups are not tested.") == true)
    #expect(
      tested.list("evidence").map { $0.text("id") } == ["report"]
        && tested.flag("hasMissingEvidence") == false)
    let named = try #require(record.requirement("1(a)"))
    #expect(named.text("stateToken") == "partial" && named.text("simplifiedAnswer") == "X.")
    #expect(named.list("missingEvidence").map { $0.text("kind") } == ["certificate"])
    #expect(named.text("stateReason") == "answered; evidence: report; no evidence of this kind: certificate")
    let silent = try #require(record.requirement("1(b)"))
    #expect(silent.text("stateToken") == "missing" && silent.flag("answered") == false)
    #expect(silent.text("stateReason") == "no answer")
    let plan = try #require(record.requirement("72(3)"))
    #expect(plan.text("stateReason") == "no answer; evidence: changed; evidence missing or changed: changed")
    #expect(record.requirement("9")?.list("missingEvidence").map { $0.text("kind") } == ["plan or policy"])
  }

  @Test func theVerdictAndTheLinksAreThoseOfTheGapReport() throws {
    let fixture = try DocumentFixture()
    let record = try fixture.fields().record
    let day = try #require(CalendarDate("2026-11-23"))
    var request = GapRequest(
      from: try #require(Reference("nist-ai-rmf-1.0")), to: try #require(Reference("eu-ai-act")), asOf: day)
    request.route = "annex-iii"
    let report = try fixture.workspace.gap(request)
    for finding in report.findings where finding.target.local.hasPrefix("annex-iv/") {
      let part = try #require(record.requirement(String(finding.target.local.dropFirst(9))))
      #expect(part.text("verdictToken") == finding.verdict.rawValue)
      #expect(
        part.list("linked").map { $0.text("source") }
          == finding.by.map {
            $0.source.isEmpty ? "nist-ai-rmf-1.0" : $0.source.map(\.description).joined(separator: " | ")
          })
      #expect(part.list("linked").map { $0.text("note") } == finding.by.map { $0.note ?? "" })
      #expect(part.list("linked").allSatisfy { $0.text("state") == "draft, not reviewed" })
    }
    #expect(record.text("gap.statements") == String(report.summary.statements))
    #expect(
      record.text("document.draftText")?.hasPrefix("0 of \(report.basis.claims) claims reviewed") == true)
    #expect(record.flag("document.draft") == true)
    let cybersecurity = try #require(record.requirement("15(5)/1"))
    #expect(cybersecurity.flag("hasAlternatives") == true)
  }

  @Test func bothSidesAreShownAndSilenceIsNotYet() throws {
    let fixture = try DocumentFixture()
    try fixture.record(.eu, "eu-ai-act/annex-iv/4", .reservation, "Metrics are missing.")
    try fixture.record(.us, "eu-ai-act/annex-iv/4", .agreed)
    let record = try fixture.fields("de").record
    let point = try #require(record.requirement("4"))
    #expect(
      point.text("positions.us.stanceToken") == "agreed" && point.flag("positions.us.hasReason") == false)
    #expect(
      point.text("positions.eu.stance") == "Vorbehalt"
        && point.text("positions.eu.reason") == "Metrics are missing.")
    let other = try #require(record.requirement("5"))
    #expect(other.text("positions.eu.stance") == "noch nicht" && other.text("positions.eu.author") == "")
    #expect(record.list("positions").map { $0.text("side") } == ["Vereinigte Staaten", "Europäische Union"])
    #expect(record.list("positions").first?.text("title") == "Appropriateness of performance metrics")
  }

  @Test func sectionsAreCompletePartialOrMissingFromWhatIsThere() throws {
    let record = try DocumentFixture().fields().record
    #expect(
      record.text("sections.first.stateToken") == "partial" && record.text("sections.first.number") == "1")
    #expect(
      record.list("sections.first.missing").map { $0.text("field") } == ["details.absent", "certificate"])
    #expect(record.list("sections.first.missing").first?.text("meaning") == "What nobody gives.")
    #expect(
      record.text("sections.first.stateReason")
        == "2 of 3 fields given; answered; evidence: report; no evidence of this kind: certificate; something stays open"
    )
    #expect(record.text("sections.second.stateToken") == "missing")
    #expect(record.list("sectionList").map { $0.text("title") } == ["First", "Second"])
  }

  @Test func warningsNameEvidenceFrameworksAndRequirementsThatAreNotThere() throws {
    let fixture = try DocumentFixture()
    let fields = try fixture.fields()
    #expect(
      fields.warnings.map(\.code) == [
        "evidence-changed", "evidence-missing", "framework-absent", "requirement-absent",
      ])
    #expect(fields.warnings.allSatisfy { $0.severity == .warning && $0.hint != nil })
    #expect(fields.warnings.first?.line.hasPrefix(try fixture.subject()) == true)
    #expect(
      fields.warnings.first?.line.contains("warning: evidence changed changed: changed.txt has the digest ")
        == true)
    guard case .list(let texts)? = fields.record["warnings"] else { return #expect(Bool(false)) }
    #expect(texts.count == 4 && texts[1] == .text("Evidence “Log” (gone.txt) is missing: no such file."))
    #expect(fields.record.list("evidenceProblems").map { $0.text("id") } == ["changed", "gone"])
    #expect(fields.record.list("frameworks").map { $0.text("id") } == ["eu-ai-act", "nist-ai-rmf-1.0"])
  }

  @Test func whatTheTemplateRequiresAndNobodyGivesIsNamed() throws {
    let missing = try DocumentFixture().fields().missing
    #expect(
      missing.map(\.code) == [
        "required-field-missing", "required-evidence-missing", "required-evidence-missing",
      ])
    #expect(missing.map { $0.control ?? "" } == ["", "annex-iv/9", "annex-iv/1(a)"])
    #expect(missing.first?.message == "details.absent is not given: What nobody gives.")
  }

  @Test func detailsAreThoseThatTheTemplateDeclares() throws {
    let record = try DocumentFixture().fields().record
    #expect(record.text("details.place") == "Here" && record.text("details.count") == "3")
    #expect(record.flag("details.done") == true && record.flag("details.hasSteps") == true)
    #expect(record.text("details.steps.0.owner") == "O" && record.text("details.steps.0.due") == "")
    #expect(record.value("details.words") == .list([.text("a"), .text("b")]))
    #expect(record.text("details.box.inside") == "i" && record.value("details.unused") == nil)
    #expect(record.text("details.absent") == "")
  }

  @Test func aDetailOfAnotherSortIsRefusedAtItsPlace() throws {
    let fixture = try DocumentFixture()
    let subject = try fixture.subject("\n\"details\":{\"steps\":[{\"title\":[\"x\"]}]}")
    let error = try #require(throws: DocumentError.self) { try fixture.fields(subject: subject) }
    #expect(
      error
        == .wrongDetail(
          "details.steps.0.title", expected: .text, found: "a list",
          at: SourceLocation(file: subject, line: 2, column: 22)))
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: [
    ("\n\"answers\":[{\"about\":\"eu-ai-act/annex-iv/2(z)\"}]", "annex-iv/2(z)", 13),
    (
      "\n\"evidence\":[{\"id\":\"e\",\"title\":\"t\",\"kind\":\"log\",\"path\":\"p\",\"supports\":[\"nist-ai-rmf-1.0/MAP 9.9\"]}]",
      "MAP 9.9", 71
    ),
  ])
  func aNameThatItsFrameworkLacksIsRefusedAtItsPlace(members: String, name: String, column: Int) throws {
    let fixture = try DocumentFixture()
    let subject = try fixture.subject(members)
    let error = try #require(throws: DocumentError.self) { try fixture.fields(subject: subject) }
    guard case .unknownControl(let found, _, let closest, let location) = error else {
      return #expect(Bool(false), "\(error)")
    }
    #expect(found == name && !closest.isEmpty)
    #expect(location == SourceLocation(file: subject, line: 2, column: column))
  }

  @Test func theScopeComesFromTheGateAndSaysWhatIsOpen() throws {
    let known = try DocumentFixture().fields().record
    #expect(known.flag("scope.known") == true && known.flag("scope.hasOpen") == false)
    #expect(
      known.text("scope.outcome") == "within the scope"
        && known.text("scope.class")?.hasPrefix("High-risk system of Annex III") == true)
    #expect(known.text("recognition.status") == "no legal basis, as of 2026-11-01")
    #expect(known.flag("recognition.hasLegalBasis") == false)
    let unknown = try DocumentFixture(system: nil).fields().record
    #expect(
      unknown.text("scope.outcome") == "not decided: facts are missing"
        && unknown.flag("scope.hasOpen") == true)
    #expect(unknown.entry("system.facts", "id", "user")?.text("answer") == "unknown")
  }

  @Test func aStatementSaysInWhichLanguageItIs() throws {
    let record = try DocumentFixture().fields("fr").record
    let point = try #require(record.requirement("4"))
    #expect(
      point.text("asksNote")
        == "résumé de ce projet, et non le texte officiel\u{A0}; en anglais\u{A0}: le texte n’a pas été importé dans la langue de ce document"
    )
    #expect(record.text("document.dateText") == "23 novembre 2026")
    #expect(record.list("frameworks").first?.text("languageNote")?.hasPrefix("en anglais") == true)
    #expect(
      try DocumentFixture().fields().record.requirement("4")?.text("asksNote")
        == "this project’s summary, not the official text")
  }

  @Test func evidenceShowsWhatItSupportsOnBothSidesAndWhatIsMissing() throws {
    let report = try #require(try DocumentFixture().fields().record.entry("evidence", "id", "report"))
    let supports = report.list("supports")
    #expect(
      supports.prefix(2).map { $0.text("ref") } == ["nist-ai-rmf-1.0/MEASURE 2.3", "eu-ai-act/annex-iv/2(g)"])
    #expect(supports.prefix(2).map { $0.text("side") } == ["US", "EU"])
    #expect(supports.prefix(2).allSatisfy { $0.flag("direct") == true })
    let reached = supports.dropFirst(2)
    #expect(Set(reached.map { $0.text("side") ?? "" }) == ["US", "EU"])
    for support in reached {
      #expect(support.flag("direct") == false && support.text("state") == "draft, not reviewed")
      let source = support.text("side") == "EU" ? "nist-ai-rmf-1.0/MEASURE 2.3" : "eu-ai-act/annex-iv/2(g)"
      #expect(
        support.text("via")?.hasPrefix("through \(source) (claim ") == true, "\(support.text("via") ?? "")")
    }
    #expect(reached.contains { $0.text("missing")?.isEmpty == false })
    #expect(!reached.contains { $0.text("ref") == "eu-ai-act/annex-iv/2(g)" }, "what is named needs no claim")
  }

  @Test func aFrameworkWithoutCounterpartStandsAsAWhole() throws {
    let record = try DocumentFixture().fields().record
    let link = try #require(record.requirement("1(c)")?.list("linked").first)
    #expect(link.text("label") == "nist-ai-rmf-1.0" && link.text("title") == "the whole framework")
    #expect(link.text("relation") == "no counterpart" && link.flag("weak") == false)
    #expect(record.requirement("1(c)")?.text("verdictToken") == "unknown", "a draft makes no gap")
  }

  @Test func theSimplifiedFormIsMarked() throws {
    let fixture = try DocumentFixture()
    #expect(try fixture.fields(variant: "simplified").record.flag("document.simplified") == true)
    #expect(try fixture.fields().record.flag("document.simplified") == false)
  }

  @Test func aDocumentWithoutASubjectShowsReportsOnly() throws {
    let fixture = try DocumentFixture()
    let session = DocumentSession(
      fixture.workspace, asOf: try #require(CalendarDate("2026-11-23")))
    let request = DocumentRequest(template: try fixture.template())
    let fields = try session.fields(request, roots: ["gap", "equivalence"])
    #expect(fields.record.text("gap.to.id") == "eu-ai-act" && fields.record["equivalence"] != nil)
    #expect(fields.record["scope"] == nil && fields.record["recognition"] == nil)
    #expect(fields.missing.isEmpty)
    for root in ["scope", "hasEvidence", "recognition", "sectionList"] {
      #expect(throws: WorkspaceError.subjectNeeded(template: "fixture"), "\(root)") {
        try session.fields(request, roots: ["gap", root])
      }
    }
  }

  @Test func theSameFilesGiveTheSameFields() throws {
    let fixture = try DocumentFixture()
    #expect(try fixture.fields().record == fixture.fields().record)
  }
}
