import CrosswalkModel
import Foundation
import Testing

@testable import CrosswalkStore

@Suite struct FactListTests {
  private func builder() throws -> CatalogBuilder {
    CatalogBuilder(metadata: CatalogMetadata(id: revision("a", "1"), title: "A"), file: "a.xml")
  }

  private func written(_ facts: [(NodeFact.Kind, String, String)]) throws -> [UInt8] {
    var builder = try builder()
    var row = NodeRow(kind: .control, parent: -1, line: 1, column: 1)
    row.local = builder.store("N")
    let node = builder.append(row)
    for (kind, name, value) in facts { builder.append(kind, name: name, value: value, to: node) }
    let catalog = try builder.finished()
    var list = FactListWriter()
    for fact in catalog.facts { list.append(fact, of: catalog) }
    list.finish()
    return list.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> [[String]]? {
    var builder = try builder()
    var row = NodeRow(kind: .control, parent: -1, line: 1, column: 1)
    row.local = builder.store("N")
    builder.append(row)
    let isWhole = bytes.withUnsafeBytes { bytes in
      var list = FactListReader(bytes)
      return list.read(factsOf: 0, into: &builder)
    }
    guard isWhole else { return nil }
    let catalog = try builder.finished()
    return catalog.facts.map { [$0.kind.name, catalog.string($0.name), catalog.string($0.value)] }
  }

  @Test(arguments: [
    "", "plain", "\"", "\\", "\\\"", "a\"b\\c", "line\nbreak\r\n\ttab", "\u{0}", "\u{1F}\u{7F}", "ü🙂\u{301}",
    "\\u0041", "]",
    "\",\"", "\\u00zz",
  ])
  func whatIsWrittenIsReadAndIsJSON(text: String) throws {
    let facts: [(NodeFact.Kind, String, String)] = [
      (.alias, "", text), (.property, text, "v"), (.link, "related", text), (.note, text, text),
    ]
    let bytes = try written(facts)
    let expected = facts.map { [$0.0.name, $0.1, $0.2] }
    #expect(try read(bytes) == expected)
    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String]] == expected)
  }

  @Test func everyCutAndEveryStrangeListIsRefused() throws {
    let bytes = try written([(.alias, "", "a\"b"), (.link, "related", "#x")])
    for end in bytes.indices { #expect(try read(Array(bytes[..<end])) == nil, "cut at \(end)") }
    for strange in [
      "", "[]", "{}", "null", #"[["other","a","b"]]"#, #"[["note","a"]]"#, #"[["note","a","b"]] "#,
      #"[["note","a","b"],]"#, #"[["note","a","\u0"]]"#,
    ] {
      #expect(try read(Array(strange.utf8)) == nil, "\(strange)")
    }
  }
}
