import CrosswalkModel

/// An HTML page that a template's author wrote: held to places where tags are safe, and given the policy that lets it load nothing.
struct AuthoredPage: Sendable {
  /// What is wrong with it, in order of place.
  let problems: [TemplateError]
  /// The names of the parts that it puts in, directly or through others.
  let usedParts: Set<String>
  /// The tags in order.
  let tags: [TemplateTag]
  private let template: CompiledTemplate?

  /// Reads the page `bytes`; `parts` stand where their tags stand between elements.
  ///
  /// - Throws: ``TemplateError`` where it is no text or a limit is passed.
  init(_ bytes: [UInt8], file: String, parts: [String: Outline]) throws(TemplateError) {
    let text = try TemplateText.read(bytes, file: file)
    let scanner = TagScanner(text, from: SourceLocation(file: file, line: 1, column: 1))
    var reader = HTMLContextReader(text, tags: scanner.found, file: file)
    reader.read()
    var expansion = PartialExpansion(parts: parts)
    let pieces = try Self.pieces(text, reader, &expansion)
    tags = pieces.tags
    usedParts = expansion.used
    problems = scanner.problems + reader.problems + expansion.problems
    template = problems.isEmpty ? try CompiledTemplate(pieces, escaping: AuthoredHTMLEscaping()) : nil
  }

  /// The page as markup and tags, with its policy, without comments.
  private static func pieces(
    _ text: [UInt8], _ reader: HTMLContextReader, _ expansion: inout PartialExpansion
  ) throws(TemplateError) -> [SectionNode.Piece] {
    let policy = SecurityPolicy.text(styles: reader.styles, embedsImages: true)
    var writer = PieceWriter()
    var end = 0
    for insertion in reader.insertions {
      writer.write(String(decoding: text[end..<insertion.range.lowerBound], as: UTF8.self))
      end = insertion.range.upperBound
      switch insertion.what {
      case .nothing: break
      case .policy:
        writer.write("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
      case .tag(let tag) where tag.kind == .partial:
        let outline = try expansion.expand(Outline(blocks: [.tag(tag)]))
        writer.write(OutlineHTMLWriter.pieces(outline.blocks))
      case .tag(let tag): writer.write(tag)
      }
    }
    writer.write(String(decoding: text[end...], as: UTF8.self))
    return writer.pieces
  }

  /// The page with `fields` filled in.
  ///
  /// - Throws: ``TemplateError`` for the first problem, or where it would become too large.
  func render(_ fields: FieldRecord) throws(TemplateError) -> String {
    guard let template else { throw problems.first ?? TemplateError(.defect("the page is no template")) }
    return HTMLAssembly(try template.render(fields)).body
  }
}
