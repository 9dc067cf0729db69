import CrosswalkImporters
import CrosswalkModel

/// What a subject file says about sections of templates.
///
/// A template whose sections are those of another one (``TemplateManifest/sectionsOf``) shares its answers, whichever of
/// the two names they are given under.
struct SectionAnswers {
  /// The answers by `HOLDER#SECTION`.
  private var answers: [String: DocumentSubject.Answer] = [:]
  /// Templates that answers name and nobody knows here, each once, in the order of the file.
  private(set) var unknown: [(template: String, at: SourceLocation)] = []

  /// Looks every section that `file` answers about up in the template of the document and in those that ship.
  ///
  /// - Throws: ``DocumentError`` at the place of a section that its template does not have, and of a second answer about
  ///   the same; what reading a template that ships throws.
  init(_ file: SubjectFile?, _ session: DocumentSession, _ manifest: TemplateManifest) throws {
    guard let file else { return }
    for (index, answer) in (file.subject.answers ?? []).enumerated() {
      guard let (template, section) = Self.names(in: answer.about) else { continue }
      let place = file.location(of: ["answers", String(index), "about"])
      guard
        let named = template == manifest.name ? manifest : try session.manifest(ofBundled: template)
      else {
        if !unknown.contains(where: { $0.template == template }) { unknown.append((template, place)) }
        continue
      }
      let known = (named.sections ?? []).map(\.id)
      guard known.contains(section) else {
        throw DocumentError.unknownSection(
          section, template: template, closest: ClosestNames.to(section, among: known), at: place)
      }
      guard answers.updateValue(answer, forKey: "\(named.sectionHolder)#\(section)") == nil else {
        throw DocumentError.repeatedAnswer(answer.about, at: place)
      }
    }
  }

  /// The answer about a section of the template called `holder`.
  func answer(about section: String, of holder: String) -> DocumentSubject.Answer? {
    answers["\(holder)#\(section)"]
  }

  /// The template and the section that `about` names; `nil` where it names a requirement.
  static func names(in about: String) -> (template: String, section: String)? {
    guard Reference(about)?.local == nil, let mark = about.firstIndex(of: "#") else { return nil }
    return (String(about[..<mark]), String(about[about.index(after: mark)...]))
  }
}
