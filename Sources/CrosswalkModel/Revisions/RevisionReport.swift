/// What a new revision of a framework changes: in the framework, for the claims about it, and for what can be concluded.
public struct RevisionReport: Sendable {
  /// What the two revisions say otherwise.
  public var diff: CatalogDiff
  /// The day by which revisions of other frameworks were chosen.
  public var asOf: CalendarDate
  /// The day whose knowledge counts; `nil` for all that the store knows.
  public var knownBy: CalendarDate?
  /// Claims that count and have an end in the framework.
  public var claims: Int
  /// Those of them that name the older revision, or no revision of it: they are taken to be about that text.
  public var claimsOfOlder: Int
  /// Those of them that are not stale with the older revision as the current one, and are with the newer one.
  public var staleClaims: [StaleClaim]
  /// Gap reports at both revisions, by the other framework and the direction.
  public var verdicts: [VerdictComparison]

  /// Creates a report.
  public init(
    diff: CatalogDiff, asOf: CalendarDate, claims: Int, claimsOfOlder: Int, staleClaims: [StaleClaim],
    verdicts: [VerdictComparison]
  ) {
    self.diff = diff
    self.asOf = asOf
    self.claims = claims
    self.claimsOfOlder = claimsOfOlder
    self.staleClaims = staleClaims
    self.verdicts = verdicts
  }

  /// How many verdicts are otherwise, in all comparisons together; other dates of application alone do not count.
  public var changedVerdicts: Int { verdicts.reduce(0) { $0 + $1.verdictChanges.count } }

  /// Whether something was found that differs, that could not be compared, or that follows for claims and verdicts.
  public var isDifferent: Bool {
    !diff.isEmpty || !diff.notCompared.isEmpty || !staleClaims.isEmpty || changedVerdicts > 0
  }
}

extension RevisionReport {
  /// A claim that the newer revision makes stale.
  public struct StaleClaim: Sendable {
    /// The claim as its source has it.
    public var claim: MappingClaim
    /// The revision that it names; `nil` where it names none and is taken to be about the older one.
    public var named: RevisionID?
    /// What became of that which it names, as far as it is not the same.
    public var changes: [EndChange]

    /// Creates an entry.
    public init(claim: MappingClaim, named: RevisionID?, changes: [EndChange]) {
      self.claim = claim
      self.named = named
      self.changes = changes
    }
  }

  /// One gap report, held against that of the older revision.
  public struct VerdictComparison: Sendable {
    /// The framework that may address requirements, as in the newer report.
    public var source: FrameworkRevisionID
    /// The framework whose requirements are judged, as in the newer report.
    public var target: FrameworkRevisionID
    /// The findings with the older revision, counted.
    public var before: VerdictCounts
    /// The findings with the newer revision, counted.
    public var after: VerdictCounts
    /// Requirements about which something else is said, in document order; those that are gone follow.
    public var changes: [WhatIfReport.Change]

    /// Keeps of a comparison what the verdicts are.
    public init(_ report: WhatIfReport) {
      source = report.after.source.id
      target = report.after.target.id
      before = report.before.summary
      after = report.after.summary
      changes = report.changes
    }

    /// Those of ``changes`` in which more is otherwise than whether and when the requirement applies.
    public var verdictChanges: [WhatIfReport.Change] { changes.filter { !$0.isOfApplicationOnly } }

    /// How many requirements keep what is said about them, and apply at other times or on other conditions.
    public var appliesOtherwise: Int { changes.count(where: \.isOfApplicationOnly) }
  }
}

extension WhatIfReport.Change {
  /// Whether only the application of the requirement is otherwise.
  public var isOfApplicationOnly: Bool {
    guard var before, let after else { return false }
    before.applicability = after.applicability
    before.ground = after.ground
    return before == after
  }
}
