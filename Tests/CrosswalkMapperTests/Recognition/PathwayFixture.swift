import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkMapper

/// A pathway between two invented sides, and systems and claims to ask about; no such agreement exists.
struct PathwayFixture {
  /// Members of the legal basis from `a` to `b`.
  var basis = #""status":"none""#
  /// The state of the contents on the side of the work.
  var contents = "none"
  /// The scope of the designated body, where it has one.
  var bodyCovers = ""
  /// The claims between `src` and `law`.
  var claims: [(source: String, relations: RelationshipSet, target: String, reviewed: Bool)] = []
  var day = "2026-11-01"
  var direction = "a-to-b"

  /// A legal basis in force that covers point 1 and makes everything acceptable; invented.
  static func inForce(
    covers: String = #"[{"annex-iii":["1"]}]"#, artefacts: String = #"["certificate","test-report"]"#,
    until: String? = nil
  ) -> String {
    #""status":"in-force","instrument":"Invented agreement","from":"2026-01-01","covers":\#(covers),"artefacts":\#(artefacts)"#
      + (until.map { #","until":"\#($0)""# } ?? "")
  }

  static let lawOutline = """
    1 [control]
      1(a) [duty]
      1(b) [duty]
    2 [control]
      2(a) [duty]
    3 [control]
      3(a) [duty]
    """

  func report(_ facts: [String: [String]]) throws -> RecognitionReport {
    var graph = TestGraph()
    try graph.add("src", "S [control]\nR [control]")
    try graph.add("law", Self.lawOutline)
    for claim in claims {
      try graph.claim(claim.source, claim.relations, claim.target, reviewed: claim.reviewed)
    }
    let gap = try graph.report { $0.asOf = CalendarDate(day) ?? .firstOfEpoch }
    let pathway = try pathway()
    let asked = try #require(pathway.directions.first { $0.id == direction })
    let law = try #require(graph.graph.catalog(gap.target.id.framework))
    return RecognitionAnalysis(pathway, direction: asked)
      .report(system: try Self.system(facts), gap: gap, target: law)
  }

  static func system(_ facts: [String: [String]]) throws -> SystemDescription {
    let answers = facts.mapValues { SystemDescription.Answer(is: $0, from: "invented") }
    let head = """
      {"schema":"crosswalk-system/1","name":"Invented","provider":{"name":"Nobody"},
       "intendedPurpose":{"text":"none","from":"invented"},"facts":{}}
      """
    var system = try JSONDecoder().decode(SystemDescription.self, from: Data(head.utf8))
    system.facts = answers
    return system
  }

  /// Facts that lead to the procedure with a third party.
  static let thirdParty = [
    "defence-use": ["none"], "research-only": ["no"], "prohibited-practice": ["no"], "annex-iii": ["1"],
    "user": ["other"], "annex-xiv": ["AIB 0201"],
  ]

  func pathway() throws -> RecognitionPathway {
    try JSONDecoder().decode(RecognitionPathway.self, from: Data(text.utf8))
  }

  private var text: String {
    let questions = SystemFact.allCases.map {
      #"{"fact":"\#($0.rawValue)","asks":"\#($0.rawValue)?","provision":"p"}"#
    }
    let parts = AnnexContent.Name.allCases.map { name in
      let covers = name == .assessmentBodies && !bodyCovers.isEmpty ? #","covers":\#(bodyCovers)"# : ""
      return """
        {"name":"\(name.rawValue)","title":"t","parts":{"a":{"state":"\(contents)","says":"says a","source":"s"\(covers)},
         "b":{"state":"exists","says":"says b","source":"s"}}}
        """
    }
    return """
      {"schema":"crosswalk-pathway/1","name":"invented","title":"Invented","status":"draft","asOf":"2026-01-01",
       "notice":"Invented: no such agreement exists.","parties":[{"id":"a","name":"A"},{"id":"b","name":"B"}],
       "questions":[\(questions.joined(separator: ","))],"conditions":\(Self.conditions),
       "contents":[\(parts.joined(separator: ","))],"terms":[],
       "directions":[
        {"id":"a-to-b","work":"a","market":"b","frameworks":["law"],
         "legalBasis":{\(basis),"asOf":"2026-01-01","source":"s","says":"says"},
         "gate":\(Self.gate),"procedures":\(Self.procedures)},
        {"id":"b-to-a","work":"b","market":"a","frameworks":["law"],
         "legalBasis":{"status":"under-negotiation","asOf":"2026-01-01","source":"s","says":"says"},
         "gate":\(Self.gate),"procedures":\(Self.procedures)}]}
      """
  }

  private static let conditions = """
    [{"id":"agreement","kind":"legal-basis","says":"agreement","provision":"p"},
     {"id":"scope","kind":"product-scope","says":"scope","provision":"p"},
     {"id":"certificate","kind":"artefact","artefact":"certificate","says":"certificate","provision":"p"},
     {"id":"test-report","kind":"artefact","artefact":"test-report","says":"report","provision":"p"},
     {"id":"authority","kind":"content","content":"designating-authorities","side":"work","says":"a","provision":"p"},
     {"id":"body","kind":"content","content":"conformity-assessment-bodies","side":"work","says":"b","provision":"p"},
     {"id":"subject","kind":"subject-matter","says":"subject","provision":"p"}]
    """

  private static let gate = """
    [{"id":"scope","title":"Scope?","rules":[
       {"when":[{"defence-use":["exclusive"]}],"then":"out-of-scope","provision":"2(3)","says":"exclusive"},
       {"when":[{"research-only":["yes"]}],"then":"out-of-scope","provision":"2(6)","says":"research"},
       {"when":[],"then":"continue","provision":"2(1)","says":"in"}]},
     {"id":"prohibition","title":"Prohibited?","rules":[
       {"when":[{"prohibited-practice":["yes"]}],"then":"prohibited","provision":"5","says":"prohibited"},
       {"when":[],"then":"continue","provision":"5","says":"not"}]},
     {"id":"class","title":"Class?","rules":[
       {"when":[{"annex-iii":["none"]}],"then":"out-of-scope","provision":"6","says":"not high-risk"},
       {"when":[],"then":"class","name":"annex-iii","provision":"6(2)","says":"high-risk"}]},
     {"id":"procedure","title":"Procedure?","rules":[
       {"when":[{"class":["annex-iii"],"annex-iii":["1"],"user":["law-enforcement"]}],"then":"procedure",
        "name":"authority","provision":"43(1)","says":"authority"},
       {"when":[{"annex-iii":["1"]}],"then":"procedure","name":"body","provision":"43(1)","says":"body"},
       {"when":[],"then":"procedure","name":"internal","provision":"43(2)","says":"internal control"}]}]
    """

  private static let procedures = """
    [{"id":"internal","title":"Internal","provision":"VI","steps":[
       {"id":"own","title":"Own","by":"provider","who":"provider","provision":"VI","says":"s","examines":["1","2"]}]},
     {"id":"authority","title":"Authority","provision":"43","steps":[
       {"id":"auth","title":"Auth","by":"authority","who":"authority","provision":"43","says":"s","examines":["1","2"]}]},
     {"id":"body","title":"Body","provision":"VII","steps":[
       {"id":"papers","title":"Papers","by":"third-party","who":"body","provision":"VII","says":"s","examines":["1","9"],
        "ways":[
         {"artefact":"certificate","needs":["agreement","scope","certificate","authority","body"]},
         {"artefact":"test-report","needs":["agreement","scope","test-report","subject"],
          "evidence":[{"for":["1(b)"],"says":"named evidence"}]}]},
       {"id":"tests","title":"Tests","by":"third-party","who":"body","provision":"VII","says":"s","examines":["1(b)"],
        "ways":[{"artefact":"test-report","needs":["agreement","scope","test-report","subject"]}]}]}]
    """
}

extension RecognitionReport {
  /// Requirement by local name.
  func requirement(_ local: String) throws -> Requirement {
    try #require(requirements.first { $0.finding.target.local == local })
  }

  var states: Set<State> { Set(requirements.map(\.state)) }
}
