/// A catalog in which nodes are found by any of their names.
public struct IndexedCatalog: Sendable {
  /// The catalog.
  public let catalog: Catalog
  private let index: LocalIndex

  /// Indexes `catalog`.
  ///
  /// - Complexity: linear in the nodes and their other names.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    index = LocalIndex(catalog)
  }

  /// The one node that answers to `local`; `nil` where none or several do.
  public func node(_ local: String) -> CatalogNode? {
    guard case .one(let row) = index.match(local) else { return nil }
    return catalog[row]
  }
}

/// Says whether what a claim was made about is still the same in another revision: the one rule for staleness.
///
/// The requirement of a node is its own text with that of its parts; official text is compared with official text, else
/// a summary with a summary, and blanks do not count. A publisher's words that are gone are another text; where the older
/// side has none, or one side only the other kind, nothing is known. Guidance, links, titles and metadata change no requirement.
public struct RequirementComparison: Sendable {
  /// What became of a requirement.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Its text is known to be the same.
    case same
    /// Its text is another one.
    case changed
    /// Its publisher withdrew it.
    case withdrawn
    /// It was withdrawn, and is in force again.
    case reinstated
    /// It is not there any more, at least not under a name that is known.
    case gone
    /// It was not there before.
    case added
    /// There is no text of the same kind on both sides, so that nothing is known.
    case notComparable = "not-comparable"
  }

  /// The revision that was read.
  public let before: IndexedCatalog
  /// The revision that it is held against.
  public let after: IndexedCatalog

  /// Compares two revisions of one framework.
  public init(before: IndexedCatalog, after: IndexedCatalog) {
    self.before = before
    self.after = after
  }

  /// What became of the requirement called `local`; also ``Outcome/gone`` where neither revision has it.
  ///
  /// - Complexity: linear in the text of the node.
  public func outcome(of local: String) -> Outcome {
    Self.outcome(from: before.node(local), to: after.node(local))
  }

  /// What became of a requirement that is `before` in one revision and `after` in the other.
  public static func outcome(from before: CatalogNode?, to after: CatalogNode?) -> Outcome {
    guard let after else { return .gone }
    guard let before else { return .added }
    if before.isWithdrawn != after.isWithdrawn { return after.isWithdrawn ? .withdrawn : .reinstated }
    let (old, new) = (RequirementText(before), RequirementText(after))
    guard let texts = old.comparable(with: new) else {
      return !old.official.isEmpty && new.isEmpty ? .changed : .notComparable
    }
    return texts.before == texts.after ? .same : .changed
  }

  /// Whether everything that `end` names is known to be the same; of a whole framework, every node of it that has
  /// words, and that there are no others.
  public func isKnownToBeSame(_ end: ClaimEnd) -> Bool {
    switch end {
    case .nodes(let nodes):
      return nodes.allSatisfy { outcome(of: $0.local) == .same }
    case .framework:
      // "Nothing in it is a counterpart" speaks of every node.
      let locals = { (text: IndexedCatalog) in Set(text.catalog.nodes.map(\.local)) }
      return locals(before) == locals(after)
        && after.catalog.nodes.allSatisfy { node in
          let old = before.node(node.local)
          return RequirementText(node).isEmpty && RequirementText(old).isEmpty
            || Self.outcome(from: old, to: node) == .same
        }
    }
  }
}
