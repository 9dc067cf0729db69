/// A gap report as it would be under a hypothesis, and what would be different from the one that is.
public struct WhatIfReport: Sendable {
  /// What was supposed.
  public struct Patch: Sendable {
    /// An amended framework.
    public struct Amendment: Hashable, Sendable {
      /// What the amendment is called; `nil` where it has no name.
      public var title: String?
      /// The revision that was amended.
      public var revision: FrameworkRevisionID
      /// The revision that would result; no store has it.
      public var hypothetical: RevisionID
      /// Local names of nodes inserted.
      public var added: [String]
      /// Local names of nodes with another wording.
      public var changed: [String]
      /// Local names of nodes withdrawn.
      public var withdrawn: [String]
      /// Local names of nodes removed.
      public var removed: [String]

      /// Describes what `amendment` made of `revision`.
      public init(_ amendment: CatalogAmendment, of revision: FrameworkRevisionID, giving name: RevisionID) {
        title = amendment.title
        self.revision = revision
        hypothetical = name
        added = amendment.additions.map(\.local)
        changed = amendment.changes.map(\.local)
        withdrawn = amendment.withdrawn.map(\.local)
        removed = amendment.removed.map(\.local)
      }
    }

    /// The files, in the order in which they were applied.
    public var files: [String]
    /// Amended frameworks.
    public var amendments: [Amendment]
    /// Claims supposed to be made, or brought up to date.
    public var added: [MappingClaim]
    /// Claims supposed never to have been made.
    public var removed: [MappingClaim]

    /// Describes a patch.
    public init(
      files: [String] = [], amendments: [Amendment] = [], added: [MappingClaim] = [],
      removed: [MappingClaim] = []
    ) {
      self.files = files
      self.amendments = amendments
      self.added = added
      self.removed = removed
    }
  }

  /// The report that is, counted.
  public struct Before: Sendable {
    /// The target in its stored revision.
    public var target: GapReport.End
    /// On what it rests.
    public var basis: GapReport.Basis
    /// Its findings, counted.
    public var summary: VerdictCounts

    /// Keeps the counts of `report`.
    public init(_ report: GapReport) {
      target = report.target
      basis = report.basis
      summary = report.summary
    }
  }

  /// What is said about one requirement.
  public struct State: Hashable, Sendable {
    /// What the claims say about it.
    public var verdict: Verdict
    /// Only for a partial verdict.
    public var extent: Extent?
    /// Whether it rests on a claim about another text.
    public var stale: Bool
    /// Whether it rests on unreviewed claims only.
    public var draft: Bool
    /// Whether unreviewed claims say that there is no counterpart.
    public var suggestedGap: Bool
    /// Whether and from when it applies.
    public var applicability: Applicability
    /// Why, where a route was asked about.
    public var ground: ApplicationGround?

    /// What `finding` says.
    public init(_ finding: GapReport.Finding) {
      verdict = finding.verdict
      extent = finding.extent
      stale = finding.stale
      draft = finding.draft
      suggestedGap = finding.suggestedGap
      applicability = finding.applicability
      ground = finding.ground
    }
  }

  /// A claim that brings a change about.
  public struct Cause: Hashable, Sendable {
    /// What became of the claim.
    public enum Role: String, Sendable, CaseIterable {
      case added, removed
      /// The text of an end is another one.
      case stale
      /// An end is no longer there.
      case dangling
      /// An end requires nothing any more.
      case withoutEffect = "without-effect"
      /// It was there before, and bears on the requirement only now, or no longer.
      case follows
    }

    /// What became of the claim.
    public var role: Role
    /// The claim.
    public var claim: MappingClaim

    /// Creates a cause.
    public init(_ role: Role, _ claim: MappingClaim) {
      self.role = role
      self.claim = claim
    }
  }

  /// A requirement about which something else would be said.
  public struct Change: Sendable {
    /// The requirement.
    public var target: ControlID
    /// What it was called before; `nil` where it has kept its name.
    public var formerly: ControlID?
    /// Its title.
    public var title: String
    /// What is said now; `nil` for a requirement that the hypothesis inserts.
    public var before: State?
    /// What would be said; `nil` for one that would not be counted any more.
    public var after: State?
    /// The claims that do it, those of the patch first; none where the text alone does.
    public var causes: [Cause]

    /// Creates a change.
    public init(
      target: ControlID, formerly: ControlID? = nil, title: String, before: State?, after: State?,
      causes: [Cause]
    ) {
      self.target = target
      self.formerly = formerly
      self.title = title
      self.before = before
      self.after = after
      self.causes = causes
    }
  }

  /// A pair for which the hypothesis leaves no relation, although something is possible now.
  public struct Conflict: Sendable {
    /// Several mean their union.
    public var source: [ControlID]
    /// Several mean their union.
    public var target: [ControlID]
    /// Claims that are enough for the conflict.
    public var claims: [MappingClaim]

    /// Creates a conflict.
    public init(source: [ControlID], target: [ControlID], claims: [MappingClaim]) {
      self.source = source
      self.target = target
      self.claims = claims
    }
  }

  /// What was supposed.
  public var patch: Patch
  /// The report that is, counted.
  public var before: Before
  /// The report as it would be.
  public var after: GapReport
  /// Contradictions that would be new.
  public var conflicts: [Conflict]
  /// In document order; requirements that would be gone follow.
  public var changes: [Change]
  /// Claims that would be stale, would dangle, or would have no effect, and do not now.
  public var affected: [Cause]

  /// Creates a report; the analysis of the mapper fills it.
  public init(
    patch: Patch, before: Before, after: GapReport, conflicts: [Conflict], changes: [Change],
    affected: [Cause]
  ) {
    self.patch = patch
    self.before = before
    self.after = after
    self.conflicts = conflicts
    self.changes = changes
    self.affected = affected
  }
}
