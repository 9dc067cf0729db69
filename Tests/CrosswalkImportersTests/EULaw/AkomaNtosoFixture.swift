import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// A small act of our own in Akoma Ntoso, and its import.
struct AkomaNtosoFixture {
  /// What the body holds.
  var body: String
  var preamble = ""
  /// What follows the body.
  var rest = ""
  /// What the metadata holds besides the identification.
  var analysis = ""
  var celex = true
  var date = "2031-04-05"

  /// The whole file.
  var text: String {
    let alias = celex ? "<FRBRalias value=\"32031R0077\" name=\"CELEX\"/>" : ""
    return """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="regulation"><meta>
      <identification source="#x"><FRBRWork><FRBRthis value="/x"/><FRBRuri value="/akn/eu/act/reg/2031/77"/>\(alias)
      <FRBRdate date="\(date)" name=""/><FRBRnumber value="77"/></FRBRWork>
      <FRBRExpression><FRBRdate date="\(date)" name=""/><FRBRlanguage language="eng"/></FRBRExpression></identification>
      <publication date="2031-05-01" name="OJ" number="12"/>\(analysis)</meta>
      <preface><longTitle><p>Regulation on <docPurpose>garden gates</docPurpose><authorialNote marker="1"><p>A note.</p></authorialNote></p></longTitle></preface>
      \(preamble)<body>\(body)</body>\(rest)</act></akomaNtoso>
      """
  }

  /// The import of this act.
  func imported(framework: String? = "gates", revision: String? = nil) throws -> CrosswalkGraphBuilder {
    try Self.imported(text, framework: framework, revision: revision)
  }

  /// The import of a file.
  static func imported(
    _ text: String, framework: String? = "gates", revision: String? = nil
  ) throws -> CrosswalkGraphBuilder {
    var graph = CrosswalkGraphBuilder()
    let identity = ImportIdentity(
      framework: framework.flatMap { FrameworkID($0) }, revision: revision.flatMap { RevisionID($0) })
    try AkomaNtosoImporter(identity: identity, known: KnownFrameworks(rules: []))
      .importCatalog(SourceFile(name: "gates.akn", bytes: Array(text.utf8)), limits: .standard, into: &graph)
    return graph
  }

  /// All nodes by local name.
  func nodes() throws -> [String: CatalogNode] { try FormexFixture.nodes(imported()) }
}
