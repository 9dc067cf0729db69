import CrosswalkImporters
import CrosswalkModel

/// What has to be said about a document before everything else, for its reader and for whoever renders it.
struct DocumentRemarks {
  let words: Words
  private(set) var texts: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ words: Words) { self.words = words }

  /// Says which evidence is missing or has changed.
  mutating func add(_ checks: [String: EvidenceCheck], of file: SubjectFile) {
    for (index, item) in (file.subject.evidence ?? []).enumerated() {
      guard let check = checks[item.id],
        let warning = file.warning(aboutEvidence: item, at: index, check)
      else { continue }
      diagnostics.append(warning)
      if check.state == .changed {
        texts.append(words(.warningChanged, item.title, item.path))
      } else {
        let why = words(check.reason == nil ? .noSuchFile : .cannotBeRead)
        texts.append(words(.warningMissing, item.title, item.path, why))
      }
    }
  }

  /// Says that an answer is about a section of a template that does not ship and is not the document's.
  mutating func addUnknown(_ template: String, at place: SourceLocation) {
    diagnostics.append(
      Diagnostic(
        .note, code: "template-unknown",
        message:
          "no template that ships is called \"\(template)\": answers about it stand in its own documents only",
        location: place))
  }

  /// Says that a framework of the template is not in the store.
  mutating func addAbsent(_ framework: FrameworkID) {
    texts.append(words(.warningFramework, framework.rawValue))
    diagnostics.append(
      Diagnostic(
        .warning, code: "framework-absent", message: "the store has no framework \"\(framework)\": left out",
        hint: "import it: crosswalk import FILE --framework \(framework)"))
  }

  /// Says that a framework lacks a part that the template goes through.
  mutating func addAbsent(_ requirement: String, in framework: FrameworkRevisionID) {
    texts.append(words(.warningRequirement, framework.description, requirement))
    diagnostics.append(
      Diagnostic(
        .warning, code: "requirement-absent", message: "\(framework) has no \"\(requirement)\": left out",
        hint: "import a revision that has it, or take it out of \"requirements\" of template.json"))
  }
}
