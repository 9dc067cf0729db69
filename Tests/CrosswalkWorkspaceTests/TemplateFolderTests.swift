import CrosswalkImporters
import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import Testing

/// Folders of templates are read within bounds, and nothing outside of them is.
@Suite struct TemplateFolderTests {
  private let held: BundledWorkspace
  private var workspace: Workspace { held.workspace }

  init() throws { held = try BundledWorkspace() }

  private static let manifest =
    #"{"schema":"crosswalk-template/1","name":"mine","title":"my-title","about":"a","basis":"b"}"#

  /// Makes the folder of a template, with `files` in place of or beside those that it needs.
  private func folder(_ files: [String: String?] = [:]) throws -> String {
    let folder = held.folder.appending(path: "mine-\(UUID().uuidString)")
    var all: [String: String?] = [
      "template.json": Self.manifest, "document.md": "# {{t.my-title}}\n",
      "strings/en.json": #"{"my-title":"Mine"}"#,
    ]
    all.merge(files) { $1 }
    for (name, text) in all {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if let text { try Data(text.utf8).write(to: file) }
    }
    return folder.path
  }

  @Test func aFolderOfOnesOwnIsATemplateWithLabelsOfItsOwn() throws {
    let path = try folder(["strings/es.json": #"{"my-title":"Mío"}"#, "parts/own.md": "x"])
    let template = try workspace.template(path + "/", language: "es")
    #expect(template.manifest.name == "mine")
    #expect(template.strings["my-title"] == "Mío")
    #expect(template.files["document.md"].map { String(decoding: $0, as: UTF8.self) } == "# {{t.my-title}}\n")
    #expect(template.path(of: "parts/own.md") == "\(path)/parts/own.md")
    #expect(try workspace.languages(of: path) == ["en", "es"])
  }

  @Test func whatTheLanguageLacksIsInEnglishAndListed() throws {
    let path = try folder([
      "strings/en.json": #"{"my-title":"Mine","other":"Other"}"#, "strings/es.json": #"{"my-title":"Mío"}"#,
    ])
    let template = try workspace.template(path, language: "es")
    #expect(template.strings["other"] == "Other")
    #expect(template.strings.fallbacks.contains("other"))
    #expect(!template.strings.fallbacks.contains("my-title"))
  }

  private static func manifest(sectionsOf name: String) -> String {
    String(manifest.dropLast()) + #","sectionsOf":"\#(name)"}"#
  }

  @Test func sectionsOfAnotherTemplateComeWithTheirFields() throws {
    let path = try folder(["template.json": Self.manifest(sectionsOf: "interoperability-plan")])
    let plan = try workspace.template("interoperability-plan", language: "en").manifest
    let mine = try workspace.template(path, language: "en").manifest
    #expect(mine.sections == plan.sections && mine.fields == plan.fields && plan.sections?.count == 14)
    let files = try workspace.templateCopy(path, labels: [], parts: [], adding: nil)
    let copied = try #require(files.first { $0.path == "template.json" })
    let copy = try JSONDecoder().decode(TemplateManifest.self, from: Data(copied.bytes))
    #expect(copy == mine, "a copy stands on its own")
  }

  @Test func sectionsOfATemplateThatDoesNotShipAreAnError() throws {
    let path = try folder(["template.json": Self.manifest(sectionsOf: "their-plan")])
    let error = try #require(throws: ImportError.self) { try workspace.template(path, language: "en") }
    #expect("\(error)".contains("their-plan"))
    #expect(error.location.line == 1 && error.location.column > 80)
  }

  @Test func aPartOfOnesOwnGoesBeforeASharedOne() throws {
    let shared = try workspace.template(folder(), language: "en").places.keys.sorted()
    let name = try #require(shared.first)
    let template = try workspace.template(folder([name: "mine"]), language: "en")
    #expect(template.places[name] == nil)
    #expect(template.files[name].map { String(decoding: $0, as: UTF8.self) } == "mine")
  }

  @Test func whatNoTemplateReadsIsNamed() throws {
    let path = try folder(["notes.txt": "x", ".~lock.document.docx#": "x", "old/document.md": "x"])
    #expect(try workspace.template(path, language: "en").notUsed == ["notes.txt", "old"])
  }

  @Test func anUnknownLanguageIsUsageAndNamesTheKnownOnes() throws {
    let path = try folder()
    let error = try #require(throws: WorkspaceError.self) { try workspace.template(path, language: "fr") }
    #expect(error == .unknownLanguage("fr", template: "mine", known: ["en"]))
    #expect(error.exitStatus == .usage)
  }

  @Test func anUnknownTemplateIsUsageAndNamesTheClosest() throws {
    let error = try #require(throws: WorkspaceError.self) {
      try workspace.template("joint-technical-documentaton", language: "en")
    }
    #expect(error.exitStatus == .usage)
    #expect(error.diagnostic.hint?.contains("./joint-technical-documentaton") == true)
  }

  @Test(arguments: [
    ("parts/Ü.md", "x"), ("parts/a.txt", "x"), ("parts/CON.md", "x"), ("parts/con.md", "x"),
    ("strings/english.json", "{}"), ("strings/EN.json", "{}"),
  ])
  func aFileWithAWrongNameIsRefused(name: String, text: String) throws {
    let path = try folder([name: text])
    let error = try #require(throws: TemplateFolderError.self) {
      try workspace.template(path, language: "en")
    }
    #expect(error.path == "\(path)/\(name)")
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: ["document.md", "template.json", "parts/a.md", "strings/de.json", "parts", "strings"])
  func aLinkIsRefusedWhereverItLeads(name: String) throws {
    let path = try folder(["inside.md": "x", name: nil])
    try FileManager.default.createDirectory(atPath: "\(path)/parts", withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: name.contains(".") ? "/etc/hostname" : "/etc")
    let error = try #require(throws: TemplateFolderError.self) {
      try workspace.template(path, language: "en")
    }
    #expect(error == TemplateFolderError(.link, "\(path)/\(name)"))
  }

  @Test func aPipeIsRefusedAndNotWaitedFor() throws {
    let path = try folder(["document.md": nil])
    #expect(mkfifo("\(path)/document.md", 0o600) == 0)
    let error = try #require(throws: TemplateFolderError.self) {
      try workspace.template(path, language: "en")
    }
    #expect(error.reason == .reading(.notRegularFile))
  }

  @Test func anOutlineBeyondItsLimitIsRefused() throws {
    let path = try folder(["document.md": String(repeating: "x", count: (1 << 20) + 1)])
    let error = try #require(throws: TemplateFolderError.self) {
      try workspace.template(path, language: "en")
    }
    #expect(error.reason == .reading(.tooLarge(limit: 1 << 20)))
    #expect(error.exitStatus == .data)
  }

  @Test func tooManyFilesAreRefused() throws {
    let parts = (0..<300).map { ("parts/p\($0).md", String?.some("x")) }
    let path = try folder(Dictionary(uniqueKeysWithValues: parts))
    let error = try #require(throws: TemplateFolderError.self) {
      try workspace.template(path, language: "en")
    }
    #expect(error.reason == .tooMany(limit: 256))
  }

  @Test func aFolderWithoutManifestOrDocumentIsNoTemplate() throws {
    let empty = try #require(throws: TemplateFolderError.self) {
      try workspace.template(folder(["document.md": nil]), language: "en")
    }
    #expect(empty.reason == .noDocument)
    let missing = try #require(throws: TemplateFolderError.self) {
      try workspace.template(folder(["template.json": nil]), language: "en")
    }
    #expect(missing.exitStatus == .noInput)
    let nowhere = try #require(throws: TemplateFolderError.self) {
      try workspace.template("./nowhere", language: "en")
    }
    #expect(nowhere.exitStatus == .noInput)
  }

  @Test func theBundledTemplatesAreListedByTheirNames() throws {
    let templates = try workspace.templates()
    #expect(templates.map(\.name) == templates.map(\.name).sorted())
    for template in templates {
      #expect(template.languages == ["de", "en", "fr"], "\(template.name)")
      #expect(template.formats == ["docx", "html", "markdown"], "\(template.name)")
    }
  }

  @Test func whatChangesIsSeen() throws {
    let path = try folder()
    let sources = try workspace.sources(of: [path], subject: nil)
    #expect(!sources.haveChanged)
    try Data("# other\n".utf8).write(to: URL(filePath: "\(path)/document.md"))
    #expect(sources.haveChanged)
    let again = try workspace.sources(of: [path], subject: nil)
    try FileManager.default.createDirectory(atPath: "\(path)/parts", withIntermediateDirectories: true)
    #expect(again.haveChanged)
  }
}
