import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// Everything that the fields of one document are made of; no report is made that the template does not use.
struct DocumentMaterial {
  let request: DocumentRequest
  /// The day that the document is about.
  let asOf: CalendarDate
  let words: Words
  let roots: DocumentRoots
  /// The subject file; `nil` for a document about none.
  let file: SubjectFile?
  let system: SystemDescription?
  let checks: [String: EvidenceCheck]
  let names: SubjectNames
  let sections: SectionAnswers
  let pathway: RecognitionPathway
  let gate: RecognitionReport.Gate?
  /// The target and the frameworks compared with it, as far as the store has them.
  let frameworks: ComparedFrameworks
  /// The report asked for, else one for each framework compared, in their order.
  let gaps: [GapReport]
  let recognition: RecognitionReport?
  let equivalence: EquivalenceReport?
  let glossary: Glossary
  let positions: PositionIndex
  /// What positions are about, in the order in which they were taken first.
  let abouts: [BilateralPosition.About]
  private(set) var remarks: DocumentRemarks

  var manifest: TemplateManifest { request.template.manifest }
  /// The framework whose requirements the document goes through.
  var target: Catalog? { manifest.frameworks.flatMap { graph.catalog($0.target) } }
  var graph: CrosswalkGraph { frameworks.graph }

  /// Takes from `session` what `roots` need.
  ///
  /// - Throws: `ImportError` and ``DocumentError`` at the place of what is wrong in the subject file or the description
  ///   of its system, ``WorkspaceError``, `StoreError`.
  init(_ session: DocumentSession, _ request: DocumentRequest, _ roots: DocumentRoots) throws {
    self.request = request
    self.roots = roots
    asOf = session.asOf
    let content = session.workspace.content
    let pathway = try content.pathway("us-eu-ai")
    words = Words(
      strings: request.template.strings,
      translations: try content.translations(of: pathway.name, in: request.template.strings.language))
    remarks = DocumentRemarks(words)
    let manifest = request.template.manifest
    let subject = try session.subject()
    (file, system, checks) = (subject?.file, subject?.system, subject?.checks ?? [:])
    if let file { remarks.add(checks, of: file) }
    sections = try SectionAnswers(file, session, manifest)
    for (template, place) in sections.unknown { remarks.addUnknown(template, at: place) }
    self.pathway = pathway
    let target = manifest.frameworks?.target
    let direction =
      pathway.directions.first { direction in target.map(direction.frameworks.contains) ?? false }
      ?? pathway.directions.first
    let analysis = direction.map { RecognitionAnalysis(pathway, direction: $0) }
    gate = system.flatMap { analysis?.gate(of: $0) }
    var revisions: [FrameworkRevisionID] = []
    for framework in (roots.needGraph ? manifest.frameworks : nil).map({ [$0.target] + $0.sources }) ?? [] {
      guard let revision = try session.revision(of: framework) else {
        remarks.addAbsent(framework)
        continue
      }
      if !revisions.contains(revision) { revisions.append(revision) }
    }
    frameworks = try session.comparison(of: revisions)
    names = try frameworks.names(of: file)
    gaps = try roots.needGaps ? request.gap.map { [$0] } ?? frameworks.gaps(system, gate) : []
    let judged = target.flatMap(frameworks.graph.catalog)
    recognition =
      roots.use("recognition") ? Self.recognition(analysis, system, gaps.first, judged) : nil
    equivalence =
      try roots.use("equivalence") ? request.equivalence ?? frameworks.equivalence() : nil
    glossary = try roots.use("glossary") ? content.glossary() : Glossary.empty
    let recorded = try session.positions()
    positions = recorded.index
    var seen: Set<BilateralPosition.About> = []
    abouts = recorded.positions.map(\.about).filter { seen.insert($0).inserted }
  }

  private static func recognition(
    _ analysis: RecognitionAnalysis?, _ system: SystemDescription?, _ gap: GapReport?, _ target: Catalog?
  ) -> RecognitionReport? {
    guard let analysis, let system, let gap, let target else { return nil }
    return analysis.report(system: system, gap: gap, target: target)
  }

  /// Says that a part of the target is not there.
  mutating func addAbsent(_ requirement: String, in framework: FrameworkRevisionID) {
    remarks.addAbsent(requirement, in: framework)
  }
}

extension BundledContent {
  /// The bilateral glossary that ships.
  func glossary() throws(ImportError) -> Glossary {
    try Glossary(SourceFile(path: location.folder + "/Glossary/us-eu.json"))
  }

  /// What the texts of a pathway are in `language`; nothing where no table ships.
  func translations(of pathway: String, in language: String) throws(ImportError) -> TextTranslations {
    let files = location.files(in: "Translations", suffix: ".json")
    guard let path = files.first(where: { $0.hasSuffix("/\(pathway).\(language).json") }) else {
      return .none
    }
    return try TextTranslations(SourceFile(path: path))
  }
}
