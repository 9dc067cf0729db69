import CrosswalkImporters
import CrosswalkModel

/// What a subject file says, by the requirements that it names.
struct SubjectNames {
  private let subject: DocumentSubject?
  private var answers: [ControlID: DocumentSubject.Answer] = [:]
  /// The statements that each piece of evidence supports, by its id, in the order of the file.
  private(set) var supported: [String: [ControlID]] = [:]

  /// Looks every name of `file` up in the frameworks compared; names of other frameworks stay as they are.
  ///
  /// - Throws: ``DocumentError`` at the place of a name that its framework does not have, of another revision, and of a
  ///   second answer about the same.
  init(_ file: SubjectFile?, in frameworks: ComparedFrameworks) throws(DocumentError) {
    subject = file?.subject
    guard let file else { return }
    let lookUp = NameLookUp(file: file, frameworks: frameworks)
    for (index, answer) in (file.subject.answers ?? []).enumerated()
    where SectionAnswers.names(in: answer.about) == nil {
      let place = ["answers", String(index), "about"]
      let id = try lookUp.name(answer.about, at: place)
      // The reader has compared the names as they are spelled.
      guard answers.updateValue(answer, forKey: id) == nil else {
        throw .repeatedAnswer(answer.about, at: file.location(of: place))
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

  /// All evidence, in the order of the file.
  var evidence: [EvidenceItem] { subject?.evidence ?? [] }

  /// The evidence that an answer about `node` names, or that supports `node` or something that holds it, in the order
  /// of the file.
  func evidence(for node: CatalogNode) -> [EvidenceItem] {
    evidence(namedFor: [node.id], supporting: Set(node.line))
  }

  /// The evidence that an answer about one of `answered` names, or that supports one of `supported`, in the order of
  /// the file.
  func evidence(namedFor answered: Set<ControlID>, supporting wanted: Set<ControlID>) -> [EvidenceItem] {
    let named = Set(answered.flatMap { answers[$0]?.evidence ?? [] })
    return evidence.filter { named.contains($0.id) || !wanted.isDisjoint(with: supported[$0.id] ?? []) }
  }
}

/// Finds what the references of a subject file name.
private struct NameLookUp {
  let file: SubjectFile
  let frameworks: ComparedFrameworks

  func name(_ text: String, at path: [String]) throws(DocumentError) -> ControlID {
    guard let reference = Reference(text), let local = reference.local else {
      // The reader has refused such texts.
      throw .unreadableReference(text, at: file.location(of: path))
    }
    guard let (catalog, index) = frameworks.catalog(reference.framework) else {
      return ControlID(framework: reference.framework, local: local)
    }
    let revision = catalog.metadata.id
    guard reference.revision == nil || reference.revision == revision.revision else {
      throw .otherRevision(text, revision, at: file.location(of: path))
    }
    if case .one(let row) = index.match(local) { return catalog[row].id }
    let names = catalog.nodes.lazy.filter { $0.kind != .guidance }.map(\.local)
    throw .unknownControl(
      local, revision, closest: ClosestNames.to(local, among: Array(names)), at: file.location(of: path))
  }
}
