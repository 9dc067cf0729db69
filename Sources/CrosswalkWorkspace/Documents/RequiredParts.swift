import CrosswalkImporters
import CrosswalkModel

/// What a template requires of a subject file.
struct RequiredParts {
  private let manifest: TemplateManifest
  private let file: SubjectFile?
  private let names: SubjectNames
  private let evidence: EvidenceFields

  init(
    _ manifest: TemplateManifest, _ file: SubjectFile?, _ names: SubjectNames, _ evidence: EvidenceFields
  ) {
    self.manifest = manifest
    self.file = file
    self.names = names
    self.evidence = evidence
  }

  /// Required fields that are empty, and required evidence of which there is none; none of it without a subject file.
  func missing(in record: FieldRecord) -> [Diagnostic] {
    guard let file else { return [] }
    let fields = (manifest.fields ?? []).filter { $0.required == true && !record.gives($0.path) }
    return fields.map { field in
      Diagnostic(
        .warning, code: "required-field-missing", message: "\(field.path) is not given: \(field.meaning)",
        location: file.location(of: field.path.split(separator: ".").map(String.init)),
        hint: "the template \(manifest.name) asks for it")
    } + (manifest.evidence ?? []).compactMap { missing($0, file) }
  }

  private func missing(_ rule: TemplateManifest.RequiredEvidence, _ file: SubjectFile) -> Diagnostic? {
    let isGiven = names.evidence(about: rule.about, in: manifest.frameworks?.target).contains {
      rule.kinds.contains($0.kind) && evidence.isThere($0)
    }
    if isGiven { return nil }
    return Diagnostic(
      .warning, code: "required-evidence-missing",
      message: "no evidence of the kind \(rule.kinds.map(\.rawValue).joined(separator: " or ")) supports it",
      location: file.location(of: ["evidence"]), control: rule.about,
      hint: "name it in \"supports\" of the evidence, or in the answer")
  }
}
