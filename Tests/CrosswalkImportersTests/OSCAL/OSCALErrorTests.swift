import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

@Suite struct OSCALErrorTests {
  @Test func reportsTheSecondOfTwoControlsSharingAnID() throws {
    let source = OSCALFixture.source(
      "⟦first⟧<control id='gv-1'><title>A</title></control>\r\n  ⟦second⟧<control id='gv-1'><title>B</title></control>"
    )
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .duplicateControl(firstSeen: source["first"]))
    #expect(error.location == source["second"])
    #expect(error.control == "gv-1")
  }

  @Test func reportsTheSecondOfTwoControlsSharingALabel() throws {
    let source = OSCALFixture.source(
      """
      ⟦first⟧<control id='a'><title>A</title><prop name='label' value='X-1'/></control>
      ⟦second⟧<control id='b'><title>B</title><prop name='label' value='X-1'/></control>
      """)
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .duplicateControl(firstSeen: source["first"]))
    #expect(error.location == source["second"])
    #expect(error.control == "X-1")
  }

  @Test func reportsPartsAndParametersSharingAnID() throws {
    let parts = OSCALFixture.source(
      "<control id='a'><title>A</title>⟦first⟧<part id='s' name='statement'/>⟦second⟧<part id='s' name='guidance'/></control>"
    )
    let error = try OSCALFixture.error(of: parts)
    #expect(error.reason == .duplicateControl(firstSeen: parts["first"]))
    #expect(error.location == parts["second"])
    let parameters = OSCALFixture.source(
      "<control id='a'><title>A</title>⟦first⟧<param id='p'/>⟦second⟧<param id='p'/></control>")
    let second = try OSCALFixture.error(of: parameters)
    #expect(second.reason == .duplicateIdentifier("p", firstSeen: parameters["first"]))
    #expect(second.location == parameters["second"])
  }

  @Test(arguments: [
    ("⟦here⟧<control class='c'><title>A</title></control>", "id", "control"),
    ("<control id='a'><title>A</title>⟦here⟧<part id='x'/></control>", "name", "part"),
    ("<control id='a'><title>A</title>⟦here⟧<prop name='x'/></control>", "value", "prop"),
    ("<control id='a'><title>A</title>⟦here⟧<link rel='x'/></control>", "href", "link"),
    ("<control id='a'><title>A</title>⟦here⟧<param/></control>", "id", "param"),
    ("<back-matter>⟦here⟧<resource/></back-matter>", "uuid", "resource"),
  ])
  func reportsWhatAnElementLacks(content: String, attribute: String, element: String) throws {
    let source = OSCALFixture.source(content)
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .missingAttribute(attribute, element: element))
    #expect(error.location == source["here"])
  }

  @Test(arguments: [
    "", "../../etc/passwd", "a\\b", "a b", ".hidden", "a#b", "a\u{202E}b", "a&#x85;b", "a\u{FEFF}",
    String(repeating: "x", count: 1_000_000),
  ])
  func refusesIdentifiersThatCannotBeNamed(id: String) throws {
    let source = OSCALFixture.source("⟦here⟧<control id='\(id)'><title>A</title></control>")
    let error = try OSCALFixture.error(of: source)
    guard case .invalidValue(let value, of: "identifier", allowed: _) = error.reason else { throw error }
    #expect(value.count <= 65)
    #expect(error.location == source["here"])
  }

  @Test func refusesALabelThatReordersATerminal() throws {
    let source = OSCALFixture.source(
      "<control id='a'><title>A</title>⟦here⟧<prop name='label' value='A\u{202E}1'/></control>")
    let error = try OSCALFixture.error(of: source)
    guard case .invalidValue(_, of: "label", allowed: _) = error.reason else { throw error }
    #expect(error.location == source["here"])
    #expect(error.control == "a")
  }

  @Test(arguments: ["9.9", "1.3.0", "2.0.0", "0.9", "1", "1.0.0-rc2", "latest", "1.x.0"])
  func refusesOtherVersions(version: String) throws {
    let source = OSCALFixture.source(
      "", metadata: "<title>T</title><version>1</version>⟦here⟧<oscal-version>\(version)</oscal-version>")
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .unsupportedVersion(version, supported: "1.0 through 1.2"))
    #expect(error.location == source["here"])
  }

  @Test(arguments: ["1.0.0", "1.0.4", "v1.1.3", "1.2.3", "V1.2"])
  func takesTheVersionsItKnows(version: String) throws {
    let source = OSCALFixture.source(
      "", metadata: "<title>T</title><version>1</version><oscal-version>\(version)</oscal-version>")
    #expect(try OSCALFixture.read(source.file).catalog.metadata.title == "T")
  }

  @Test(arguments: [
    ("⟦here⟧<profile xmlns='http://csrc.nist.gov/ns/oscal/1.0'/>", "an OSCAL <profile>"),
    ("<?xml version='1.0'?>\n ⟦here⟧<catalog xmlns='urn:other'/>", "<catalog> of the namespace urn:other"),
    ("⟦here⟧<catalog/>", "<catalog> without a namespace"),
    ("⟦here⟧<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "an HTML page"),
    ("⟦here⟧<!DOCTYPE html><html><body>Log in<br></body></html>", "an HTML page"),
    ("<!-- c --><?xml-stylesheet href='x'?>⟦here⟧<html><body/></html>", "an HTML page"),
  ])
  func saysWhatADocumentIsInstead(text: String, found: String) throws {
    let source = MarkedSource(text)
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .notThisFormat(expected: "OSCAL catalog", found: found))
    #expect(error.location == source["here"])
    #expect(error.diagnostic.line.contains("not an OSCAL catalog"))
    #expect(error.diagnostic.code == "not-oscal-catalog")
    #expect(error.exitStatus == .data)
  }

  @Test(arguments: [
    ("<version>1</version><oscal-version>1.0.0</oscal-version>", "title"),
    ("<title>T</title><oscal-version>1.0.0</oscal-version>", "version"),
    ("<title>T</title><version>1</version>", "oscal-version"),
  ])
  func reportsMetadataThatIsMissing(metadata: String, element: String) throws {
    let source = MarkedSource(
      "<catalog xmlns='http://csrc.nist.gov/ns/oscal/1.0'>⟦here⟧<metadata>\(metadata)</metadata></catalog>")
    let error = try OSCALFixture.error(of: source)
    #expect(error.reason == .missingElement(element, in: "metadata"))
    #expect(error.location == source["here"])
  }

  @Test func reportsACatalogWithoutMetadata() throws {
    let empty = MarkedSource("⟦here⟧<catalog xmlns='http://csrc.nist.gov/ns/oscal/1.0'/>")
    let error = try OSCALFixture.error(of: empty)
    #expect(error.reason == .missingElement("metadata", in: "catalog"))
    #expect(error.location == empty["here"])
  }

  @Test func reportsTheSameLineInOneLineFilesAndInFilesWithCRLF() throws {
    for end in ["", "\r\n", "\n", "\r"] {
      let controls = (1...50).map { "<control id='c-\($0)'><title>T</title></control>" }.joined(
        separator: end)
      let source = OSCALFixture.source(controls + end + "⟦here⟧<control><title>T</title></control>")
      #expect(try OSCALFixture.error(of: source).location == source["here"])
    }
  }
}

