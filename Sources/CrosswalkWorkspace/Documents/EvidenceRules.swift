import CrosswalkModel

/// The evidence without which a document is not complete, and whether the subject file gives it.
///
/// Evidence counts for a requirement where it supports the requirement, something that holds it or something in it, or
/// where an answer about the requirement or something in it names it; a file that is not there counts for nothing.
struct EvidenceRules {
  /// One rule of the manifest.
  struct Rule {
    /// The requirement as the manifest names it.
    let about: String
    /// The kinds, of which one is enough.
    let kinds: [EvidenceKind]
    /// The requirement; spelled as in the manifest where the target lacks it.
    fileprivate let id: ControlID
    /// Whether there is evidence of one of the kinds.
    fileprivate let isMet: Bool
  }

  /// The rules that nothing meets, in the order of the manifest.
  let unmet: [Rule]

  init(
    _ manifest: TemplateManifest, _ frameworks: ComparedFrameworks, _ names: SubjectNames,
    _ evidence: EvidenceFields
  ) {
    let target = manifest.frameworks?.target
    let rules = (manifest.evidence ?? []).compactMap { rule -> Rule? in
      guard let target else { return nil }
      var id = ControlID(framework: target, local: rule.about)
      var inside: Set<ControlID> = [id]
      var line: [ControlID] = [id]
      if let (catalog, index) = frameworks.catalog(target), case .one(let row) = index.match(rule.about) {
        let node = catalog[row]
        id = node.id
        inside = Set(node.subtree.map(\.id))
        line = node.line
      }
      let isMet = names.evidence(namedFor: inside, supporting: inside.union(line)).contains {
        rule.kinds.contains($0.kind) && evidence.isThere($0)
      }
      return Rule(about: rule.about, kinds: rule.kinds, id: id, isMet: isMet)
    }
    unmet = rules.filter { !$0.isMet }
  }

  /// The kinds of evidence that a rule about `node`, or about something that holds it, asks for and nobody has given.
  func missing(for node: CatalogNode) -> [[EvidenceKind]] {
    let line = node.line
    return unmet.filter { line.contains($0.id) }.map(\.kinds)
  }
}
