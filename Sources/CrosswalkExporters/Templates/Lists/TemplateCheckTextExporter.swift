import CrosswalkModel

/// What a check of a template found, for a terminal.
public struct TemplateCheckTextExporter: Exporter {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Creates an exporter for a terminal.
  public init(style: TerminalStyle) { self.style = style }

  /// The template in a few lines, the fields that it uses, labels without a translation, what a subject file lacks.
  public func export(_ report: TemplateCheckReport) -> [UInt8] {
    var page = TextPage(style: style)
    page.paragraph(report.name, ink: .strong)
    let width = 9
    page.entry("folder", report.folder, nameWidth: width)
    page.entry("files", report.files.joined(separator: ", "), nameWidth: width)
    page.entry("fields", report.fields.joined(separator: ", "), nameWidth: width)
    // All of them are pages long: what an author looks for here would be lost among them.
    page.entry(
      "may use", "\(FieldRow.all(of: report.available).count) fields: crosswalk template fields lists them",
      nameWidth: width)
    for language in report.languages {
      page.entry(
        language.language,
        language.missingLabels.isEmpty
          ? "every label" : "in English: \(language.missingLabels.joined(separator: ", "))", nameWidth: width)
    }
    page.entry(
      "found", "\(Self.count(report.errors, "error")), \(Self.count(report.warnings, "warning"))",
      nameWidth: width)
    if let missing = report.missing { write(missing, to: &page) }
    return page.bytes
  }

  private func write(_ missing: [Diagnostic], to page: inout TextPage) {
    guard !missing.isEmpty else { return page.entry("subject", "nothing required is missing", nameWidth: 9) }
    page.heading("Missing in the subject file")
    for entry in missing {
      let about = entry.control.map { " [\($0)]" } ?? ""
      page.paragraph(entry.message + about, indent: 2, hanging: 2)
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number == 0 ? "no" : String(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