@Suite struct OSCALIdentityTests {
  static let known = KnownFrameworks(rules: [
    .init(
      format: "oscal-catalog", fact: "title", equals: "the BASE catalog", framework: id("base"),
      publisher: "P"),
    .init(
      format: "oscal-catalog", fact: "framework-version-identifier", equals: "CSF_2_0_0", framework: id("csf")
    ),
  ])

  private static func id(_ text: String) -> FrameworkID {
    guard let id = FrameworkID(text) else { preconditionFailure("no framework identifier: \(text)") }
    return id
  }

  private func framework(title: String, _ properties: String) throws -> FrameworkID {
    let source = OSCALFixture.source(
      "",
      metadata: "<title>\(title)</title><version>1</version><oscal-version>1.1.2</oscal-version>\(properties)"
    )
    return try OSCALFixture.read(source.file, identity: ImportIdentity(), known: Self.known).catalog.framework
  }

  @Test func aPublicationIsRecognisedByItsTitleAndItsProperties() throws {
    #expect(try framework(title: "The  Base Catalog", "").rawValue == "base")
    let property = "<prop name='framework-version-identifier' value='CSF_2_0_0'/>"
    #expect(try framework(title: "Anything", property).rawValue == "csf")
  }

  @Test func aResolvedProfileIsNeverTheCatalogItSelectsFrom() throws {
    let carried = "<prop name='framework-version-identifier' value='CSF_2_0_0'/>"
    for mark in ["<prop name='resolution-tool' value='x'/>", "<link rel='source-profile' href='p.xml'/>"] {
      let error = try #require(throws: ImportError.self) {
        try framework(title: "A baseline", carried + mark)
      }
      #expect(error.reason == .unknownFramework(title: "A baseline"))
    }
  }

  @Test func anUnknownFrameworkIsNamedWithThePlaceOfItsTitle() throws {
    let source = MarkedSource(
      """
      <catalog xmlns='http://csrc.nist.gov/ns/oscal/1.0'><metadata>
      ⟦here⟧<title>My <em>own</em></title><version>1</version><oscal-version>1.0.0</oscal-version></metadata></catalog>
      """)
    let error = try #require(throws: ImportError.self) {
      try OSCALFixture.read(source.file, identity: ImportIdentity(), known: Self.known)
    }
    #expect(error.reason == .unknownFramework(title: "My own"))
    #expect(error.location == source["here"])
    #expect(error.exitStatus == .usage)
  }

  @Test func whatTheUserSaysWins() throws {
    let identity = ImportIdentity(
      framework: Self.id("mine"), revision: RevisionID("r9"), asOf: CalendarDate("2020-02-29"))
    let metadata = try OSCALFixture.read(
      OSCALFixture.source("").file, identity: identity, known: Self.known
    ).catalog.metadata
    #expect(metadata.id.description == "mine@r9")
    #expect(metadata.asOf == CalendarDate("2020-02-29"))
    #expect(metadata.publisher == nil)
  }
}

