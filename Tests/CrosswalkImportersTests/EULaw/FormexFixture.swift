import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders
import Testing

/// A small act in our own words, and its import.
struct FormexFixture {
  /// What the enacting terms hold.
  var provisions: String
  var preamble = ""
  var final = ""
  var title = "<TI><P>Regulation (EU) 2031/77 on <HT TYPE=\"UC\">garden</HT> gates</P></TI>"
  var language = "EN"

  /// The whole file, on one line.
  var text: String {
    "<ACT><BIB.INSTANCE><DOCUMENT.REF FILE=\"gates.doc.xml\"><COLL>L</COLL></DOCUMENT.REF>"
      + "<DATE ISO=\"20310405\">20310405</DATE><LG.DOC>\(language)</LG.DOC><NO.SEQ>0001</NO.SEQ>"
      + "<NO.DOC FORMAT=\"YN\"><YEAR>2031</YEAR><NO.CURRENT>77</NO.CURRENT></NO.DOC></BIB.INSTANCE>"
      + "<TITLE>\(title)</TITLE>\(preamble)<ENACTING.TERMS>\(provisions)</ENACTING.TERMS>\(final)</ACT>"
  }

  /// One article with this content after its titles.
  static func article(number: String = "3", title: String = "Hinges", _ content: String) -> String {
    "<ARTICLE><TI.ART>Article\u{A0}\(number)</TI.ART><STI.ART><P>\(title)</P></STI.ART>\(content)</ARTICLE>"
  }

  /// A numbered item.
  static func item(_ number: String, _ content: String) -> String {
    "<ITEM><NP><NO.P>\(number)</NO.P>\(content)</NP></ITEM>"
  }

  /// An annex file with this title and content.
  static func annex(
    _ number: String, title: String = "Paint", sequence: String = "0001.0001", _ content: String
  ) -> String {
    "<ANNEX><BIB.INSTANCE><DOCUMENT.REF FILE=\"gates.doc.xml\"><COLL>L</COLL></DOCUMENT.REF>"
      + "<DATE ISO=\"20310405\">20310405</DATE><LG.DOC>EN</LG.DOC><NO.SEQ>\(sequence)</NO.SEQ></BIB.INSTANCE>"
      + "<TITLE><TI><P>\(number)</P></TI><STI><P>\(title)</P></STI></TITLE><CONTENTS>\(content)</CONTENTS></ANNEX>"
  }

  /// The file that lists the parts.
  static func document(_ act: String, annexes: [String]) -> String {
    "<DOC><BIB.DOC><NO.DOC FORMAT=\"YN\"><YEAR>2031</YEAR><NO.CURRENT>77</NO.CURRENT></NO.DOC></BIB.DOC>"
      + "<PUBLICATION.REF FILE=\"gates.toc.xml\"><COLL>L</COLL><DATE ISO=\"20310501\">20310501</DATE></PUBLICATION.REF>"
      + "<FMX><DOC.MAIN.PUB><LG.DOC>EN</LG.DOC><LEGAL.VALUE>REG</LEGAL.VALUE><DATE ISO=\"20310405\">20310405</DATE>"
      + "<REF.PHYS FILE=\"\(act)\" TYPE=\"DOC.XML\"/></DOC.MAIN.PUB>"
      + annexes.map {
        "<DOC.SUB.PUB TYPE=\"ANNEX\"><REF.PHYS FILE=\"\($0)\" TYPE=\"DOC.XML\"/></DOC.SUB.PUB>"
      }.joined()
      + "</FMX></DOC>"
  }

  /// Where `needle` stands in the one line of `text`.
  static func place(of needle: String, in text: String, file: String) throws -> CrosswalkModel.SourceLocation
  {
    let start = try #require(text.firstRange(of: needle)).lowerBound
    return CrosswalkModel.SourceLocation(file: file, line: 1, column: text[..<start].utf8.count + 1)
  }

  /// Imports files, given by name and text.
  static func imported(
    _ files: KeyValuePairs<String, String>, framework: String? = "gates"
  ) throws -> CrosswalkGraphBuilder {
    var graph = CrosswalkGraphBuilder()
    let importer = FormexImporter(
      identity: ImportIdentity(framework: framework.flatMap { FrameworkID($0) }),
      known: KnownFrameworks(rules: []))
    let sources = files.map { SourceFile(name: $0, bytes: Array($1.utf8)) }
    for publication in try FormexPublication.publications(in: sources) {
      try importer.importCatalog(publication, limits: .standard, into: &graph)
    }
    return graph
  }

  /// The nodes of this act alone, by local name.
  func nodes() throws -> [String: CatalogNode] { try Self.nodes(Self.imported(["gates.xml": text])) }

  /// The nodes of an annex alone, by local name.
  static func nodes(annex number: String, _ content: String) throws -> [String: CatalogNode] {
    try nodes(imported(["annex.xml": annex(number, content)]))
  }

  /// All nodes by local name.
  static func nodes(_ graph: CrosswalkGraphBuilder) throws -> [String: CatalogNode] {
    Dictionary(
      graph.catalogs.flatMap { $0.nodes.map { ($0.local, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}
