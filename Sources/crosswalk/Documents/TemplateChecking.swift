import CrosswalkExporters
import CrosswalkModel
import CrosswalkWorkspace

/// Checks a template in each of its languages, and a subject file against it.
struct TemplateChecking {
  let workspace: Workspace
  let template: String
  let asOf: CalendarDate

  /// The diagnostics, each once and in the order of their places, and the report.
  func run(subject: String?) throws -> (diagnostics: [Diagnostic], report: TemplateCheckReport) {
    let languages = try workspace.languages(of: template)
    var diagnostics: [Diagnostic] = []
    var missingLabels: [TemplateCheckReport.Language] = []
    for language in languages {
      let source = try workspace.template(template, language: language)
      let document = try DocumentTemplate(source)
      let labels = document.uses.labels.union(source.manifest.labels)
      missingLabels.append(
        .init(language, missingLabels: labels.filter(source.strings.fallbacks.contains).sorted()))
      diagnostics += document.check(workspace.fieldCatalog(source.manifest))
    }
    let source = try workspace.template(template, language: languages.contains("en") ? "en" : languages[0])
    let uses = try DocumentTemplate(source).uses
    let idle = source.files.keys.filter { source.places[$0] == nil && !Self.isUsed($0, uses) }
    diagnostics += (source.notUsed + idle).sorted().map { name in
      Diagnostic(
        .warning, code: "not-used", message: "the template does not use this",
        location: SourceLocation(file: source.path(of: name), line: 1, column: 1))
    }
    var seen: Set<Diagnostic> = []
    diagnostics = diagnostics.filter { seen.insert($0).inserted }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    let missing = try hasErrors ? nil : subject.map { try self.missing(source, $0) }
    let report = TemplateCheckReport(
      name: source.manifest.name, folder: source.folder,
      files: source.files.keys.filter { Self.isUsed($0, uses) }.sorted(), fields: uses.fields.sorted(),
      languages: missingLabels, errors: diagnostics.count { $0.severity == .error },
      warnings: diagnostics.count { $0.severity == .warning }, missing: missing)
    return (diagnostics + (missing ?? []), report)
  }

  private func missing(_ source: TemplateSource, _ subject: String) throws -> [Diagnostic] {
    let request = DocumentRequest(template: source, subject: subject, asOf: asOf)
    return try workspace.documentFields(request, roots: ["evidence", "requirements", "details"]).missing
  }

  /// Of the partials those that the template uses: the others only are there for other templates.
  private static func isUsed(_ file: String, _ uses: TemplateUses) -> Bool {
    guard file.hasPrefix("parts/") else { return true }
    return uses.parts.contains(String(file.dropFirst("parts/".count).dropLast(".md".count)))
  }
}
