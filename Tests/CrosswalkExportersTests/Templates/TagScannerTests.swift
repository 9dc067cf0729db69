import CrosswalkModel
import Testing

@testable import CrosswalkExporters

@Suite struct TagScannerTests {
  private func scan(_ text: String) -> TagScanner {
    TagScanner(Array(text.utf8), from: SourceLocation(file: "document.md", line: 1, column: 1))
  }

  @Test func namesEachTagAndItsPlaceInBytes() {
    let scanner = scan("Prüfung {{ a.b }}\r\n{{#list}}{{.}}{{/list}}\n{{^x-1}}{{> part}}{{! note _*_ }}")
    #expect(scanner.problems.isEmpty)
    #expect(
      scanner.found.map(\.tag.spelling) == [
        "{{a.b}}", "{{#list}}", "{{.}}", "{{/list}}", "{{^x-1}}", "{{> part}}", "{{!}}",
      ])
    #expect(
      scanner.found.map { "\($0.tag.location.line):\($0.tag.location.column)" } == [
        "1:10", "2:1", "2:10", "2:15", "3:1", "3:9", "3:19",
      ])
  }

  @Test func placesCountFromTheOrigin() {
    let scanner = TagScanner(
      Array("x{{a}}\n{{b}}".utf8), from: SourceLocation(file: "f", line: 7, column: 5))
    #expect(scanner.found.map(\.tag.location.description) == ["f:7:6", "f:8:1"])
  }

  @Test(arguments: [
    "{{{a}}}", "{{&a}}", "{{& a }}", "{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}", "{{<layout}}", "{{$block}}",
    "{{*a}}", "{{upper(a)}}", "{{#reversed(list)}}", "{{> *name}}", "{{#each a b}}", "{{.a}}", "{{a..b}}",
    "{{#.}}", "{{a|raw}}", "{{> ../../etc/passwd}}", "{{> /a}}", "{{> a.md}}", "{{> a\\b}}", "{{}}", "{{ }}",
    "{{#}}", "{{a", "{{a\n}}", "{{a{{b", "{{", "{{prü}}",
  ])
  func refusesEverythingElse(text: String) {
    let scanner = scan(text)
    #expect(scanner.found.isEmpty)
    #expect(scanner.problems.map(\.location?.description).first == "document.md:1:1")
  }

  @Test func goesOnBehindATagThatIsRefused() {
    let scanner = scan("{{{a}}}{{b}} {{c} {{d}}")
    #expect(scanner.found.map(\.tag.name) == ["b", "d"])
    #expect(scanner.problems.map(\.reason) == [.refusedTag("{a"), .unclosedTag])
  }

  @Test func aMillionBracesAreNoTag() {
    #expect(scan(String(repeating: "{", count: 1 << 20)).problems.count == 1)
    #expect(scan(String(repeating: "{{", count: 1 << 10) + "a}}").found.isEmpty)
  }
}
