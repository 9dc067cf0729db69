import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// Descriptions of systems are read strictly, and every fault has its place.
@Suite struct SystemDescriptionTests {
  private static let head = #"{"schema":"crosswalk-system/1","name":"X","provider":{"name":"P"},"#
  private static let purpose = #""intendedPurpose":{"text":"t","from":"f"},"#

  @Test(arguments: [
    (#""facts":{"⟦here⟧defense-use":{"from":"f"}}}"#, "\"defense-use\" is no fact that is known here"),
    (
      #""facts":{"stage":{"is":["⟦here⟧soon"],"from":"f"}}}"#,
      "\"soon\" is no answer to \"stage\"; allowed: development"
    ),
    (#""facts":{"stage":{"⟦here⟧is":[],"from":"f"}}}"#, "an empty answer says nothing"),
    (
      #""facts":{"annex-iii":{"⟦here⟧is":["none","1"],"from":"f"}}}"#,
      "these answers to \"annex-iii\" exclude each other"
    ),
    (
      #""facts":{"exemption":{"⟦here⟧is":["claimed","not-claimed"],"from":"f"}}}"#,
      "these answers to \"exemption\" exclude each other"
    ),
    (#""facts":{"annex-iii":{"⟦here⟧is":["1","1"],"from":"f"}}}"#, "an answer stands twice"),
    (#""facts":{"stage":{"is":["placing"],"⟦here⟧from":""}}}"#, "an answer must say where it comes from"),
    (#""facts":{"⟦here⟧stage":{"is":["placing"]}}}"#, "\"facts.stage\" has no \"from\""),
    (#""facts":{"stage":{"⟦here⟧is":"placing","from":"f"}}}"#, "\"facts.stage.is\" must be a list"),
    (#""⟦here⟧colour":"red","facts":{}}"#, "\"colour\" is not known here"),
    (
      #""facts":{},"placedOn":{"⟦here⟧day":"2027-02-30","from":"f"}}"#,
      "\"placedOn.day\" has a value that is not allowed"
    ),
  ])
  func namesThePlaceOfWhatIsWrong(members: String, message: String) throws {
    let marked = MarkedSource(
      (Self.head + "\n" + Self.purpose + "\n" + members).replacing("\"⟦here⟧", with: "⟦here⟧\""),
      name: "s.json")
    let error = try #require(throws: ImportError.self) { try SystemDescription(marked.file) }
    guard case .malformedFile(let what) = error.reason else { return #expect(Bool(false), "\(error.reason)") }
    #expect(what.hasPrefix(message), "\(what)")
    #expect(error.location == marked["here"])
    #expect(error.exitStatus == .data)
  }

  @Test func aFactThatNobodyKnowsIsUnknownAndSaysWhy() throws {
    let text =
      Self.head + Self.purpose
      + #""facts":{"user":{"from":"asked on 1 November"},"role":{"is":null,"from":"x"}}}"#
    let system = try SystemDescription(SourceFile(name: "s.json", bytes: Array(text.utf8)))
    #expect(system.answers(.user) == nil && system.answers(.role) == nil && system.answers(.stage) == nil)
    #expect(system.facts["user"]?.from == "asked on 1 November")
  }

  @Test(arguments: ["border-screening-support", "gate-identification"])
  func theExamplesAreReadAndSayThatTheyAreInvented(name: String) throws {
    let system = try SystemDescription(
      SourceFile(path: "\(TableFixtures.root)/Crosswalks/Examples/\(name).json"))
    #expect(system.notice?.hasPrefix("Invented") == true)
    #expect(system.facts.values.allSatisfy { $0.from.contains("invented") })
  }

  /// The schema and the reader allow the same.
  @Test func theSchemaHasTheVocabularyOfTheReader() throws {
    let data = try Data(contentsOf: URL(filePath: "\(TableFixtures.root)/Schemas/system.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let facts = try #require((properties["facts"] as? [String: Any])?["properties"] as? [String: Any])
    #expect(Set(facts.keys) == Set(SystemFact.allCases.map(\.rawValue)))
    for fact in SystemFact.allCases {
      let described = try #require((facts[fact.rawValue] as? [String: Any])?["properties"] as? [String: Any])
      let list = try #require(described["is"] as? [String: Any])
      #expect((list["items"] as? [String: Any])?["enum"] as? [String] == fact.answers, "\(fact)")
      #expect((list["maxItems"] == nil) == fact.mayHaveSeveral, "\(fact)")
    }
  }
}
