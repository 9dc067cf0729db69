/// A Word file of which `text` stands in for one part; its first letter says which, `<` the document itself.
public func wordFile(of text: String) -> [UInt8] {
  var parts = WordFileMaker.parts
  let rest = String(text.dropFirst())
  switch text.first {
  case "R": parts["word/_rels/document.xml.rels"] = rest
  case "S": parts["word/styles.xml"] = rest
  case "N": parts["word/numbering.xml"] = rest
  case "H": parts["word/header1.xml"] = rest
  case "C": parts["word/comments.xml"] = rest
  case "P": parts["docProps/core.xml"] = rest
  case "B": parts["word/document.xml"] = WordFileMaker.story("document", "<w:body>\(rest)</w:body>")
  default: parts["word/document.xml"] = text
  }
  return ZipMaker.make(
    parts.sorted { $0.key < $1.key }.map { ZipMaker.Member(name: $0.key, bytes: Array($0.value.utf8)) })
}

/// The parts of a small Word file.
private enum WordFileMaker {
  static let parts = [
    "[Content_Types].xml": "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    "_rels/.rels": WorkbookMaker.relationships([
      ("r1", "officeDocument", "word/document.xml"), ("r2", "core-properties", "docProps/core.xml"),
    ]),
    "word/_rels/document.xml.rels": WorkbookMaker.relationships([
      ("r1", "styles", "styles.xml"), ("r2", "numbering", "numbering.xml"), ("r3", "header", "header1.xml"),
      ("r4", "comments", "comments.xml"),
    ]),
    "word/document.xml": story(
      "document", "<w:body>\(paragraph("{{#l}}"))\(list)\(paragraph("{{/l}}"))</w:body>"),
    "word/styles.xml": story(
      "styles",
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>"
    ),
    "word/numbering.xml": story(
      "numbering",
      "<w:abstractNum w:abstractNumId=\"2\"/><w:num w:numId=\"101\"><w:abstractNumId w:val=\"2\"/></w:num>"),
    "word/header1.xml": story("hdr", paragraph("{{a}}")),
    "word/comments.xml": story("comments", ""),
    "docProps/core.xml":
      "<c xmlns:d=\"http://purl.org/dc/terms/\"><t>{{a}}</t><d:created>2026-01-01T00:00:00Z</d:created></c>",
  ]

  static func story(_ element: String, _ blocks: String) -> String {
    "<w:\(element) xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\(blocks)</w:\(element)>"
  }

  private static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  /// A numbered paragraph behind the mark of its list.
  private static let list =
    "<w:bookmarkStart w:id=\"1\" w:name=\"_List1\"/><w:bookmarkEnd w:id=\"1\"/><w:p><w:pPr><w:numPr><w:numId w:val=\"101\"/></w:numPr></w:pPr><w:r><w:t>{{a}}</w:t></w:r></w:p>"
}
