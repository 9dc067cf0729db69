import CrosswalkModel

/// What a check of a template found as JSON, schema `crosswalk-template-check/1`.
public struct TemplateCheckJSONExporter: Exporter {
  private struct Document: Encodable {
    var schema = "crosswalk-template-check/1"
    var name, folder: String
    var files, fields: [String]
    var available: [FieldRow]
    var languages: [Language]
    var errors, warnings: Int
    @Nullable var missing: [Missing]?
  }

  private struct Language: Encodable {
    var language: String
    var missingLabels: [String]
  }

  private struct Missing: Encodable {
    var code, message: String
    @Nullable var control: String?
    @Nullable var hint: String?
  }

  /// Creates an exporter.
  public init() {}

  /// One JSON object; `missing` is `null` where no subject file was given.
  public func export(_ report: TemplateCheckReport) throws(ExportError) -> [UInt8] {
    try JSONDocument.bytes(
      of: Document(
        name: report.name, folder: report.folder, files: report.files, fields: report.fields,
        available: FieldRow.all(of: report.available),
        languages: report.languages.map { Language(language: $0.language, missingLabels: $0.missingLabels) },
        errors: report.errors, warnings: report.warnings,
        missing: report.missing?.map {
          Missing(code: $0.code, message: $0.message, control: $0.control, hint: $0.hint)
        }))
  }
}
