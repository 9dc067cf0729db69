import CrosswalkImporters
import CrosswalkModel
import CrosswalkOSCAL
import CrosswalkReaders
import Testing

/// Profiles and catalogs in memory, and what they resolve to.
struct ProfileFixture {
  private static let namespace = "xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\""

  static func profile(_ content: String, name: String = "p.xml") -> MarkedSource {
    MarkedSource(
      "<profile \(namespace) uuid='00000000-0000-4000-8000-000000000001'><metadata>"
        + "<title>P</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>2</version>"
        + "<oscal-version>1.0.4</oscal-version></metadata>\n\(content)\n</profile>", name: name)
  }

  static func catalog(_ content: String, name: String = "c.xml") -> SourceFile {
    MarkedSource(
      "<catalog \(namespace) uuid='00000000-0000-4000-8000-000000000002'><metadata>"
        + "<title>C</title><last-modified>2026-01-02T03:04:05Z</last-modified><version>1</version>"
        + "<oscal-version>1.1.3</oscal-version></metadata>\n\(content)\n</catalog>", name: name
    ).file
  }

  /// Two groups: `a` with a-1 (a-1.1, a-1.2 (a-1.2.1)) and a-2, `b` with b-1.
  static let standard = catalog(
    """
    <param id="top"><label>top</label></param>
    <group id="a"><title>A</title><param id="a_prm"><label>group's own</label></param>
    <part name="overview"><p>About A</p></part>
    <control id="a-1"><title>A1</title><param id="a-1_prm"><label>old</label><usage><p>u</p></usage>
    <constraint><description><p>c1</p></description></constraint><value>v1</value></param>
    <prop name="label" value="A-1"/><prop name="x" ns="http://n" class="k" value="1"/><link href="#r-1" rel="reference"/>
    <part name="statement" id="a-1_smt"><p>Do <insert type="param" id-ref="a-1_prm"/>.</p>
    <part name="item" id="a-1_smt.a"><p>one</p></part><part name="item" id="a-1_smt.b"><p>two</p></part></part>
    <control id="a-1.1"><title>A1.1</title></control>
    <control id="a-1.2"><title>A1.2</title><control id="a-1.2.1"><title>A1.2.1</title></control></control>
    </control>
    <control id="a-2"><title>A2</title><part name="statement" id="a-2_smt"><p><insert type="param" id-ref="a_prm"/></p></part></control>
    </group>
    <group id="b"><title>B</title><control id="b-1"><title>B1</title><param id="b-1_prm"><label>b</label></param></control></group>
    <back-matter><resource uuid="R-1"><title>kept</title><rlink href="#r-2"/></resource>
    <resource uuid="r-2"><title>mentioned by kept</title></resource><resource uuid="r-3"><title>gone</title></resource></back-matter>
    """)

  let catalog: OSCALElement
  let notUsed: [NotUsed]

  init(_ profile: MarkedSource, with files: [SourceFile] = [standard]) throws(ImportError) {
    let resolved = try ProfileResolver(further: files).resolve(profile.file)
    catalog = resolved.catalog
    notUsed = resolved.notUsed
  }

  init(_ content: String, with files: [SourceFile] = [standard]) throws(ImportError) {
    try self.init(Self.profile(content), with: files)
  }

  /// Groups and controls: `a(a-1(a-1.1) a-2) b(b-1)`.
  var outline: String { Self.outline(of: catalog) }

  private static func outline(of element: OSCALElement) -> String {
    element.elements.filter { $0.name == "group" || $0.name == "control" }.map { child in
      let inner = outline(of: child)
      return (child["id"] ?? "?") + (inner.isEmpty ? "" : "(\(inner))")
    }.joined(separator: " ")
  }

  /// The element with this identifier.
  func element(_ id: String) throws -> OSCALElement {
    func find(_ element: OSCALElement) -> OSCALElement? {
      if element["id"] == id { return element }
      return element.elements.lazy.compactMap(find).first
    }
    return try #require(find(catalog), "nothing is called \(id)")
  }
}
