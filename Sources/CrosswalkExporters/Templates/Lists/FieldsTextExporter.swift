import CrosswalkModel

/// The fields that a template may use, for a terminal.
public struct FieldsTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// One row for each field, those of records and lists indented below them.
  public func export(_ catalog: FieldCatalog) -> [UInt8] {
    var page = TextPage(style: style)
    var table = TextTable([
      .init(name: "field"), .init(name: "type"), .init(name: "meaning"), .init(name: "example", widest: 40),
    ])
    for root in catalog.roots { append(root, depth: 0, to: &table) }
    table.write(to: &page, indent: 0)
    page.blank()
    page.paragraph(
      "{{name}} shows a text; {{#name}} ... {{/name}} repeats for a list, enters a record, or keeps its content "
        + "where a flag or text is there; {{^name}} ... {{/name}} is the opposite. A dot enters a record: "
        + "{{system.name}}. {{.}} is an entry of a list of texts. {{t.NAME}} shows a label.")
    return page.bytes
  }

  private func append(_ field: FieldDescription, depth: Int, to table: inout TextTable) {
    let indent = String(repeating: "\u{A0}\u{A0}", count: depth)
    table.append([
      .init(indent + field.name, .strong), .init(field.kind.rawValue), .init(field.meaning),
      .init(field.example, .faint),
    ])
    for inner in field.fields { append(inner, depth: depth + 1, to: &table) }
  }
}
