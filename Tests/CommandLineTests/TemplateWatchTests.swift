import Foundation
import Testing

/// `template render --watch` renders again after each change and outlives mistakes.
@Suite struct TemplateWatchTests {
  @Test func everyChangeIsRenderedAndAMistakeIsSaidAndSurvived() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary)
    let output = binary.folder.appending(path: "out.md")
    func text() -> String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: binary.folder.appending(path: "our-plan/\(name)"))
    }
    let watch = try RunningBinary(
      binary, ["template", "render", template.path, "--output", "out.md", "--watch"])
    #expect(watch.wait { text().hasPrefix("# Plan\n") }, "\(watch.said)")
    #expect(watch.wait { watch.said.contains("note: 1 document written; waiting for changes, Ctrl-C ends") })
    try write("document.md", "# {{t.plan-title}}\n\n{{nothing}}\n")
    #expect(watch.wait { watch.said.contains("document.md:3:1: error:") }, "\(watch.said)")
    #expect(watch.wait { watch.said.contains("note: nothing written") })
    #expect(text().hasPrefix("# Plan\n"), "the last good document stays")
    try write("document.md", "# About\n\n{{> own}}\n")
    try FileManager.default.createDirectory(
      at: binary.folder.appending(path: "our-plan/parts"), withIntermediateDirectories: true)
    try write("parts/own.md", "Of our own.\n")
    #expect(watch.wait { text().contains("Of our own.") }, "\(watch.said)")
    try write("strings/en.json", #"{"plan-title":"Scheme"}"#)
    #expect(watch.wait { text().hasPrefix("# Scheme\n") }, "\(watch.said)")
    // The language asked for is gone: an editor may save a file by moving it away first.
    try FileManager.default.removeItem(at: binary.folder.appending(path: "our-plan/strings/en.json"))
    #expect(watch.wait { watch.said.contains("has no labels in \"en\"") }, "\(watch.said)")
    try write("strings/en.json", #"{"plan-title":"Again"}"#)
    #expect(watch.wait { text().hasPrefix("# Again\n") }, "\(watch.said)")
    #expect(watch.end(by: SIGINT) == 130)
    #expect(text().hasPrefix("# Again\n"))
  }

  @Test func aChangeOfTheSubjectOrItsEvidenceIsSeenAndQuietSaysNothing() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(
      binary,
      [
        "document.md":
          "{{system.name}} {{subject.id}} {{#evidence}}{{title}} is {{stateToken}}{{/evidence}}\n"
      ])
    let folder = binary.folder.appending(path: "bundle")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let system = URL(filePath: ExampleTemplate.subject).deletingLastPathComponent()
      .appending(path: "border-screening-support.json")
    try FileManager.default.copyItem(at: system, to: folder.appending(path: "system.json"))
    func subject(_ id: String) throws {
      try Data(
        #"{"schema":"crosswalk-subject/1","id":"\#(id)","system":"system.json","evidence":[{"id":"e","title":"Log","kind":"log","path":"log.txt"}]}"#
          .utf8
      ).write(to: folder.appending(path: "subject.json"))
    }
    try subject("first")
    let output = binary.folder.appending(path: "out.md")
    func text() -> String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    let watch = try RunningBinary(
      binary,
      [
        "template", "render", template.path, "--subject", "bundle/subject.json", "-o", "out.md", "--watch",
        "--quiet",
      ])
    #expect(
      watch.wait { text().contains("first") && text().contains("Log is missing") }, "\(watch.said) \(text())")
    try Data("x".utf8).write(to: folder.appending(path: "log.txt"))
    #expect(watch.wait { text().contains("Log is unpinned") }, "\(watch.said) \(text())")
    try subject("second")
    #expect(watch.wait { text().contains("second") }, "\(watch.said)")
    #expect(!watch.said.contains("note:"))
    #expect(watch.end(by: SIGTERM) == 143)
  }
}