@Suite struct OSCALNotUsedTests {
  @Test(arguments: [
    ("<control id='a'><title>A</title>⟦here⟧<assembly/></control>", "element <assembly>"),
    (
      "<control id='a'><title>A</title>⟦here⟧<group id='g'><title>G</title></group></control>",
      "element <group>"
    ),
    ("⟦here⟧<x:note xmlns:x='urn:x'><x:p>text</x:p></x:note>", "element <note>"),
    ("⟦here⟧<control id='a' colour='red'><title>A</title></control>", "attribute \"colour\" of <control>"),
    (
      "<control id='a'><title>A</title><part name='statement'><p>x ⟦here⟧<span>kept</span></p></part></control>",
      "element <span>"
    ),
    (
      "<back-matter><resource uuid='r'>⟦here⟧<base64>AAAA</base64></resource></back-matter>",
      "element <base64>"
    ),
    (
      "<back-matter><resource uuid='r'>⟦here⟧<rlink href='x' media-type='y'/></resource></back-matter>",
      "attribute \"media-type\" of <rlink>"
    ),
    ("<control id='a'><title>A</title>⟦here⟧<title>B</title></control>", "element <title>"),
    (
      "<control id='a'><title>A</title><param id='p'><label>l</label>⟦here⟧<label>m</label></param></control>",
      "element <label>"
    ),
    ("⟦here⟧<control id='a'>stray<title>A</title></control>", "text \"stray\""),
  ])
  func everythingThatIsNotUsedIsNamedWithItsPlace(content: String, what: String) throws {
    let source = OSCALFixture.source(content)
    let imported = try OSCALFixture.read(source.file)
    #expect(imported.notUsed.map(\.what) == [what])
    #expect(imported.notUsed.map(\.location) == [source["here"]])
    #expect(imported.notUsed.allSatisfy { !$0.why.isEmpty })
  }

  @Test func textInUnknownMarkupIsKept() throws {
    let imported = try OSCALFixture.read(OSCALFixture.control("<p>one <span>two</span> three</p>"))
    #expect(try imported.node("C-1").text == "one two three")
  }

  /// Found by a fuzzer: the end of a foreign list ended a list that had never begun.
  @Test(arguments: ["ul", "ol", "pre", "q", "p", "li"])
  func markupOfAnotherNamespaceIsNotTakenForOSCAL(name: String) throws {
    let foreign = "<p>one <x:\(name) xmlns:x=\"urn:x\">two</x:\(name)> three</p>"
    let imported = try OSCALFixture.read(OSCALFixture.control(foreign))
    #expect(try imported.node("C-1").text == "one two three")
    #expect(imported.notUsed.map(\.what) == ["element <\(name)>"])
  }
}
