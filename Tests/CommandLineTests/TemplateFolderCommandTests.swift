import Foundation
import Testing

/// Folders of templates that somebody else made, to do harm.
@Suite struct TemplateFolderCommandTests {
  @Test(arguments: [
    "{{> ../../../etc/passwd}}", "{{> /etc/passwd}}", "{{> own}}", "{{{document.title}}}",
    "{{& document.title}}",
    "{{=<% %>=}}", "{{%CONTENT_TYPE:TEXT}}", "{{upper(document.title)}}", "{{#requirements}}",
    "{{/requirements}}",
    "<script>1</script>", "[x]({{document.title}})", "![x](http://example.org/x.png)",
  ])
  func whatATemplateMustNotHoldIsRefusedWithItsPlace(text: String) throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(
      binary, ["document.md": "# {{t.plan-title}}\n\n\(text)\n", "parts/own.md": "{{> own}}\n"])
    for command in [["check", template.path], ["render", template.path]] {
      let result = try binary.run(["template"] + command)
      #expect(result.status == 65, "\(text): \(result.errors)")
      #expect(result.errors.contains("./our-plan/"), "\(result.errors)")
    }
  }

  @Test func aTemplateNeedsNoEnglishLabels() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary, ["strings/en.json": nil])
    for command in [
      ["check"], ["fields"], ["new", "--output", "copy"], ["render", "--language", "de"],
    ] {
      let result = try binary.run(["template", command[0], template.path] + command.dropFirst())
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
  }

  @Test func aLinkInATemplateIsRefused() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    let template = try ExampleTemplate(binary, ["document.md": nil])
    try FileManager.default.createSymbolicLink(
      at: binary.folder.appending(path: "our-plan/document.md"),
      withDestinationURL: URL(filePath: "/etc/hostname"))
    let result = try binary.run("template", "render", template.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("./our-plan/document.md:1:1: error: a template holds no symbolic links"))
  }

  @Test func namesOfFoldersWithBlanksDashesAndAccentsWork() throws {
    let binary = try CrosswalkBinary()
    defer { binary.remove() }
    _ = try ExampleTemplate(binary)
    for name in ["with blanks", "-rf", "e\u{301}té 🛂", "new\nline"] {
      try FileManager.default.copyItem(
        at: binary.folder.appending(path: "our-plan"), to: binary.folder.appending(path: name))
      let result = try binary.run("template", "render", "./\(name)", "--as-of", "2026-11-23")
      #expect(result.status == 0, "\(name): \(result.errors)")
      #expect(result.text.hasPrefix("# Plan\n"))
    }
  }
}
