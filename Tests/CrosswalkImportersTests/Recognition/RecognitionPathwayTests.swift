import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// The pathway that ships, and faults put into it.
@Suite struct RecognitionPathwayTests {
  private static let path = "\(TableFixtures.root)/Crosswalks/Pathways/us-eu-ai.json"

  private static func shipped() throws -> String {
    String(decoding: try SourceFile(path: path).bytes(), as: UTF8.self)
  }

  private static func pathway() throws -> RecognitionPathway {
    try RecognitionPathway(SourceFile(path: path))
  }

  @Test func declaresNoLegalBasisInEitherDirection() throws {
    let pathway = try Self.pathway()
    #expect(pathway.directions.map(\.id) == ["us-to-eu", "eu-to-us"])
    #expect(pathway.directions.allSatisfy { $0.legalBasis.status == .none && !$0.legalBasis.source.isEmpty })
    #expect(pathway.status == .draft && pathway.notice.hasPrefix("No legal basis"))
    #expect(pathway.contents.allSatisfy { $0.parts.values.allSatisfy { $0.state != .settled } })
    let designating = try #require(pathway.contents.first { $0.name == .designatingAuthorities })
    #expect(designating.parts["us"]?.state == AnnexContent.State.none)
  }

  @Test func everyRequirementThatItNamesIsInTheBundledFrameworks() throws {
    let catalogs = try ["eu-ai-act@2026-07-27", "nist-ai-rmf-1.0"].map { try BundledContentTests.bundled($0) }
    for direction in try Self.pathway().directions {
      for framework in direction.frameworks {
        let catalog = try #require(catalogs.first { $0.framework == framework })
        let known = Set(catalog.nodes.map(\.local))
        for step in direction.procedures.flatMap(\.steps) {
          #expect(!step.examines.isEmpty)
          let evidence = (step.ways ?? []).flatMap { $0.evidence ?? [] }.flatMap(\.for)
          for name in step.examines + evidence { #expect(known.contains(name), "\(step.id): \(name)") }
        }
      }
    }
  }

  @Test func everyQuestionIsAskedByARuleAndEveryConditionNeededByAWay() throws {
    let pathway = try Self.pathway()
    let rules = pathway.directions.flatMap { $0.gate.flatMap(\.rules) }
    var asked = Set(rules.flatMap { $0.when.alternatives.flatMap(\.keys) })
    // The codes matter to the scope of a designated body, which no side has yet.
    asked.insert(SystemFact.annexXIV.rawValue)
    #expect(Set(pathway.questions.map(\.fact.rawValue)).subtracting(asked).isEmpty)
    let ways = pathway.directions.flatMap { $0.procedures.flatMap(\.steps).flatMap { $0.ways ?? [] } }
    #expect(Set(pathway.conditions.map(\.id)) == Set(ways.flatMap(\.needs)))
    #expect(
      Set(rules.compactMap(\.name)).isSuperset(of: ["annex-iii", "annex-i"]), "the route ids of applicability"
    )
  }

  @Test func saysNowhereThatADutyIsMet() throws {
    let verdicts: Set<String> = [
      "comply", "complies", "complied", "compliant", "compliance", "satisfies", "satisfied", "approved",
      "approval",
    ]
    let words = Set(try Self.shipped().lowercased().split { !$0.isLetter }.map(String.init))
    #expect(words.isDisjoint(with: verdicts))
  }

  @Test(arguments: [
    (#""schema": "crosswalk-pathway/1""#, #""schema": "crosswalk-pathway/2""#, "\"schema\" must be"),
    (#""then": "prohibited""#, #""then": "forbidden""#, "has a value that is not allowed"),
    (
      #"[{"defence-use": ["exclusive"]}]"#, #"[{"defence-use": ["exclusively"]}]"#,
      "\"exclusively\" is no answer to"
    ),
    (
      #"[{"defence-use": ["exclusive"]}]"#, #"[{"defense-use": ["exclusive"]}]"#,
      "is no fact, and no stage before"
    ),
    (#"[{"defence-use": ["exclusive"]}]"#, "[]", "the last rule of a stage holds always, and no other"),
    (#""name": "annex-i""#, #""names": "annex-i""#, "is not known here"),
    (#""name": "product-internal""#, #""name": "product-external""#, "there is no procedure"),
    (#""id": "operator""#, #""id": "scope""#, "\"scope\" stands twice"),
    (#""id": "operator""#, #""id": "role""#, "a stage is called like the fact \"role\""),
    (#""name": "joint-committee""#, #""name": "transition""#, "the contents of an annex are"),
    (#""work": "us""#, #""work": "eu""#, "\"work\" and \"market\" are the two parties"),
    (#""status": "none""#, #""status": "in-force""#, "a legal basis in force says"),
    (#""asOf": "2026-11-01""#, #""asOf": "November""#, "has a value that is not allowed"),
    (#""by": "third-party""#, #""by": "provider""#, "\"ways\" belong to a step of a third party"),
    (#"["agreement", "scope", "#, #"["scope", "#, "every way needs a condition of the kind \"legal-basis\""),
    (
      #"["agreement", "scope", "#, #"["agreement", "#,
      "every way needs a condition of the kind \"product-scope\""
    ),
    (#""certificate-accepted", "#, "", "the way needs the condition on its artefact"),
    (#""certificate-accepted", "#, #""certificate", "#, "there is no condition \"certificate\""),
  ])
  func refusesAFaultWithItsPlace(old: String, new: String, message: String) throws {
    var text = try Self.shipped()
    let range = try #require(text.firstRange(of: old), "\(old) is not in the file")
    text.replaceSubrange(range, with: new)
    let error = try #require(throws: ImportError.self) {
      try RecognitionPathway(SourceFile(name: "p.json", bytes: Array(text.utf8)))
    }
    #expect(error.diagnostic.message.contains(message), "\(error.diagnostic.message)")
    #expect(error.location.line > 0 && error.exitStatus == .data)
  }
}
