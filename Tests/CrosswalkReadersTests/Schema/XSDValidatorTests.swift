import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct XSDValidatorTests {
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="n" elementFormDefault="qualified">
    <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="b" type="xs:integer" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="id" type="xs:NCName" use="required"/></xs:complexType></xs:element></xs:schema>
    """

  private func faults(_ document: String, schema: String = schema) throws -> [SchemaFault] {
    let validator = try XSDValidator(SourceFile(name: "s.xsd", bytes: Array(schema.utf8)))
    return try validator.faults(in: SourceFile(name: "d.xml", bytes: Array(document.utf8)))
  }

  private static func file(_ source: MarkedSource) -> SourceFile {
    SourceFile(name: "marked.xml", bytes: Array(source.text.utf8))
  }

  @Test func aValidDocumentHasNoFaults() throws {
    #expect(try faults("<a xmlns='n' id='x'><b>1</b><b>2</b></a>").isEmpty)
  }

  @Test func everyFaultIsNamedWhereItsTagBegins() throws {
    let source = MarkedSource("⟦id⟧<a xmlns='n'>\n <b>1</b>\n  ⟦c⟧<c/>\n <b>x⟦b⟧</b></a>")
    let validator = try XSDValidator(SourceFile(name: "s.xsd", bytes: Array(Self.schema.utf8)))
    let found = try validator.faults(in: Self.file(source))
    let places = found.map { "\($0.location.line):\($0.location.column)" }
    #expect(places.contains(source["id"]))
    #expect(places.contains(source["c"]))
    #expect(found.allSatisfy { $0.exitStatus == .data && !$0.message.contains("\n") })
    let typed = MarkedSource("<a xmlns='n' id='i'>\n <b>x⟦b⟧</b></a>")
    let typedFaults = try validator.faults(in: Self.file(typed))
    #expect(Set(typedFaults.map { "\($0.location.line):\($0.location.column)" }) == [typed["b"]])
  }

  @Test func linesBeyondWhatATreeCanCountAreTrue() throws {
    let rows = String(repeating: "<b>1</b>\n", count: 70_000)
    let found = try faults("<a xmlns='n' id='x'>\n\(rows)<c/></a>")
    #expect(found.first?.location == SourceLocation(file: "d.xml", line: 70_002, column: 1))
  }

  @Test func aDocumentPassesTheBoundedReaderFirst() throws {
    let error = try #require(throws: ReadingError.self) {
      _ = try faults("<!DOCTYPE a [<!ENTITY e 'x'>]><a xmlns='n' id='x'><b>&e;</b></a>")
    }
    #expect(error.reason == .doctype)
  }

  @Test(arguments: [
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='none'/></xs:schema>",
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:nonsense/></xs:schema>", "<other/>",
  ])
  func aBrokenSchemaIsNamed(schema: String) throws {
    let error = try #require(throws: SchemaFault.self) { _ = try faults("<a/>", schema: schema) }
    #expect(error.subject == .schema)
    #expect(error.location.file == "s.xsd")
    #expect(error.exitStatus == .configuration)
  }

  @Test func whatASchemaIncludesComesFromItsFolderOnly() throws {
    let folder = try TemporaryFolder()
    let part = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="t"><xs:restriction base="xs:integer"/>
      </xs:simpleType></xs:schema>
      """
    func whole(_ location: String) -> String {
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="\(location)"/>
      <xs:element name="a" type="t"/></xs:schema>
      """
    }
    _ = try folder.write("part.xsd", Array(part.utf8))
    let document = SourceFile(name: "d.xml", bytes: Array("<a>x</a>".utf8))
    for location in ["part.xsd", "http://example.org/schemas/part.xsd"] {
      let validator = try XSDValidator(
        SourceFile(path: try folder.write("whole.xsd", Array(whole(location).utf8))))
      #expect(try validator.faults(in: document).count >= 1)
    }
    #expect(throws: SchemaFault.self) {
      _ = try XSDValidator(SourceFile(path: try folder.write("whole.xsd", Array(whole("absent.xsd").utf8))))
    }
  }

  @Test(
    .enabled(if: RealData.isPresent, "real data absent: ../shared not found"),
    arguments: [
      ("schemas/oscal-1.2.3/oscal_catalog_schema.xsd", "oscal/NIST_SP-800-53_rev5.0.1_catalog.xml", true),
      ("schemas/oscal-1.2.3/oscal_catalog_schema.xsd", "oscal/basic-catalog.xml", true),
      (
        "schemas/oscal-1.2.3/oscal_profile_schema.xsd", "oscal/NIST_SP-800-53_rev5_LOW-baseline_profile.xml",
        true
      ),
      ("schemas/oscal-1.2.3/oscal_profile_schema.xsd", "oscal/basic-catalog.xml", false),
      ("schemas/eu/formex4.xsd", "eu-law/ai-act/L_202401689EN.000101.fmx.xml", true),
    ])
  func officialDocumentsAreValid(schema: String, document: String, isValid: Bool) throws {
    let validator = try XSDValidator(SourceFile(path: RealData.path(schema)))
    #expect(try validator.faults(in: SourceFile(path: RealData.path(document))).isEmpty == isValid)
  }
}
