import CrosswalkModel

/// Puts the fields of a document together.
struct DocumentComposer {
  private var material: DocumentMaterial
  private let links: LinkFields
  private let evidence: EvidenceFields
  private let rules: EvidenceRules
  private let catalog: FieldCatalog
  private var words: Words { material.words }
  private var roots: DocumentRoots { material.roots }
  private var manifest: TemplateManifest { material.manifest }

  init(_ material: DocumentMaterial) throws {
    self.material = material
    catalog = FieldCatalog(for: material.manifest)
    let titles = material.graph.catalogs.map { ($0.framework, $0.metadata.title) }
    let claims = material.graph.claims.map { ($0.id, $0) }
    let links = LinkFields(
      words: material.words, titles: Dictionary(titles, uniquingKeysWith: { first, _ in first }),
      claims: Dictionary(claims, uniquingKeysWith: { first, _ in first }),
      positions: PositionFields(
        words: material.words, index: material.positions, subject: material.file?.subject.id))
    self.links = links
    evidence = EvidenceFields(
      words: material.words, checks: material.checks,
      supports: try ArtefactSupports(material, links).byEvidence)
    rules = EvidenceRules(material.manifest, material.frameworks, material.names, evidence)
  }

  /// Every field asked for.
  mutating func fields() throws -> DocumentFields {
    var record = SystemFields(
      subject: material.file?.subject, system: material.system, questions: material.pathway.questions,
      words: words
    ).fields
    addEvidence(to: &record)
    addReports(to: &record)
    addRequirements(to: &record)
    addLists(to: &record)
    if let details = DetailFields.description(manifest.fields) {
      record["details"] = .record(try DetailFields(file: material.file).record(details))
    }
    addHead(to: &record)
    if roots.use("sections") {
      let sections = SectionFields(
        manifest: manifest, words: words, answers: material.sections, items: material.names.evidence,
        evidence: evidence, positions: links.positions, catalog: catalog, record: record)
      record = record.merging(sections.fields)
    }
    record.set("warnings", texts: material.remarks.texts)
    return DocumentFields(
      record: record, warnings: material.remarks.diagnostics,
      missing: RequiredParts(manifest, material.file, rules).missing(in: record))
  }

  private func addEvidence(to record: inout FieldRecord) {
    guard roots.use("evidence") else { return }
    let items = material.names.evidence
    record.set("evidence", list: items.map(evidence.record))
    let problems = items.filter { material.checks[$0.id]?.isProblem == true }
    record.set("evidenceProblems", list: problems.map(evidence.record))
  }

  private func addReports(to record: inout FieldRecord) {
    if roots.use("scope") {
      let schedule = ApplicationSchedule(properties: material.target?.metadata.properties ?? [])
      let scope = ScopeFields(
        gate: material.gate, system: material.system, routes: schedule.routes, words: words)
      record["scope"] = .record(scope.record)
    }
    if roots.use("gap"), let gap = material.gaps.first {
      record["gap"] = .record(GapFields(words: words, links: links).record(gap))
    }
    if let equivalence = material.equivalence {
      record["equivalence"] = .record(EquivalenceFields(words: words, links: links).record(equivalence))
    }
    if let recognition = material.recognition {
      record["recognition"] = .record(RecognitionFields(report: recognition, words: words).record)
    }
  }

  private mutating func addRequirements(to record: inout FieldRecord) {
    guard roots.use("requirements") else { return }
    var nodes: [CatalogNode] = []
    if let target = manifest.frameworks?.target, let (catalog, index) = material.frameworks.catalog(target) {
      for name in manifest.requirements ?? [] {
        if case .one(let row) = index.match(name) {
          nodes.append(catalog[row])
        } else {
          material.addAbsent(name, in: catalog.metadata.id)
        }
      }
    }
    let fields = RequirementFields(
      words: words, links: links, evidence: evidence, subject: material.names, rules: rules,
      verdicts: RequirementVerdicts(material.gaps, asOf: material.asOf))
    record.set("requirements", list: fields.groups(nodes))
  }

  private func addLists(to record: inout FieldRecord) {
    if roots.use("frameworks") {
      let fields = FrameworkFields(words: words)
      let catalogs = material.frameworks.ids.compactMap { material.graph.catalog($0) }
      record.set("frameworks", list: catalogs.map { fields.record($0.metadata) })
    }
    if roots.use("glossary") {
      let entries = GlossaryFields(glossary: material.glossary, language: words.language).list
      record.set("glossary", list: entries)
    }
    if roots.use("positions") {
      let titles = PositionTitles(material)
      let subject = material.file?.subject.id
      let held = material.abouts.map { material.positions.both(on: $0, subject: subject) }
      record.set("positions", list: links.positions.list(held, title: titles.title))
    }
  }

  private func addHead(to record: inout FieldRecord) {
    let head = DocumentHeadFields(
      manifest: manifest, words: words, asOf: material.asOf,
      isSimplified: material.request.variant == TemplateManifest.simplified)
    record["document"] = .record(
      head.record(
        system: material.system, notice: material.file?.subject.notice, claims: reviewedClaims))
    record.set("signOff", list: head.signOff(record))
  }

  /// Of the claims that the document rests on, how many are reviewed: those of the report asked for, else those between
  /// its frameworks and those that a finding is derived from.
  private var reviewedClaims: (reviewed: Int, all: Int)? {
    if let basis = material.request.gap?.basis ?? material.request.equivalence?.basis {
      return (basis.reviewed, basis.claims)
    }
    guard !material.gaps.isEmpty else {
      return material.equivalence.map { ($0.basis.reviewed, $0.basis.claims) }
    }
    let frameworks = Set(material.frameworks.ids)
    let used = Set(material.gaps.flatMap(\.findings).flatMap(\.by).flatMap(\.derivation.claims))
    let target = material.target?.framework
    let counted = material.graph.claims.filter { claim in
      let ends = Set([claim.source.framework, claim.target.framework])
      let connects = target.map(ends.contains) == true && ends.count == 2 && ends.isSubset(of: frameworks)
      return claim.counts && (connects || used.contains(claim.id))
    }
    return (counted.count(where: \.isReviewed), counted.count)
  }
}
