import CrosswalkModel

/// The list of templates as JSON, schema `crosswalk-templates/1`.
public struct TemplatesJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-templates/1"
    var templates: [Template]
  }

  private struct Template: Encodable {
    var name, title, about, basis, source: String
    var formats, languages, variants: [String]

    init(_ template: TemplateSummary) {
      name = template.name
      title = template.title
      about = template.about
      basis = template.basis
      source = template.source
      formats = template.formats
      languages = template.languages
      variants = template.variants
    }
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; templates in the order given.
  public func export(_ templates: [TemplateSummary]) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(of: Document(templates: templates.map(Template.init)))
  }
}
