import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

/// Everything that the fields of one document are made of: read and computed once, and no more than is used.
struct DocumentMaterial {
  let request: DocumentRequest
  let words: Words
  let roots: DocumentRoots
  /// The subject file; `nil` for a document about none.
  let file: SubjectFile?
  let system: SystemDescription?
  let checks: [String: EvidenceCheck]
  let names: SubjectNames
  let pathway: RecognitionPathway
  let direction: RecognitionPathway.Direction?
  let gate: RecognitionReport.Gate?
  /// The target and the frameworks compared with it, as far as the store has them.
  let graph: CrosswalkGraph
  /// The frameworks of the manifest that the store has, the target first.
  let frameworks: [FrameworkID]
  /// One for each framework compared, in their order.
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

  /// Reads and computes what `roots` need.
  ///
  /// - Throws: `ImportError` and ``DocumentError`` at the place of what is wrong in the subject file or the description
  ///   of its system, ``WorkspaceError``, `StoreError`.
  init(_ workspace: Workspace, _ request: DocumentRequest, _ used: Set<String>) throws {
    self.request = request
    let manifest = request.template.manifest
    let pathway = try workspace.content.pathway("us-eu-ai")
    words = Words(
      strings: request.template.strings,
      translations: try workspace.content.translations(
        of: pathway.name, in: request.template.strings.language))
    roots = DocumentRoots(used, manifest)
    remarks = DocumentRemarks(words)
    file = try request.subject.map { try SubjectFile(SourceFile(path: $0)) }
    let system = try file?.system()
    self.system = system
    checks = try file?.checkEvidence() ?? [:]
    if let file { remarks.add(checks, of: file) }
    self.pathway = pathway
    let target = manifest.frameworks?.target
    let direction =
      pathway.directions.first { direction in target.map(direction.frameworks.contains) ?? false }
      ?? pathway.directions.first
    self.direction = direction
    let analysis = direction.map { RecognitionAnalysis(pathway, direction: $0) }
    gate = system.flatMap { analysis?.gate(of: $0) }
    let reader = FrameworkReader(workspace: workspace, asOf: request.asOf)
    let (graph, frameworks) = try reader.graph(roots.needGraph ? manifest.frameworks : nil, &remarks)
    (self.graph, self.frameworks) = (graph, frameworks)
    names = try SubjectNames(file, graph.catalogs)
    gaps = try roots.needGaps ? reader.gaps(frameworks, graph, system: system, gate: gate) : []
    recognition =
      roots.use("recognition")
      ? Self.recognition(analysis, system, gaps.first, target.flatMap { graph.catalog($0) }) : nil
    equivalence =
      try roots.use("equivalence") ? request.equivalence ?? reader.equivalence(frameworks, graph) : nil
    glossary = try roots.use("glossary") ? workspace.content.glossary() : Glossary.empty
    positions = try workspace.positions(asOf: request.asOf)
    var seen: Set<BilateralPosition.About> = []
    abouts = try workspace.store.positions().map(\.about).filter { seen.insert($0).inserted }
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
