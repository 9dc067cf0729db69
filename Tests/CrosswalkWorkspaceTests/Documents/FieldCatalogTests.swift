import CrosswalkModel
import CrosswalkWorkspace
import Foundation
import Testing

/// The catalog of fields and the fields that are built are the same.
@Suite struct FieldCatalogTests {
  private struct Shape: Hashable, Comparable, CustomStringConvertible {
    var path: String
    var kind: String
    var description: String { "\(path): \(kind)" }

    static func < (left: Self, right: Self) -> Bool { left.path < right.path }
  }

  /// Every path of a tree with what stands there.
  private static func shapes(of record: FieldRecord, below path: String = "") -> Set<Shape> {
    record.fields.reduce(into: []) { shapes, field in
      shapes.formUnion(Self.shapes(of: field.value, at: path + field.key))
    }
  }

  private static func shapes(of value: FieldValue, at path: String) -> Set<Shape> {
    switch value {
    case .text: [Shape(path: path, kind: "text")]
    case .flag: [Shape(path: path, kind: "flag")]
    case .record(let record):
      Self.shapes(of: record, below: path + ".").union([Shape(path: path, kind: "record")])
    case .list(let entries):
      entries.reduce(into: [Shape(path: path, kind: "list")]) { shapes, entry in
        if case .record(let record) = entry { shapes.formUnion(Self.shapes(of: record, below: path + ".")) }
      }
    }
  }

  private static func shapes(of fields: [FieldDescription], below path: String = "") -> [Shape] {
    fields.flatMap { field in
      [Shape(path: path + field.name, kind: field.kind.rawValue)]
        + shapes(of: field.fields, below: path + field.name + ".")
    }
  }

  @Test func everyFieldIsDescribedAndEveryDescriptionHasItsField() throws {
    let known = try DocumentFixture()
    let ends = try ["nist-ai-rmf-1.0", "eu-ai-act"].map { try #require(Reference($0)) }
    let day = try #require(CalendarDate("2026-11-23"))
    let claim = try #require(try known.workspace.claims(between: ends[0], and: ends[1], asOf: day).first)
    try known.record(.us, claim.id.rawValue, .agreed)
    let unknown = try DocumentFixture(system: nil)
    let catalog = try known.workspace.fieldCatalog(known.template().manifest)
    // All sections have the fields of the first.
    let described = Self.shapes(of: catalog.roots).filter { !$0.path.hasPrefix("sections.second.") }
    #expect(described.count == Set(described).count, "a field is described twice")
    var built: Set<Shape> = []
    for record in [try known.fields().record, try unknown.fields().record] {
      built.formUnion(Self.shapes(of: record).filter { !$0.path.hasPrefix("sections.second.") })
    }
    #expect(built.subtracting(described).sorted() == [], "built, and not described")
    #expect(Set(described).subtracting(built).sorted() == [], "described, and never built")
  }

  @Test func everyFieldSaysWhatItMeans() throws {
    let fixture = try DocumentFixture()
    func check(_ fields: [FieldDescription], _ path: String) {
      for field in fields where path + field.name != "details.box" {
        #expect(field.meaning.hasSuffix("."), "\(path)\(field.name)")
        check(field.fields, path + field.name + ".")
      }
    }
    check(try fixture.workspace.fieldCatalog(fixture.template().manifest).roots, "")
  }

  @Test func aBlockForASignatureNamesWhomTheSubjectFileNames() throws {
    let record = try DocumentFixture().fields(roots: ["signOff"]).record
    guard case .list(let blocks)? = record["signOff"] else { return #expect(Bool(false), "no blocks") }
    let shown = blocks.map { block -> [FieldValue?] in
      guard case .record(let fields) = block else { return [] }
      return [fields["party"], fields["name"], fields["status"]]
    }
    let proposed = FieldValue.text("proposed")
    #expect(
      shown == [
        [.text("One"), .text("P"), proposed], [.text("Two"), .text("A. Sample, B. Muster"), proposed],
        [.text("Three"), .text(""), proposed], [.text("Four"), .text("B. Muster"), proposed],
      ])
  }

  /// The shapes of the subject alone, where the full tree would compute reports.
  @Test func whatIsNotAskedForIsNotBuilt() throws {
    let fixture = try DocumentFixture()
    let record = try fixture.fields(roots: ["system", "hasEvidence", "signOff"]).record
    #expect(record["evidence"] != nil && record["system"] != nil)
    for name in [
      "gap", "requirements", "recognition", "glossary", "sections", "scope", "frameworks", "positions",
    ] {
      #expect(record[name] == nil, "\(name)")
    }
  }
}
