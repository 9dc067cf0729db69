import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// Manifests and tables of labels are read strictly, and every fault has its place.
@Suite struct TemplateManifestTests {
  private static let head =
    #"{"schema":"crosswalk-template/1","name":"our-plan","title":"document-title","about":"a","basis":"b""#
  private static let labels: Set<String> = ["document-title", "heading-scope"]

  private static func catalog(_ manifest: TemplateManifest) -> FieldCatalog {
    FieldCatalog([
      FieldDescription(
        "provider", .record, "m", fields: [FieldDescription("name", .text, "m", example: "e")])
    ])
  }

  private static func manifest(_ text: String) throws -> TemplateManifest {
    try TemplateManifest(
      SourceFile(name: "template.json", bytes: Array(text.utf8)), labels: labels, catalog: catalog)
  }

  @Test func aManifestThatAsksForNothingIsRead() throws {
    let manifest = try Self.manifest(Self.head + "}")
    #expect(manifest.name == "our-plan")
    #expect(manifest.labels == ["document-title"])
  }

  @Test(arguments: [
    (#",⟦here⟧"colour":1}"#, "\"colour\" is not known here"),
    (#",⟦here⟧"requirements":["9"]}"#, "\"requirements\" need \"frameworks\""),
    (#","variants":[⟦here⟧"Simple"]}"#, "there is no variant \"Simple\"; known: simplified"),
    (#","variants":["simplified",⟦here⟧"short"]}"#, "there is no variant \"short\"; known: simplified"),
    (#","variants":["simplified",⟦here⟧"simplified"]}"#, "\"simplified\" stands twice"),
    (
      #","signOff":[{⟦here⟧"title":"heading-scop"}]}"#,
      "there is no label \"heading-scop\"; did you mean heading-scope?"
    ),
    (
      #","signOff":[{"title":"heading-scope",⟦here⟧"name":"provider.nam"}]}"#,
      "there is no field \"provider.nam\"; `crosswalk template fields` lists them"
    ),
    (
      #","signOff":[{"title":"heading-scope"},{⟦here⟧"title":"heading-scope"}]}"#,
      "\"heading-scope\" stands twice"
    ),
    (
      #","sections":[{⟦here⟧"id":"../scope","title":"heading-scope"}]}"#, "\"../scope\" is no name"
    ),
    (
      #","sections":[{"id":"scope","title":"heading-scope","needs":[⟦here⟧"a b"]}]}"#,
      "there is no field \"a b\""
    ),
    (
      #","sections":[{"id":"scope","title":"heading-scope","needs":["provider.name",⟦here⟧"provider."]}]}"#,
      "there is no field \"provider.\""
    ),
    (
      #","sections":[{"id":"scope","title":"heading-scope","evidence":[⟦here⟧"report"]}]}"#,
      "\"sections[0].evidence[0]\" has a value that is not allowed: \"report\" is not one of test-report"
    ),
    (
      #","frameworks":{"target":"eu-ai-act","sources":[⟦here⟧"eu-ai-act"]}}"#,
      "the target is compared with other frameworks"
    ),
    (
      #","fields":[{⟦here⟧"path":"milestones","kind":"list","meaning":"m"}]}"#,
      "\"milestones\" is no path below \"details\""
    ),
    (
      #","fields":[{"path":"details.a","kind":"text","meaning":"m"},{⟦here⟧"path":"details.a.b","kind":"text","meaning":"m"}]}"#,
      "\"details.a\" is no list or record"
    ),
    (#",⟦here⟧"evidence":[{"about":"9","kinds":["log"]}]}"#, "\"evidence\" needs \"frameworks\""),
  ])
  func whatIsWrongInAManifestHasAPlace(members: String, message: String) throws {
    let marked = MarkedSource(Self.head + members, name: "template.json")
    let error = try #require(throws: ImportError.self) {
      try TemplateManifest(marked.file, labels: Self.labels, catalog: Self.catalog)
    }
    guard case .malformedFile(let what) = error.reason else { return #expect(Bool(false), "\(error.reason)") }
    #expect(what.hasPrefix(message), "\(what)")
    #expect(error.location == marked["here"])
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: [
    "con", "com1", "../up", "a/b", "a\\b", "", "A", "a--b", "-a", "a.b", "nul", "\u{202E}a", "shared",
  ])
  func aNameThatCouldBeAPathOrADeviceIsRefused(name: String) throws {
    let text = Self.head.replacing("our-plan", with: name.replacing("\\", with: "\\\\")) + "}"
    #expect(throws: ImportError.self) { try Self.manifest(text) }
  }

  @Test(arguments: [
    (#"{"a":"x",⟦here⟧"a":"y"}"#, "the name \"a\" stands twice"),
    (#"{⟦here⟧"a":1}"#, "\"a\" must be a string"),
    (#"{⟦here⟧"a":"{{x}}"}"#, "the label \"a\" holds a tag"),
    (#"{⟦here⟧"a":""}"#, "the label \"a\" is empty"),
    (#"{⟦here⟧"A b":"x"}"#, "\"A b\" is no name of a label"),
    (#"{⟦here⟧"a":"x\ny"}"#, "the label \"a\" holds a control character"),
  ])
  func whatIsWrongInLabelsHasAPlace(text: String, message: String) throws {
    let marked = MarkedSource(text, name: "strings/en.json")
    let error = try #require(throws: ImportError.self) { try LabelFile.labels(marked.file) }
    guard case .malformedFile(let what) = error.reason else { return #expect(Bool(false), "\(error.reason)") }
    #expect(what.hasPrefix(message), "\(what)")
    #expect(error.location == marked["here"])
  }

  @Test func labelsAreReadByTheirNames() throws {
    let file = SourceFile(name: "en.json", bytes: Array(#"{"state-draft": "Draft", "b2": "é"}"#.utf8))
    #expect(try LabelFile.labels(file) == ["state-draft": "Draft", "b2": "é"])
  }
}
