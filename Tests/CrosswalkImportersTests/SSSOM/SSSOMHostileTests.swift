import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkImporters

@Suite struct SSSOMHostileTests {
  private static let row = "a:X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\n"
  private static let table = SSSOMFixture.columns + "\n" + row

  /// Metadata, each with the mark where it is refused.
  @Test(arguments: [
    "#curie_map: ⟦x⟧&anchor\n", "#other: ⟦x⟧*alias\n", "#other: ⟦x⟧!!python/object x\n",
    "#other: ⟦x⟧{a: b}\n", "#other: ⟦x⟧[a, b]\n", "#⟦x⟧<<: y\n", "#other: a\n#⟦x⟧other: b\n",
    "#other: a⟦x⟧: b\n", "#other: ⟦x⟧\"never closed\n", "#⟦x⟧no key\n", "#other: ⟦x⟧`code`\n",
    "#⟦x⟧%YAML 1.2\n", "#⟦x⟧? complex\n", "#other: ⟦x⟧|2\n#  text\n", "#see_also:\n#  - ⟦x⟧- a\n",
    "#license: a\n#  deeper⟦x⟧: b\n", "#curie_map:\n#  ⟦x⟧skos: urn:other\n", "#⟦x⟧sssom_version: \"2.0\"\n",
    "#⟦x⟧mappings:\n#  - a\n", "#⟦x⟧curie_map: text\n", "#other: a⟦x⟧\u{0}\n",
  ])
  func refusesMetadataOutsideTheSubset(metadata: String) throws {
    let source = MarkedSource(metadata + Self.table)
    let error = try #require(throws: ImportError.self) { try SSSOMFixture.read(source.file) }
    #expect(error.location == source["x"])
    #expect(error.exitStatus == .data)
  }

  /// Tables, each with the mark where it is refused.
  @Test(arguments: [
    "⟦x⟧subject_id\tpredicate_id\tobject_id\n" + row,
    "⟦x⟧subject_id\tpredicate_id\tmapping_justification\n",
    SSSOMFixture.columns + "\t⟦x⟧subject_id\n" + row, SSSOMFixture.columns + "\n⟦x⟧a:X\tskos:exactMatch\n",
    SSSOMFixture.columns + "\n⟦x⟧a:X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\textra\n",
    SSSOMFixture.columns + "\n⟦x⟧X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\n⟦x⟧c:X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\n⟦x⟧a:X Y\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\n⟦x⟧a:X%7CY\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\na:X\t⟦x⟧skos:unlike\tb:Y\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\na:X\tskos:exactMatch\tb:Y\t⟦x⟧semapv:Guessing\n",
    SSSOMFixture.columns + "\na:X\tskos:exactMatch\t⟦x⟧\tsemapv:ManualMappingCuration\n",
    SSSOMFixture.columns + "\tconfidence\na:X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\t⟦x⟧1.5\n",
    SSSOMFixture.columns + "\tconfidence\na:X\tskos:exactMatch\tb:Y\tsemapv:ManualMappingCuration\t⟦x⟧nan\n",
    SSSOMFixture.columns
      + "\tmapping_date\na:X\tskos:exactMatch\tb:Y\tsemapv:LexicalMatching\t⟦x⟧2026-02-30\n",
    SSSOMFixture.columns + "\na:X\tskos:exactMatch\tb:⟦x⟧\u{0}Y\tsemapv:ManualMappingCuration\n",
  ])
  func refusesTablesThatAreNone(table: String) throws {
    let source = MarkedSource(SSSOMFixture.header + table)
    let error = try #require(throws: ImportError.self) { try SSSOMFixture.read(source.file) }
    #expect(error.location == source["x"])
    #expect(error.exitStatus == .data)
  }

  @Test func metadataWithoutAnEndIsRefusedEarly() throws {
    let text = String(repeating: "#comment: x\n", count: 1_000_000) + Self.table
    let clock = ContinuousClock()
    let time = try clock.measure {
      let error = try #require(throws: ImportError.self) { try SSSOMFixture.read(text) }
      #expect(error.location.line == SSSOMText.mostLines + 1)
    }
    #expect(time < .seconds(5))
  }

  @Test func deepMetadataIsRefused() throws {
    var text = "#curie_map:\n"
    for depth in 1...200 { text += "#" + String(repeating: " ", count: depth) + "k:\n" }
    let error = try #require(throws: ImportError.self) { try SSSOMFixture.read(text + Self.table) }
    #expect(error.diagnostic.code == "malformed-metadata")
  }

  @Test func bytesThatAreNoTextAreRefusedAtTheirPlace() throws {
    let bytes = Array("#comment: a".utf8) + [0xFF] + Array("\n\(Self.table)".utf8)
    let error = try #require(throws: ImportError.self) {
      try SSSOMFixture.read(SourceFile(name: "f", bytes: bytes))
    }
    #expect(error.location == SourceLocation(file: "f", line: 1, column: 12))
  }

  @Test func tabsAndLineEndsInQuotedCellsAreText() throws {
    let text =
      SSSOMFixture.header + SSSOMFixture.columns + "\tcomment\r\n"
      + "a:X\tskos:exactMatch\tb:Y\t\(SSSOMFixture.manual)\t\"one\ttwo\r\nthree\"\r\n"
    #expect(try SSSOMFixture.read(text).claims.first?.note == "one\ttwo\nthree")
  }

  @Test(arguments: [
    ("x: a b\n", "a b"), ("x: \"a\\u00e9\\\"b\"\n", "aé\"b"), ("x: 'it''s'\n", "it's"),
    ("x:\n  one\n  two\n\n  three\n", "one two\nthree"), ("x: >-\n  one\n  two\n", "one two"),
    ("x: |\n  one\n    two\n", "one\n  two"), ("x: 'one\n  two'\n", "one two"), ("x: a # b\n", "a"),
    ("x: \"one\\\n  two\"\n", "onetwo"), ("---\nx: a#b\n", "a#b"), ("x: one\n  two\n", "one two"),
  ])
  func readsScalarsAsYAMLDoes(text: String, value: String) throws {
    let lines = try SSSOMText.lines(of: SSSOMFixture.file(text), limits: .standard)
    var reader = YAMLSubsetReader(lines, file: "f")
    let entry = try #require(try reader.read().first)
    guard case .scalar(let found) = entry.value.value else {
      Issue.record("no scalar")
      return
    }
    #expect(found == value)
  }
}
