/// The claims between two frameworks, as they are exported.
public struct MappingSet: Sendable {
  /// One of the two frameworks.
  public struct End: Sendable {
    /// The framework.
    public var framework: FrameworkID
    /// The revision that the question resolved to; `nil` for what only alternative routes name.
    public var revision: RevisionID?
    /// Its title as printed.
    public var title: String
    /// Titles of its nodes, by local name; where a node has none, it is missing.
    public var titles: [String: String]
    /// Those of the nodes that claims name which are parts of controls, and no controls of their own.
    public var statements: Set<String> = []
    /// Controls in force of which no claim relates anything to the other framework, neither them nor a part of them nor
    /// what holds them, in document order: nobody has judged them, which is no gap.
    public var unmapped: [String] = []

    /// Creates an end.
    public init(framework: FrameworkID, revision: RevisionID?, title: String, titles: [String: String] = [:])
    {
      self.framework = framework
      self.revision = revision
      self.title = title
      self.titles = titles
    }
  }

  /// The framework that `--from` names.
  public var from: End
  /// The framework that `--to` names.
  public var to: End
  /// The claims in the order of their sources, in either direction: each reads "source RELATIONSHIP target".
  public var claims: [MappingClaim]
  /// Those of ``claims`` that were made about another text than the one of these revisions, or may have been.
  public var stale: Set<ClaimID> = []

  /// Alternative routes that were taken out of ``claims``.
  public private(set) var leftOut = 0

  /// Creates a set of claims between two frameworks.
  public init(from: End, to: End, claims: [MappingClaim]) {
    self.from = from
    self.to = to
    self.claims = claims
  }

  /// The set for formats that only know relations: alternative routes are none, and the notice says how many there are.
  public var withoutAlternatives: MappingSet {
    var set = self
    set.claims.removeAll(where: \.isAlternativeRoute)
    set.leftOut += claims.count - set.claims.count
    return set
  }

  /// The newest day that a claim names, of its making or its review.
  ///
  /// It stands for the day of the set, which has none of its own; the first day of 1970 where no claim names any.
  public var newestDay: CalendarDate {
    claims.flatMap { [$0.date, $0.reviewedOn] }.compactMap(\.self).max() ?? .firstOfEpoch
  }

  /// How far the claims are reviewed, and what they are not: the sentence that every export carries.
  public var notice: String {
    let routes =
      leftOut == 0 ? "" : "\(leftOut) alternative \(leftOut == 1 ? "route is" : "routes are") left out. "
    let old = claims.count { stale.contains($0.id) }
    let outdated = old == 0 ? "" : " \(old) stale: the text of an end may have changed since."
    return routes + claims.notice + outdated
  }

  /// Whether a claim relates something of `source` to something of `target`, read in that direction.
  public func hasMaps(from source: FrameworkID, to target: FrameworkID) -> Bool {
    claims.contains {
      $0.source.framework == source && $0.target.framework == target && !$0.isNoCounterpart
        && !$0.isAlternativeRoute
    }
  }

  /// The title of the node that `id` names.
  public func title(_ id: ControlID) -> String? {
    [from, to].first { $0.framework == id.framework }?.titles[id.local]
  }
}

extension [MappingClaim] {
  /// How far these claims are reviewed, and what they are not.
  public var notice: String {
    let reviewed = count(where: \.isReviewed)
    let drafts = count { $0.status == .draft }
    return "\(reviewed) of \(count) claims reviewed, \(drafts) draft. "
      + "The claims compare subject matter; none of them is a legal assessment or an approval."
  }
}
