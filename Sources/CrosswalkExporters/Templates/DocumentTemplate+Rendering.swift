import CrosswalkModel

extension DocumentTemplate {
  /// The document with `fields` filled in: same template and fields, same bytes.
  ///
  /// `fields` is complete (``FieldRecord/completed(by:)``): a field that it lacks is looked for in the records around. Labels come
  /// from the template itself.
  /// - Throws: ``TemplateError`` where the template is not in order, or the document would become too large; nothing
  ///   is rendered then.
  public func render(_ fields: FieldRecord, as format: DocumentFormat) throws(TemplateError) -> [UInt8] {
    if let problem = problems.first { throw problem }
    let fields = withLabels(fields)
    switch format {
    case .markdown: return Array(try markdown(fields).utf8)
    case .html: return Array(try html(fields).utf8)
    case .docx: return try wordTemplate().render(fields)
    }
  }

  private func markdown(_ fields: FieldRecord) throws(TemplateError) -> String {
    MarkdownAssembly.text(of: try markdownTemplate(try requireOutline("markdown")).render(fields))
  }

  private func markdownTemplate(_ outline: Outline) throws(TemplateError) -> CompiledTemplate {
    let pieces = OutlineMarkdownWriter.pieces(title: try Self.titleBlock(), outline)
    return try CompiledTemplate(pieces, escaping: MarkdownDocumentEscaping())
  }

  private func html(_ fields: FieldRecord) throws(TemplateError) -> String {
    if let page { return try page.render(fields) }
    return try DocumentPage(fields, language: source.strings.language)
      .text(HTMLAssembly(try htmlTemplate(try requireOutline("html")).render(fields)))
  }

  private func htmlTemplate(_ outline: Outline) throws(TemplateError) -> CompiledTemplate {
    try CompiledTemplate(OutlineHTMLWriter.pieces(outline.blocks), escaping: DocumentHTMLEscaping())
  }

  /// Makes ready what every format is rendered from, so that a template in order is one that can be rendered.
  func compile() throws(TemplateError) {
    if let outline {
      _ = try markdownTemplate(outline)
      if page == nil { _ = try htmlTemplate(outline) }
      if word == nil, let problem = try wordTemplate().problems.first { throw problem }
    }
  }

  /// The Word file of the template with its tags in place, for an author to edit: the author's own, or one made from
  /// the outline.
  ///
  /// - Throws: ``TemplateError`` where the template is not in order, or has neither.
  public func wordFile() throws(TemplateError) -> [UInt8] {
    if let problem = problems.first { throw problem }
    return try wordTemplate().bytes()
  }

  private func wordTemplate() throws(TemplateError) -> WordTemplate {
    if let word { return word }
    return try WordTemplate(outline: try requireOutline("docx"), strings: source.strings)
  }

  /// The outline that a format without a template of its own is made from.
  private func requireOutline(_ format: String) throws(TemplateError) -> Outline {
    guard let outline else {
      throw TemplateError(
        .noDocument(format: format),
        at: SourceLocation(file: source.path(of: "template.json"), line: 1, column: 1))
    }
    return outline
  }

  /// What stands above a Markdown document.
  private static func titleBlock() throws(TemplateError) -> [OutlineBlock] {
    try OutlineParser(PackageResources.title_md, file: "title.md").outline.blocks
  }

  private func withLabels(_ fields: FieldRecord) -> FieldRecord {
    var fields = fields
    fields["t"] = .record(FieldRecord(source.strings.labels.mapValues { .text($0) }))
    return fields
  }

  /// The first names of all fields that rendering in `format` may ask for, so that nothing else has to be computed.
  ///
  /// Names of fields of entries are among them: only the catalog of fields tells them apart.
  public func roots(for format: DocumentFormat) -> Set<String> {
    let tags = tags(for: format).filter { $0.kind != .end && !$0.isEntryItself }
    return Set(tags.compactMap(\.path.first)).union(["document"]).subtracting(["t"])
  }

  /// The tags that a format uses, in order.
  func tags(for format: DocumentFormat) -> [TemplateTag] {
    if format == .html, let page { return page.tags }
    if format == .docx, let word { return word.tags }
    return outline.map { OutlineHTMLWriter.pieces($0.blocks).tags } ?? []
  }
}

extension SectionNode.Piece {
  /// The tag that it is; `nil` for words.
  var tag: TemplateTag? {
    if case .tag(let tag) = self { tag } else { nil }
  }
}

extension [SectionNode.Piece] {
  /// The tags among the pieces, in order.
  var tags: [TemplateTag] { compactMap(\.tag) }
}
