import CrosswalkImporters
import CrosswalkModel

/// What a subject file says, by the requirements that it names.
struct SubjectNames {
  private let subject: DocumentSubject?
  private var answers: [ControlID: DocumentSubject.Answer] = [:]
  private var sections: [String: DocumentSubject.Answer] = [:]
  /// The statements that each piece of evidence supports, by its id, in the order of the file.
  private(set) var supported: [String: [ControlID]] = [:]

  /// Looks every name of `file` up in those of `catalogs` that it is about; names of other frameworks stay as they are.
  ///
  /// - Throws: ``DocumentError`` at the place of a name that its framework does not have.
  init(_ file: SubjectFile?, _ catalogs: [Catalog]) throws(DocumentError) {
    subject = file?.subject
    guard let file else { return }
    let lookUp = NameLookUp(file: file, catalogs: catalogs)
    for (index, answer) in (file.subject.answers ?? []).enumerated() {
      if answer.about.contains("#"), Reference(answer.about)?.local == nil {
        sections[answer.about] = answer
      } else {
        answers[try lookUp.name(answer.about, at: ["answers", String(index), "about"])] = answer
      }
    }
    for (index, item) in (file.subject.evidence ?? []).enumerated() {
      for (number, reference) in (item.supports ?? []).enumerated() {
        let place = ["evidence", String(index), "supports", String(number)]
        supported[item.id, default: []].append(try lookUp.name(reference, at: place))
      }
    }
  }

  /// The answer about a requirement.
  func answer(about id: ControlID) -> DocumentSubject.Answer? { answers[id] }

  /// The answer about a section of a template.
  func answer(aboutSection section: String, of template: String) -> DocumentSubject.Answer? {
    sections["\(template)#\(section)"]
  }

  /// All evidence, in the order of the file.
  var evidence: [EvidenceItem] { subject?.evidence ?? [] }

  /// The evidence that an answer names, or that supports `node` or something that holds it, in the order of the file.
  func evidence(for node: CatalogNode) -> [EvidenceItem] {
    let line = Set(node.line)
    let named = Set(answers[node.id]?.evidence ?? [])
    return evidence.filter { named.contains($0.id) || !line.isDisjoint(with: supported[$0.id] ?? []) }
  }

  /// The evidence for what `framework` calls `local`: that which an answer about it names, or which supports it or
  /// something that is called like a part of it.
  func evidence(about local: String, in framework: FrameworkID?) -> [EvidenceItem] {
    let key = LocalKey(local)
    let isMeant = { (id: ControlID) in id.framework == framework && LocalKey(id.local) == key }
    let named = Set(answers.filter { isMeant($0.key) }.flatMap { $0.value.evidence ?? [] })
    return evidence.filter { named.contains($0.id) || (supported[$0.id] ?? []).contains(where: isMeant) }
  }

  /// The evidence that an answer names, in the order of the file.
  func evidence(of answer: DocumentSubject.Answer?) -> [EvidenceItem] {
    let named = Set(answer?.evidence ?? [])
    return evidence.filter { named.contains($0.id) }
  }
}

/// Finds what the references of a subject file name.
private struct NameLookUp {
  let file: SubjectFile
  private let catalogs: [FrameworkID: (catalog: Catalog, index: LocalIndex)]

  init(file: SubjectFile, catalogs: [Catalog]) {
    self.file = file
    self.catalogs = Dictionary(
      catalogs.map { ($0.framework, ($0, LocalIndex($0))) }, uniquingKeysWith: { first, _ in first })
  }

  func name(_ text: String, at path: [String]) throws(DocumentError) -> ControlID {
    guard let reference = Reference(text), let local = reference.local else {
      // The reader has refused such texts.
      throw .unreadableReference(text, at: file.location(of: path))
    }
    guard let (catalog, index) = catalogs[reference.framework] else {
      return ControlID(framework: reference.framework, local: local)
    }
    if case .one(let row) = index.match(local) { return catalog[row].id }
    let names = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
    throw .unknownControl(
      local, catalog.metadata.id, closest: ClosestNames.to(local, among: Array(names)),
      at: file.location(of: path))
  }
}
