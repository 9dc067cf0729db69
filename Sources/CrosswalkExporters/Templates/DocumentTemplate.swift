import CrosswalkModel

/// The template of a joint document: read once, checked, and rendered from fields.
///
/// The outline `document.md` makes all formats; `document.html` and `document.docx` replace it for theirs.
public struct DocumentTemplate: Sendable {
  /// What it was read from.
  public let source: TemplateSource

  /// The outline with its parts put in; `nil` where there is no `document.md`.
  let outline: Outline?
  /// The author's own HTML page; `nil` where there is no `document.html`.
  let page: AuthoredPage?
  /// The author's own Word file; `nil` where there is no `document.docx`.
  let word: WordTemplate?
  /// The names of the parts that the outline and the page put in, directly or through others.
  let usedParts: Set<String>
  /// What stands in the way of rendering, in order of place.
  let problems: [TemplateError]

  /// Reads every file of `source`.
  ///
  /// Mistakes that leave the rest readable are kept for ``check(_:)``, and rendering throws the first of them.
  /// - Throws: ``TemplateError`` where a file is no text or a limit is passed.
  public init(_ source: TemplateSource) throws(TemplateError) {
    self.source = source
    var problems: [TemplateError] = []
    let parts = try Self.parts(of: source, &problems)
    var expansion = PartialExpansion(parts: parts)
    let document = try Self.outline("document.md", of: source, &problems)
    outline = if let document { try expansion.expand(document) } else { nil }
    problems += expansion.problems
    var usedParts = expansion.used
    page =
      if let bytes = source.files["document.html"] {
        try AuthoredPage(bytes, file: source.path(of: "document.html"), parts: parts)
      } else { nil }
    word =
      if let bytes = source.files["document.docx"] {
        try WordTemplate(package: bytes, name: "\(source.folder)/document.docx")
      } else { nil }
    problems += (page?.problems ?? []) + (word?.problems ?? [])
    if let page { usedParts.formUnion(page.usedParts) }
    self.usedParts = usedParts
    if document == nil, page == nil, word == nil {
      problems.append(TemplateError(.noDocument(format: "any format"), at: Self.start(of: source)))
    }
    self.problems = problems.sorted { $0.diagnostic.precedes($1.diagnostic) }
    if let outline, self.problems.isEmpty {
      // Nesting and the number of tags are known once the parts are in.
      _ = try SectionNode.tree(OutlineHTMLWriter.pieces(outline.blocks))
    }
  }

  private static func start(of source: TemplateSource) -> SourceLocation {
    SourceLocation(file: source.path(of: "template.json"), line: 1, column: 1)
  }

  /// The outlines of the parts by their names.
  private static func parts(
    of source: TemplateSource, _ problems: inout [TemplateError]
  ) throws(TemplateError) -> [String: Outline] {
    let files = source.files.keys.filter { $0.hasPrefix("parts/") && $0.hasSuffix(".md") }.sorted()
    // What templates share is there whether they use it or not.
    let own = files.count { source.places[$0] == nil }
    guard own <= TemplateLimits.parts else {
      throw TemplateError(.tooManyParts(own, limit: TemplateLimits.parts), at: start(of: source))
    }
    var parts: [String: Outline] = [:]
    for file in files {
      parts[String(file.dropFirst(6).dropLast(3))] = try outline(file, of: source, &problems)
    }
    return parts
  }

  private static func outline(
    _ file: String, of source: TemplateSource, _ problems: inout [TemplateError]
  ) throws(TemplateError) -> Outline? {
    guard let bytes = source.files[file] else { return nil }
    let parser = try OutlineParser(bytes, file: source.path(of: file))
    problems += parser.problems + OutlineBalance(parser.outline).problems
    return parser.outline
  }
}
