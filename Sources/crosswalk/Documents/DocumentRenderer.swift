import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// Puts a joint document together: the fields come from the workspace, the form from a template.
struct DocumentRenderer {
  /// A document in its formats, with what has to be said about it.
  struct Rendering {
    /// The short name of its template.
    var template: String
    /// The document in each format, in the order asked for.
    var documents: [(format: RenderFormat, bytes: [UInt8])]
    /// Evidence missing or changed, frameworks left out.
    var warnings: [Diagnostic]
  }

  /// What the documents are about.
  let session: DocumentSession
  var language = "en"
  var variant: String?
  /// Reports to show in place of those that the template's manifest asks for.
  var gap: GapReport?
  var equivalence: EquivalenceReport?

  /// The document from the template that ships as `name`, or that lies in the folder `name`.
  func render(_ name: String, as formats: [RenderFormat]) throws -> Rendering {
    let source = try session.template(name, language: language)
    try check(source.manifest)
    let template = try DocumentTemplate(source)
    let catalog = session.workspace.fieldCatalog(source.manifest)
    if let refusal = TemplateRefusal(template.check(catalog, compiling: false)) { throw refusal }
    let converter = formats.contains(.pdf) ? try PDFConverter.find(path: Terminal.searchPath) : nil
    let needed = formats.map { Self.form(of: $0, converter) }
    let roots = needed.reduce(into: Set<String>()) { $0.formUnion(template.roots(for: $1)) }
    let fields = try session.fields(request(source), roots: roots)
    let record = fields.record.completed(by: catalog)
    var made: [DocumentFormat: [UInt8]] = [:]
    for form in needed where made[form] == nil { made[form] = try template.render(record, as: form) }
    let documents = try formats.map { format in
      let bytes = made[Self.form(of: format, converter)] ?? []
      return (format, format == .pdf ? try converter?.convert(bytes, day: session.asOf) ?? [] : bytes)
    }
    return Rendering(template: source.manifest.name, documents: documents, warnings: fields.warnings)
  }

  /// The question to the workspace; a report that is given decides which frameworks the document is about.
  private func request(_ source: TemplateSource) -> DocumentRequest {
    var source = source
    for (from, to) in [
      gap.map { ($0.source.id, $0.target.id) }, equivalence.map { ($0.source.id, $0.target.id) },
    ]
    .compactMap(\.self) {
      source.manifest.frameworks = .init(target: to.framework, sources: [from.framework])
    }
    return DocumentRequest(
      template: source, variant: variant, gap: gap, equivalence: equivalence)
  }

  private func check(_ manifest: TemplateManifest) throws(WorkspaceError) {
    let known = manifest.variants ?? []
    if let variant, !known.contains(variant) {
      throw .unknownVariant(variant, template: manifest.name, known: known)
    }
  }

  /// What a format is rendered as; a PDF is made from a Word file or a page.
  private static func form(of format: RenderFormat, _ converter: PDFConverter?) -> DocumentFormat {
    switch format {
    case .docx: .docx
    case .html: .html
    case .markdown: .markdown
    case .pdf: converter?.input == .html ? .html : .docx
    }
  }
}

extension Terminal {
  /// The folders in which programs are looked for.
  static var searchPath: String { environment("PATH") ?? "/usr/bin:/bin" }
}
