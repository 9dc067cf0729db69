import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import Testing

/// A bundle with a subject file, evidence and a template that uses everything, beside a store with bundled content.
struct DocumentFixture {
  let bundled: BundledWorkspace
  var workspace: Workspace { bundled.workspace }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameter system: The example whose description the subject has; `nil` for a system of which nobody knows a
  ///   fact.
  init(system: String? = "gate-identification") throws {
    bundled = try BundledWorkspace()
    let description: String
    if let system {
      description = try String(
        contentsOf: Self.root.appending(path: "Crosswalks/Examples/\(system).json"), encoding: .utf8)
    } else {
      description = #"""
        {"schema":"crosswalk-system/1","name":"X","provider":{"name":"P","country":"US"},
        "intendedPurpose":{"text":"t","from":"f"},"facts":{"user":{"from":"nobody knows"}}}
        """#
    }
    _ = try bundled.file("system.json", description)
    _ = try bundled.file("report.csv", "measured,0.93\n")
    _ = try bundled.file("changed.txt", "other than before\n")
  }

  /// Writes a subject file and gives its path.
  func subject(_ members: String = DocumentFixture.members) throws -> String {
    try bundled.file(
      "subject.json", #"{"schema":"crosswalk-subject/1","id":"x-1","system":"system.json","# + members + "}")
  }

  static let members = #"""
    "notice":"Invented.","reference":"R-1","type":"T","description":"D","status":"planned","memberStates":["A","B"],
    "provider":{"name":"P","address":"a","country":"c","contact":"k","email":"e","phone":"p","number":"n"},
    "representative":{"name":"Rep"},"importer":{"name":"Imp"},"notifiedBody":{"name":"NB","number":"0000"},
    "deployers":[{"name":"Dep"}],"reviewers":[{"name":"A. Sample","organisation":"o","role":"r","side":"eu"},{"name":"B. Muster","organisation":"o","role":"r","side":"us"}],
    "answers":[
      {"about":"eu-ai-act/annex-iv/1(a)","text":"It is X.","simplified":"X.","owner":"O","evidence":["report"]},
      {"about":"eu-ai-act/Annex-IV/2(g)","text":"Tested.","open":"Groups are not tested.","evidence":["report"]},
      {"about":"eu-ai-act/annex-iv/2","text":"All of point 2."},
      {"about":"fixture#first","text":"An answer.","owner":"O","open":"Something."}],
    "evidence":[
      {"id":"report","title":"Test report","kind":"test-report","path":"report.csv","date":"2026-09-01","owner":"O",
       "language":"en","supports":["nist-ai-rmf-1.0/MEASURE 2.3","eu-ai-act/annex-iv/2(g)"],"note":"n"},
      {"id":"changed","title":"Plan","kind":"plan","path":"changed.txt",
       "sha256":"0000000000000000000000000000000000000000000000000000000000000000","supports":["eu-ai-act/72(3)"]},
      {"id":"gone","title":"Log","kind":"log","path":"gone.txt"}],
    "details":{"place":"Here","count":3,"done":true,"steps":[{"title":"One","owner":"O"}],"words":["a","b"],
      "box":{"inside":"i"},"unused":"u"}
    """#

  static let manifest = #"""
    {"schema":"crosswalk-template/1","name":"fixture","title":"document-title","about":"For tests.","basis":"No instrument.",
     "frameworks":{"target":"eu-ai-act","sources":["nist-ai-rmf-1.0","no-such-framework"]},
     "requirements":["annex-iv","13(3)","15","72(3)","no-such-part"],
     "sections":[
       {"id":"first","title":"first-title","needs":["system.name","details.steps","details.absent"],"evidence":["test-report","certificate"]},
       {"id":"second","title":"second-title"}],
     "evidence":[{"about":"annex-iv/2(g)","kinds":["test-report"]},{"about":"annex-iv/9","kinds":["plan","policy"]},
       {"about":"annex-iv/1(a)","kinds":["certificate"]}],
     "signOff":[{"title":"sign-one","name":"provider.name"},{"title":"sign-two","name":"reviewers.name"},{"title":"sign-three"},
       {"title":"sign-four","name":"usReviewers.name"}],
     "variants":["simplified"],
     "fields":[
       {"path":"details.place","kind":"text","meaning":"Where.","required":true},
       {"path":"details.count","kind":"text","meaning":"How many."},
       {"path":"details.done","kind":"flag","meaning":"Whether."},
       {"path":"details.steps","kind":"list","meaning":"Steps."},
       {"path":"details.steps.title","kind":"text","meaning":"Title of a step."},
       {"path":"details.steps.owner","kind":"text","meaning":"Owner of a step."},
       {"path":"details.steps.due","kind":"text","meaning":"Day of a step."},
       {"path":"details.words","kind":"list","meaning":"Words."},
       {"path":"details.box.inside","kind":"text","meaning":"What is in the box."},
       {"path":"details.absent","kind":"text","meaning":"What nobody gives.","required":true}]}
    """#

  /// The template, with labels in `language`.
  func template(_ language: String = "en", manifest: String = DocumentFixture.manifest) throws
    -> TemplateSource
  {
    let folder = bundled.folder.appending(path: "fixture")
    let strings = folder.appending(path: "strings")
    try FileManager.default.createDirectory(at: strings, withIntermediateDirectories: true)
    try Data(manifest.utf8).write(to: folder.appending(path: "template.json"))
    try Data("# {{t.first-title}}\n".utf8).write(to: folder.appending(path: "document.md"))
    let labels =
      #"{"document-title":"Fixture","first-title":"First","second-title":"Second","sign-one":"One","sign-two":"Two","sign-three":"Three","sign-four":"Four"}"#
    for name in ["en", "de", "fr"] {
      try Data(labels.utf8).write(to: strings.appending(path: "\(name).json"))
    }
    return try workspace.template(folder.path, language: language)
  }

  /// The fields of everything that there is.
  func fields(
    _ language: String = "en", subject: String? = nil, manifest: String = DocumentFixture.manifest,
    roots: Set<String>? = nil, variant: String? = nil
  ) throws -> DocumentFields {
    let template = try template(language, manifest: manifest)
    let all = Set(workspace.fieldCatalog(template.manifest).roots.map(\.name))
    let path = try subject ?? self.subject()
    let session = DocumentSession(workspace, subject: path, asOf: try #require(CalendarDate("2026-11-23")))
    return try session.fields(DocumentRequest(template: template, variant: variant), roots: roots ?? all)
  }

  /// Records a position.
  func record(
    _ side: BilateralPosition.Side, _ about: String, _ stance: BilateralPosition.Stance,
    _ reason: String? = nil
  ) throws {
    let time = try #require(Moment("2026-11-20T09:30:00Z"))
    _ = try workspace.record(
      PositionRequest(
        side: side, about: about, subject: nil, stance: stance, reason: reason, author: "A. Sample",
        time: time))
  }
}

extension FieldRecord {
  /// The text at `path`, where numbers choose entries of lists; `nil` where there is none.
  func text(_ path: String) -> String? {
    if case .text(let text)? = value(path) { text } else { nil }
  }

  func flag(_ path: String) -> Bool? {
    if case .flag(let flag)? = value(path) { flag } else { nil }
  }

  func list(_ path: String) -> [FieldRecord] {
    guard case .list(let entries)? = value(path) else { return [] }
    return entries.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  func value(_ path: String) -> FieldValue? {
    var value = FieldValue.record(self)
    for name in path.split(separator: ".") {
      switch value {
      case .record(let record):
        guard let next = record[String(name)] else { return nil }
        value = next
      case .list(let entries):
        guard let index = Int(name), entries.indices.contains(index) else { return nil }
        value = entries[index]
      case .text, .flag: return nil
      }
    }
    return value
  }

  /// The entry of the list at `path` whose field `name` is `text`.
  func entry(_ path: String, _ name: String, _ text: String) -> FieldRecord? {
    list(path).first { $0.text(name) == text }
  }

  /// The requirement that its publisher calls `number`.
  func requirement(_ number: String) -> FieldRecord? {
    list("requirements").lazy.compactMap { $0.entry("parts", "number", number) }.first
  }
}
