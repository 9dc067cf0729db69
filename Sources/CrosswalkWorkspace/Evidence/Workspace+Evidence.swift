import CrosswalkImporters
import CrosswalkMapper
import CrosswalkModel
import CrosswalkReaders
import CrosswalkStore

extension Workspace {
  /// What the artefacts of a subject support, by its authors and through claims, and what is still missing.
  ///
  /// - Throws: `ImportError` and ``DocumentError`` at the place of what is wrong in the subject file,
  ///   ``WorkspaceError`` for names that do not exist, `StoreError`.
  public func evidence(_ request: EvidenceRequest) throws -> EvidenceAnswer {
    let file = try SubjectFile(SourceFile(path: request.subject))
    let items = try artefacts(of: file, only: request.artefact)
    let ends = try ends(of: request, items)
    let revisions = ends.sources + ends.targets.filter { !ends.sources.contains($0) }
    let frameworks = try ComparedFrameworks(revisions, of: self, asOf: request.asOf)
    let graph = frameworks.graph
    let names = try frameworks.names(of: file)
    let checks = try file.checkEvidence()
    let supports = items.map {
      ArtefactAnalysis.Artefact(id: $0.id, supports: names.supported[$0.id] ?? [])
    }
    let targets = try ends.targets.map { target in
      try ArtefactAnalysis().target(
        target.framework, from: ends.sources.map(\.framework).filter { $0 != target.framework },
        artefacts: supports, graph: graph)
    }
    let sources = ends.sources.compactMap { graph.catalog($0.framework) }
    let report = ArtefactReport(
      subject: file.subject.id, notice: file.subject.notice, asOf: request.asOf,
      sources: sources.map { GapReport.End($0.metadata) }, targets: targets,
      artefacts: Self.artefacts(items, supports, checks, graph))
    let shown = Set(items.map(\.id))
    let warnings = (file.subject.evidence ?? []).enumerated().compactMap { index, item in
      shown.contains(item.id)
        ? checks[item.id].flatMap { file.warning(aboutEvidence: item, at: index, $0) } : nil
    }
    return EvidenceAnswer(report: report, warnings: ends.absent.map(Self.absent) + warnings)
  }

  private func artefacts(of file: SubjectFile, only id: String?) throws(WorkspaceError) -> [EvidenceItem] {
    let items = file.subject.evidence ?? []
    guard let id else { return items }
    guard let item = items.first(where: { $0.id == id }) else {
      throw .unknownArtefact(id, closest: ClosestNames.to(id, among: items.map(\.id)))
    }
    return [item]
  }

  private struct Ends {
    var sources: [FrameworkRevisionID] = []
    var targets: [FrameworkRevisionID] = []
    /// Frameworks that the subject file names and the store lacks.
    var absent: [FrameworkID] = []
  }

  private func ends(of request: EvidenceRequest, _ items: [EvidenceItem]) throws -> Ends {
    let resolver = ReferenceResolver(store: store, asOf: request.asOf)
    var ends = Ends()
    var named: [FrameworkRevisionID] = []
    var seen: Set<FrameworkID> = []
    for framework in items.flatMap(\.references).map(\.framework) where seen.insert(framework).inserted {
      if let revision = try store.newestRevision(of: framework, asOf: request.asOf) {
        named.append(revision)
      } else {
        ends.absent.append(framework)
      }
    }
    for reference in [request.from, request.to].compactMap(\.self) where reference.local != nil {
      throw WorkspaceError.wholeNeeded(reference)
    }
    if let from = request.from, from.framework == request.to?.framework {
      throw WorkspaceError.sameFramework(from.framework)
    }
    ends.targets = try request.to.map { [try resolver.revision($0)] } ?? named
    ends.sources = try request.from.map { [try resolver.revision($0)] } ?? named
    // One graph holds one revision of each: the one that the user named goes before the newest.
    let asked = try [request.from, request.to].compactMap(\.self).map(resolver.revision)
    func settled(_ revision: FrameworkRevisionID) -> FrameworkRevisionID {
      asked.first { $0.framework == revision.framework } ?? revision
    }
    ends.targets = ends.targets.map(settled).filter { $0.framework != request.from?.framework }
    ends.sources = ends.sources.map(settled)
    return ends
  }

  private static func artefacts(
    _ items: [EvidenceItem], _ supports: [ArtefactAnalysis.Artefact], _ checks: [String: EvidenceCheck],
    _ graph: CrosswalkGraph
  ) -> [ArtefactReport.Artefact] {
    let wanted = Set(supports.flatMap(\.supports))
    var titles: [ControlID: String] = [:]
    for node in graph.catalogs.lazy.flatMap(\.nodes) where wanted.contains(node.id) {
      titles[node.id] = sequence(first: node, next: \.parent).first { !$0.title.isEmpty }?.title ?? ""
    }
    return zip(items, supports).map { item, artefact in
      ArtefactReport.Artefact(
        item: item, check: checks[item.id],
        direct: artefact.supports.map {
          ArtefactReport.Direct(statement: $0, title: titles[$0] ?? "", isKnown: titles[$0] != nil)
        })
    }
  }

  private static func absent(_ framework: FrameworkID) -> Diagnostic {
    Diagnostic(
      .warning, code: "framework-absent",
      message: "the store has no \(framework): what the evidence supports there is listed, and not followed",
      hint: "import it")
  }
}
