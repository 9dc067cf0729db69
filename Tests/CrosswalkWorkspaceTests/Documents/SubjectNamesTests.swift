import CrosswalkModel
import CrosswalkWorkspace
import Testing

/// What the names of a subject file mean, and that none of them is lost.
@Suite struct SubjectNamesTests {
  private func error(_ fixture: DocumentFixture, _ members: String) throws -> DocumentError {
    let subject = try fixture.subject(members)
    return try #require(throws: DocumentError.self) { try fixture.fields(subject: subject) }
  }

  @Test func twoAnswersAboutOneRequirementAreRefusedHoweverTheyAreSpelled() throws {
    let fixture = try DocumentFixture()
    let error = try error(
      fixture,
      #""answers":[{"about":"eu-ai-act/annex-iv/1(a)","text":"first"},"#
        + "\n" + #"{"about":"eu-ai-act/ANNEX-IV/1 (a)","text":"second"}]"#)
    guard case .repeatedAnswer("eu-ai-act/ANNEX-IV/1 (a)", let place) = error else {
      return #expect(Bool(false), "\(error)")
    }
    #expect(place.line == 2 && error.exitStatus == .data)
  }

  @Test(arguments: [
    #""answers":[{"about":"eu-ai-act@2024-07-12/annex-iv/1(a)","text":"old"}]"#,
    #""evidence":[{"id":"e","title":"t","kind":"log","path":"report.csv","supports":["eu-ai-act@2024-07-12/10(5)"]}]"#,
  ])
  func aNameOfAnotherRevisionIsNoNameOfThisOne(members: String) throws {
    let error = try error(try DocumentFixture(), members)
    guard case .otherRevision(_, let revision, _) = error else { return #expect(Bool(false), "\(error)") }
    #expect(revision.description == "eu-ai-act@2026-07-27" && error.exitStatus == .data)
  }

  @Test func theRevisionOfTheDocumentCanBeNamed() throws {
    let fixture = try DocumentFixture()
    let subject = try fixture.subject(
      #""answers":[{"about":"eu-ai-act@2026-07-27/annex-iv/1(b)","text":"This text."}]"#)
    #expect(
      try fixture.fields(subject: subject).record.requirement("1(b)")?.text("answer") == "This text.")
  }

  @Test(arguments: [("fixture#frist", "fixture"), ("interoperability-plan#systems", "interoperability-plan")])
  func aSectionThatItsTemplateDoesNotHaveIsRefused(about: String, template: String) throws {
    let error = try error(try DocumentFixture(), #""answers":[{"about":"\#(about)","text":"lost"}]"#)
    guard case .unknownSection(_, template, let closest, _) = error else {
      return #expect(Bool(false), "\(error)")
    }
    #expect(closest.count == 1 && error.exitStatus == .data)
  }

  @Test func anAnswerAboutATemplateThatNobodyKnowsHereIsSaid() throws {
    let fixture = try DocumentFixture()
    let subject = try fixture.subject(
      #""answers":[{"about":"our-plan#a","text":"x"},{"about":"our-plan#b","text":"x"}]"#)
    let notes = try fixture.fields(subject: subject).warnings.filter { $0.severity == .note }
    #expect(notes.map(\.code) == ["template-unknown"])
  }

  @Test func answersUnderTheNameOfATemplateThatShowsOtherSectionsAreShared() throws {
    let fixture = try DocumentFixture()
    let members = #""answers":[{"about":"evaluator-sheet#system","text":"Shared."}]"#
    let subject = try fixture.subject(members)
    let session = DocumentSession(
      fixture.workspace, subject: subject, asOf: try #require(CalendarDate("2026-11-23")))
    for template in ["interoperability-plan", "evaluator-sheet"] {
      let source = try session.template(template, language: "en")
      let record = try session.fields(DocumentRequest(template: source), roots: ["sections"]).record
      #expect(record.text("sections.system.answer") == "Shared.", "\(template)")
    }
    let both = members.dropLast() + #",{"about":"interoperability-plan#system","text":"Again."}]"#
    guard case .repeatedAnswer = try error(fixture, String(both)) else {
      return #expect(Bool(false), "both were taken")
    }
  }

  @Test func aPositionOnASharedSectionIsOneOnTheTemplateThatHoldsIt() throws {
    let fixture = try DocumentFixture()
    try fixture.record(.eu, "evaluator-sheet#system", .agreed)
    let index = try fixture.workspace.positions(asOf: try #require(CalendarDate("2026-11-23")))
    let about = BilateralPosition.About.section(template: "interoperability-plan", section: "system")
    #expect(index.position(of: .eu, on: about)?.stance == .agreed)
  }

  /// What a document calls missing, and what the check misses, is the same.
  @Test(arguments: [
    ("annex-iv/2", "test-report", ["annex-iv/1(a)", "annex-iv/9"]),
    ("annex-iv/2(g)", "test-report", ["annex-iv/1(a)", "annex-iv/9"]),
    ("annex-iv/2(f)", "test-report", ["annex-iv/1(a)", "annex-iv/2(g)", "annex-iv/9"]),
    ("annex-iv/2(g)", "plan", ["annex-iv/1(a)", "annex-iv/2(g)", "annex-iv/9"]),
    ("annex-iv", "certificate", ["annex-iv/2(g)", "annex-iv/9"]),
  ])
  func requiredEvidenceIsJudgedByOneRule(supported: String, kind: String, missing: [String]) throws {
    let fixture = try DocumentFixture()
    let subject = try fixture.subject(
      #""evidence":[{"id":"e","title":"t","kind":"\#(kind)","path":"report.csv","supports":["eu-ai-act/\#(supported)"]}]"#
    )
    let fields = try fixture.fields(subject: subject)
    #expect(fields.missing.compactMap(\.control).sorted() == missing)
    let shown = ["1(a)", "2(g)", "9"].filter {
      fields.record.requirement($0)?.flag("hasMissingEvidence") == true
    }
    #expect(shown.map { "annex-iv/\($0)" } == missing)
  }

  @Test func evidenceForAPartCountsForAPointAndItsAbsenceIsSaidOfEveryPart() throws {
    let fixture = try DocumentFixture()
    let manifest = DocumentFixture.manifest.replacing(
      #"{"about":"annex-iv/1(a)","kinds":["certificate"]}"#,
      with: #"{"about":"13(3)","kinds":["instructions"]}"#)
    func fields(_ supported: String) throws -> DocumentFields {
      let subject = try fixture.subject(
        #""evidence":[{"id":"e","title":"t","kind":"instructions","path":"report.csv","supports":["eu-ai-act/\#(supported)"]}]"#
      )
      return try fixture.fields(subject: subject, manifest: manifest)
    }
    #expect(try fields("13(3)(b)").missing.contains { $0.control == "13(3)" } == false)
    let without = try fields("14(4)")
    #expect(without.missing.contains { $0.control == "13(3)" })
    #expect(without.record.requirement("13(3)(a)")?.flag("hasMissingEvidence") == true)
  }
}
