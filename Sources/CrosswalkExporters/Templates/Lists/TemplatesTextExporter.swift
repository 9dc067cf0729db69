import CrosswalkModel

/// The list of templates for a terminal.
public struct TemplatesTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One entry for each template: its name and title, what it is, and where it comes from.
  public func export(_ templates: [TemplateSummary]) -> [UInt8] {
    var page = TextPage(style: style)
    guard !templates.isEmpty else {
      page.paragraph("No templates.")
      return page.bytes
    }
    for template in templates {
      page.blank()
      page.paragraph(template.name, ink: .strong)
      page.entry("title", template.title, nameWidth: 9)
      page.entry("about", template.about, nameWidth: 9)
      page.entry("basis", template.basis, nameWidth: 9)
      page.entry("formats", template.formats.joined(separator: ", "), nameWidth: 9)
      page.entry("languages", template.languages.joined(separator: ", "), nameWidth: 9)
      if !template.variants.isEmpty {
        page.entry("variants", template.variants.joined(separator: ", "), nameWidth: 9)
      }
    }
    return page.bytes
  }
}
