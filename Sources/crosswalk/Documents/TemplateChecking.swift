import CrosswalkExporters
import CrosswalkModel
import CrosswalkTerminal
import CrosswalkWorkspace

/// Checks a template in each of its languages, and a subject file against it.
struct TemplateChecking {
  let workspace: Workspace
  let template: String
  let asOf: CalendarDate

  /// The diagnostics, each once and in the order of their places, and the report.
  ///
  /// - Parameter language: The only language to check; `nil` for all that the template has labels in.
  func run(language: String?, subject: String?) throws -> (
    diagnostics: [Diagnostic], report: TemplateCheckReport
  ) {
    let languages = try language.map { [$0] } ?? workspace.languages(of: template)
    let sources = try languages.map { try workspace.template(template, language: $0) }
    let templates = try sources.map { try DocumentTemplate($0) }
    let english = templates.first { $0.source.strings.language == "en" } ?? templates[0]
    let (source, uses) = (english.source, english.uses)
    let labels = uses.labels.union(source.manifest.labels)
    var diagnostics = Self.idle(source, uses)
    for template in templates {
      diagnostics.formUnion(template.check(workspace.fieldCatalog(template.source.manifest)))
    }
    let errors = diagnostics.count { $0.severity == .error }
    let missing = try errors > 0 ? nil : subject.map { try self.missing(source, $0) }
    let report = TemplateCheckReport(
      name: source.manifest.name, folder: source.folder,
      files: source.files.keys.filter { Self.isUsed($0, uses) }.sorted(), fields: uses.fields.sorted(),
      available: workspace.fieldCatalog(source.manifest),
      languages: sources.map { source in
        .init(
          source.strings.language,
          missingLabels: labels.filter(source.strings.fallbacks.contains).sorted())
      }, errors: errors, warnings: diagnostics.count { $0.severity == .warning }, missing: missing)
    return (diagnostics.sorted { $0.precedes($1) } + (missing ?? []), report)
  }

  private func missing(_ source: TemplateSource, _ subject: String) throws -> [Diagnostic] {
    let session = DocumentSession(workspace, subject: subject, asOf: asOf)
    return try session.fields(DocumentRequest(template: source), roots: ["frameworks", "details"]).missing
  }

  /// What lies in the folder and neither the template nor anything that it uses names.
  private static func idle(_ source: TemplateSource, _ uses: TemplateUses) -> Set<Diagnostic> {
    let parts = source.files.keys.filter { source.places[$0] == nil && !isUsed($0, uses) }
    return Set(
      (source.notUsed + parts).map { name in
        Diagnostic(
          .warning, code: "not-used", message: "the template does not use this",
          location: SourceLocation(file: source.path(of: name), line: 1, column: 1))
      })
  }

  /// Of the parts those that the template uses: the others only are there for other templates.
  private static func isUsed(_ file: String, _ uses: TemplateUses) -> Bool {
    guard file.hasPrefix("parts/") else { return true }
    return uses.parts.contains(String(file.dropFirst("parts/".count).dropLast(".md".count)))
  }
}
