import CrosswalkModel

/// An HTML page that a template's author wrote: held to places where tags are safe, and given the policy that lets it load nothing.
struct AuthoredPage: Sendable {
  /// What is wrong with it, in order of place.
  private(set) var problems: [TemplateError]
  /// The names of the parts that it puts in, directly or through others.
  let usedParts: Set<String>
  private let pieces: [SectionNode.Piece]

  /// Reads the page `bytes`; `parts` stand where their tags stand between elements.
  ///
  /// - Throws: ``TemplateError`` where it is no text or a limit is passed.
  init(_ bytes: [UInt8], file: String, parts: [String: Outline]) throws(TemplateError) {
    let text = try TemplateText.read(bytes, file: file)
    let scanner = TagScanner(text, from: SourceLocation(file: file, line: 1, column: 1))
    var reader = HTMLContextReader(text, tags: scanner.found, file: file)
    reader.read()
    problems = scanner.problems + reader.problems
    let policy = SecurityPolicy.text(styles: reader.styles, embedsImages: true)
    let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
    var expansion = PartialExpansion(parts: parts)
    var pieces: [SectionNode.Piece] = []
    var end = 0
    for insertion in reader.insertions(of: meta) {
      pieces.append(.text(String(decoding: text[end..<insertion.range.lowerBound], as: UTF8.self)))
      end = insertion.range.upperBound
      switch insertion.what {
      case .text(let markup): pieces.append(.text(markup))
      case .tag(let tag) where tag.kind == .partial:
        let outline = try expansion.expand(Outline(blocks: [.tag(tag)]))
        pieces += OutlineHTMLWriter.pieces(outline.blocks)
      case .tag(let tag): pieces.append(.tag(tag))
      }
    }
    pieces.append(.text(String(decoding: text[end...], as: UTF8.self)))
    self.pieces = pieces
    problems += expansion.problems
    usedParts = expansion.used
    if problems.isEmpty { _ = try SectionNode.tree(pieces) }
  }

  /// The tags in order.
  var tags: [TemplateTag] { pieces.tags }

  /// The page ready to be filled.
  func compiled() throws(TemplateError) -> CompiledTemplate {
    try CompiledTemplate(pieces, escaping: AuthoredHTMLEscaping())
  }

  /// The page with `fields` filled in.
  func render(_ fields: FieldRecord) throws(TemplateError) -> String {
    HTMLAssembly(try compiled().render(fields)).body
  }
}
