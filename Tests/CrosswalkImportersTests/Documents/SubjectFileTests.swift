import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Foundation
import Testing

/// Subject files are read strictly, and every fault has its place.
@Suite struct SubjectFileTests {
  private static let head = #"{"schema":"crosswalk-subject/1","id":"x-1","#

  @Test(arguments: [
    (#""⟦here⟧colour":"red"}"#, "\"colour\" is not known here"),
    (#""provider":{"⟦here⟧name":""}}"#, "\"name\" must not be empty"),
    (#""⟦here⟧provider":{"country":"US"}}"#, "\"provider\" has no \"name\""),
    (#""deployers":[{"⟦here⟧name":""}]}"#, "\"name\" must not be empty"),
    (
      #""reviewers":[{"name":"A","⟦here⟧side":"uk"}]}"#,
      "\"reviewers[0].side\" has a value that is not allowed: \"uk\" is not one of us, eu"
    ),
    (
      #""answers":[{"⟦here⟧about":"annex-iv"}]}"#,
      "\"annex-iv\" names no requirement and no section"
    ),
    (#""answers":[{"⟦here⟧about":"our-plan#"}]}"#, "\"our-plan#\" names no requirement and no section"),
    (#""answers":[{"⟦here⟧about":"our-plan#a#b"}]}"#, "\"our-plan#a#b\" names no requirement and no section"),
    (
      #""answers":[{"⟦here⟧about":"our-plan#The cost"}]}"#,
      "\"our-plan#The cost\" names no requirement and no"
    ),
    (
      #""answers":[{"about":"a/1"},{"⟦here⟧about":"a/1"}]}"#, "two answers are about \"a/1\""
    ),
    (#""answers":[{"about":"a/1","evidence":["⟦here⟧e"]}]}"#, "there is no evidence \"e\""),
    (
      #""evidence":[{"⟦here⟧id":"No","title":"t","kind":"log","path":"p"}]}"#, "\"No\" is no short name"
    ),
    (
      #""evidence":[{"id":"e","title":"t","⟦here⟧kind":"memo","path":"p"}]}"#,
      "\"evidence[0].kind\" has a value that is not allowed: \"memo\" is not one of test-report"
    ),
    (
      #""evidence":[{"id":"e","title":"t","kind":"log","path":"p","⟦here⟧sha256":"12"}]}"#,
      "\"sha256\" must be 64 hexadecimal digits"
    ),
    (
      #""evidence":[{"id":"e","title":"t","kind":"log","path":"p","supports":["⟦here⟧eu-ai-act"]}]}"#,
      "\"eu-ai-act\" names no statement"
    ),
    (
      #""evidence":[{"id":"e","title":"t","kind":"log","path":"p"},{"⟦here⟧id":"e","title":"t","kind":"log","path":"p"}]}"#,
      "\"e\" stands twice"
    ),
    (#""details":{"⟦here⟧a":null}}"#, "\"details.a\" has a value that is not allowed: \"null\" says nothing"),
  ])
  func namesThePlaceOfWhatIsWrong(members: String, message: String) throws {
    let marked = MarkedSource(
      (Self.head + "\n" + members).replacing("\"⟦here⟧", with: "⟦here⟧\""), name: "s.json")
    let error = try #require(throws: ImportError.self) { try SubjectFile(marked.file) }
    guard case .malformedFile(let what) = error.reason else { return #expect(Bool(false), "\(error.reason)") }
    #expect(what.hasPrefix(message), "\(what)")
    #expect(error.location == marked["here"])
  }

  @Test func detailsAreAnyTreeAndKeepTheirPlaces() throws {
    let text =
      Self.head + "\n"
      + #""details":{"a":"t","b":[1,2.5,true,{"c":[]}],"d":{"e":"f"}}}"#
    let file = try SubjectFile(SourceFile(name: "folder/s.json", bytes: Array(text.utf8)))
    #expect(
      file.subject.details == [
        "a": .text("t"), "b": .list([.integer(1), .decimal(2.5), .flag(true), .record(["c": .list([])])]),
        "d": .record(["e": .text("f")]),
      ])
    #expect(file.folder == "folder/")
    #expect(
      file.location(of: ["details", "d", "e"]) == SourceLocation(file: "folder/s.json", line: 2, column: 51))
    #expect(file.location(of: ["details", "d", "absent"]).column == 46)
  }

  @Test func digestsTellWhatIsVerifiedChangedMissingAndUnpinned() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "subject-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("abc".utf8).write(to: folder.appending(path: "abc.txt"))
    // FIPS 180-2, appendix B.1.
    let digest = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
    func item(_ id: String, _ path: String, _ sha256: String?) -> String {
      #"{"id":"\#(id)","title":"t","kind":"log","path":"\#(path)""#
        + (sha256.map { #","sha256":"\#($0)""# } ?? "") + "}"
    }
    let items = [
      item("same", "abc.txt", digest), item("other", "abc.txt", String(repeating: "0", count: 64)),
      item("gone", "gone.txt", digest), item("free", "abc.txt", nil), item("folder", ".", digest),
    ]
    let path = folder.appending(path: "s.json")
    try Data((Self.head + #""evidence":[\#(items.joined(separator: ","))]}"#).utf8).write(to: path)
    let checks = try SubjectFile(SourceFile(path: path.path)).checkEvidence()
    #expect(
      checks.mapValues(\.state) == [
        "same": .verified, "other": .changed, "gone": .missing, "free": .unpinned, "folder": .missing,
      ])
    #expect(checks["other"]?.digest == digest.lowercased() && checks["gone"]?.digest == nil)
    #expect(checks["folder"]?.reason == "is a directory, not a file" && checks["gone"]?.reason == nil)
  }

  @Test func pathsThatLeadOutAreRefusedAtTheirPlace() throws {
    let evidence = MarkedSource(
      Self.head + "\n" + #""evidence":[{"id":"e","title":"t","kind":"log",⟦here⟧"path":"../x"}]}"#,
      name: "s.json")
    let fault = try #require(throws: ReadingError.self) { try SubjectFile(evidence.file).checkEvidence() }
    #expect(fault.reason == .leavesFolder("../x") && fault.location == evidence["here"])
    #expect(fault.exitStatus == .data)
    let system = MarkedSource(Self.head + "\n" + #"⟦here⟧"system":"/etc/passwd"}"#, name: "s.json")
    let error = try #require(throws: ImportError.self) { try SubjectFile(system.file).system() }
    #expect(error.location == system["here"] && error.exitStatus == .data)
  }

  private struct Schema: Decodable {
    struct List: Decodable {
      struct Items: Decodable { var properties: [String: Words]? }
      struct Words: Decodable { var `enum`: [String]? }
      var items: Items?

      /// The words that a member of each entry may be, in the order of the schema.
      func words(_ member: String) -> [String]? { items?.properties?[member]?.enum }
    }
    var properties: [String: List]
  }

  @Test func theSchemaHasTheVocabularyOfTheReader() throws {
    let data = try Data(contentsOf: URL(filePath: "\(TableFixtures.root)/Schemas/subject.schema.json"))
    let schema = try JSONDecoder().decode(Schema.self, from: data)
    #expect(schema.properties["evidence"]?.words("kind") == EvidenceKind.allCases.map(\.rawValue))
    #expect(schema.properties["reviewers"]?.words("side") == BilateralPosition.Side.allCases.map(\.rawValue))
  }

  @Test(arguments: [
    (
      #"{"id":"a","⟦here⟧us":{"term":"t"},"eu":{"term":"t","definition":"d"}}"#,
      "\"terms[0].us\" has no \"definition\""
    ),
    (
      #"{"id":"a","us":{"⟦here⟧term":"","definition":"d"},"eu":{"term":"t","definition":"d"}}"#,
      "\"term\" must not be empty"
    ),
  ])
  func glossariesAreReadStrictlyToo(term: String, message: String) throws {
    let marked = MarkedSource(
      #"{"schema":"crosswalk-glossary/1","terms":[\#(term)]}"#.replacing("\"⟦here⟧", with: "⟦here⟧\""),
      name: "g.json")
    let error = try #require(throws: ImportError.self) { try Glossary(marked.file) }
    guard case .malformedFile(let what) = error.reason else { return #expect(Bool(false), "\(error.reason)") }
    #expect(what.hasPrefix(message) && error.location == marked["here"], "\(what) \(error.location)")
  }
}
