import CrosswalkModel
import CrosswalkReaders
import Testing

@testable import CrosswalkExporters

/// Small Word files made by hand, and a look into those that come out.
enum WordSample {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// The parts of a file whose document holds `body`.
  static func parts(_ body: String, more: [(String, String)] = []) -> [(String, String)] {
    [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/><Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
      ),
      (
        "word/document.xml",
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="\(namespace)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>\(body)</w:body></w:document>
        """
      ),
    ] + more
  }

  /// The container of `parts`.
  static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
    let writer = try ZipWriter()
    for (path, text) in parts { try writer.add(path, Array(text.utf8)) }
    return try writer.finish()
  }

  /// The template whose document holds `body`.
  static func template(_ body: String, more: [(String, String)] = []) throws -> WordTemplate {
    try WordTemplate(package: zip(parts(body, more: more)), name: "t.docx")
  }

  /// A list of what the document refers to.
  static func relationships(_ entries: (type: String, target: String)...) -> (String, String) {
    let list = entries.enumerated().map { number, entry in
      """
      <Relationship Id="rId\(number + 1)" Target="\(entry.target)" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(entry.type)"/>
      """
    }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
      "word/_rels/document.xml.rels", "<Relationships xmlns=\"\(namespace)\">\(list.joined())</Relationships>"
    )
  }

  /// A part whose root is `element`.
  static func story(_ element: String, _ blocks: String) -> String {
    "<w:\(element) xmlns:w=\"\(namespace)\">\(blocks)</w:\(element)>"
  }

  /// A paragraph whose runs hold `runs`.
  static func p(_ runs: String...) -> String {
    "<w:p>" + runs.map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }.joined() + "</w:p>"
  }

  /// A table row with a paragraph for each of `cells`.
  static func row(_ cells: String...) -> String {
    "<w:tr>" + cells.map { "<w:tc>\(p($0))</w:tc>" }.joined() + "</w:tr>"
  }

  /// A part of a Word file.
  static func part(_ path: String, of file: [UInt8]) throws -> String {
    let container = try ZipContainer(SourceFile(name: "out.docx", bytes: file))
    let part = try #require(container.files.first { $0.name == "out.docx!\(path)" })
    return String(decoding: try part.bytes(), as: UTF8.self)
  }

  /// What stands between the tags of the body that comes out, for `body` with `fields`.
  static func body(_ body: String, _ fields: FieldRecord) throws -> String {
    let document = try part("word/document.xml", of: template(body).render(fields))
    let start = try #require(document.range(of: "<w:body>"))
    let end = try #require(document.range(of: "</w:body>"))
    return String(document[start.upperBound..<end.lowerBound])
  }

  /// The words of every paragraph in `body`, blocks or a whole part.
  static func lines(_ body: String) -> [String] {
    let part = body.hasPrefix("<?xml") ? body : "<w:body xmlns:w=\"\(namespace)\">\(body)</w:body>"
    guard let tree = try? WordTree(Array(part.utf8), file: "body") else {
      Issue.record("not well-formed: \(part.prefix(200))")
      return []
    }
    return tree.nodes.indices.filter { tree.nodes[$0].name == .p }.map {
      String(
        decoding: WordParagraph($0, number: 1, in: tree, file: "").text, as: UTF8.self)
    }
  }
}

extension String {
  /// The first range of `part`.
  func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
