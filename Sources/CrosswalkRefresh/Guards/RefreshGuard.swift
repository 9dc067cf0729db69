import CrosswalkModel

/// What a guard looks at: the step from what the store has to what a source has.
struct RevisionStep {
  /// What the store has; `nil` where it knows nothing of the framework.
  let installed: Catalog?
  /// Whether the text of that is a publisher's, not the toolkit's summaries alone.
  let isOfficial: Bool
  /// What the source has.
  let staged: StagedRevision
  /// What differs; `nil` where there is nothing to compare with.
  let diff: CatalogDiff?
  /// The newest revision whose text came from a publisher: what may not be gone behind.
  let newestOfficial: CatalogMetadata?
  /// Whether the store has just this content already, and a newer one.
  let goesBack: Bool
  /// Claims that count and are about the framework.
  let claims: [MappingClaim]
  /// Rows of the installed revision whose official words the new one leaves out, although it keeps the name.
  let emptied: Set<Int>
}

extension RevisionStep {
  /// The rows of `installed` that required something in a publisher's words and require nothing in `staged`.
  ///
  /// - Complexity: linear in the nodes; in the text of those whose own words are gone.
  static func emptied(_ installed: Catalog, by staged: Catalog) -> Set<Int> {
    let after = IndexedCatalog(staged)
    return Set(
      installed.rows.indices.filter { row in
        guard !installed.rows[row].isWithdrawn, installed.rows[row].kind != .guidance,
          let node = after.node(installed[row].local), !node.isWithdrawn, RequirementText(node).isEmpty
        else { return false }
        return !RequirementText(installed[row]).official.isEmpty
      })
  }
}

/// What a guard saw.
struct GuardHit: Hashable {
  /// In one sentence.
  let reason: String
  /// The nodes that it is about, all of them: whoever accepts the step accepts it for these.
  var nodes: [String] = []
}

/// A rule that keeps a step out of the store until a person accepts it.
protocol RefreshGuard: Sendable {
  /// Its name in records and reports.
  var name: String { get }
  /// What it saw; `nil` where it has nothing against the step.
  func hit(by step: RevisionStep) -> GuardHit?
}

/// All guards, in the order of their reports.
enum RefreshGuards {
  static let all: [any RefreshGuard] = [
    IdentityGuard(), OlderGuard(), SilentChangeGuard(), RemovedShareGuard(), MappedRemovedGuard(),
  ]

  /// The guards that `step` hits, each with its name.
  static func hits(_ step: RevisionStep) -> [(name: String, hit: GuardHit)] {
    all.compactMap { rule in rule.hit(by: step).map { (rule.name, $0) } }
  }
}

/// Shares of whole numbers, and lists that stay short.
enum GuardWords {
  /// Whether a share is more than the guards let pass.
  static func exceeds(_ part: Int, of whole: Int) -> Bool { part * 100 > whole * RefreshGuards.percent }

  /// `12 of 203 controls (5.9 %)`.
  static func share(_ part: Int, of whole: Int, _ what: String) -> String {
    let tenths = whole == 0 ? 0 : (part * 2_000 + whole) / (2 * whole)
    return "\(part) of \(whole) \(what) (\(tenths / 10).\(tenths % 10) %)"
  }

  /// Up to ten names, and how many more there are.
  static func list(_ names: [String]) -> String {
    let more = names.count - 10
    return names.prefix(10).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension RefreshGuards {
  /// Per cent of the controls in force that may go, or change their titles, without somebody looking at it.
  static let percent = 5
}
