/// Which statements of a target framework have their subject matter addressed by a source framework, and why.
public struct GapReport: Sendable {
  /// One end of the report.
  public struct End: Hashable, Sendable {
    /// Framework and revision.
    public var id: FrameworkRevisionID
    /// Title of the framework.
    public var title: String
    /// The day as of which the content stands; `nil` where the source names none.
    public var asOf: CalendarDate?
    /// What a reader must know about how complete the content is.
    public var selection: String?

    /// Describes one end.
    public init(id: FrameworkRevisionID, title: String, asOf: CalendarDate?, selection: String?) {
      self.id = id
      self.title = title
      self.asOf = asOf
      self.selection = selection
    }
  }

  /// What the report counts.
  public enum Unit: String, CaseIterable, Sendable {
    /// Leaf requirements.
    case statement
    /// Controls or articles.
    case control
  }

  /// On how many claims of which status the report rests.
  public struct Basis: Hashable, Sendable {
    /// Claims that the report rests on.
    public var claims: Int
    /// Claims that a named reviewer stands behind.
    public var reviewed: Int
    /// Claims that nobody has reviewed.
    public var draft: Int
    /// Relations between the two frameworks that follow from the claims without being claimed.
    public var derived: Int
    /// Open suggestions that would change the report.
    public var suggested: Int
    /// Alternative routes to what is judged: counted apart, since they say nothing about relations.
    public var alternatives = 0
    /// Claims that name a node which neither revision has.
    public var dangling: Int
    /// Weakest claim that was trusted, 0 through 1.
    public var minimumConfidence: Double
    /// The most claims on a chain between the frameworks, where only claims on such chains were used; `nil`
    /// where claims were followed without limit.
    public var longestChain: Int?
    /// Whether nothing was concluded from the claims: they count as they stand.
    public var assertedOnly = false
    /// How far single sources of claims were trusted, in the order asked for.
    public var trust: [Trust] = []
    /// The day at whose end the store is seen as it was known; `nil` for all that it knows.
    public var knownBy: CalendarDate?

    /// Creates the basis of a report.
    public init(
      claims: Int = 0, reviewed: Int = 0, draft: Int = 0, derived: Int = 0, suggested: Int = 0,
      dangling: Int = 0,
      minimumConfidence: Double = 0, longestChain: Int? = nil
    ) {
      self.claims = claims
      self.reviewed = reviewed
      self.draft = draft
      self.derived = derived
      self.suggested = suggested
      self.dangling = dangling
      self.minimumConfidence = minimumConfidence
      self.longestChain = longestChain
    }
  }

  /// The framework that may address requirements.
  public var source: End
  /// The framework whose requirements are judged.
  public var target: End
  /// The day of the report: from it follows what applies already.
  public var asOf: CalendarDate
  /// The route that the report is about; `nil` for all of them.
  public var route: ApplicationRoute?
  /// When what the report is about was placed on the market; `nil` where nothing is said.
  public var placedOnMarket: CalendarDate?
  /// The names of ``scopes``, joined by `; `; `nil` for all of the target.
  public var scope: String?
  /// What of the target the report is limited to: all of these together.
  public var scopes: [Scope] = []
  /// What of the source may bear on the target: all of these together.
  public var sourceScopes: [Scope] = []
  /// By which weights coverage is weighed; `nil` where every requirement weighs the same.
  public var weights: Weights?
  /// Whether statements or controls are counted.
  public var unit: Unit
  /// On how many claims of which status the report rests.
  public var basis: Basis
  /// The findings, counted.
  public var summary: VerdictCounts
  /// How many findings apply when; those for other roles included.
  public var applicability = ApplicabilityCounts()
  /// Chapters, functions, families: rows of the heat map, in document order.
  public var chapters: [Group]
  /// Articles, categories, controls: cells of the heat map, in document order.
  public var groups: [Group]
  /// One for each assessable statement of the target, in document order.
  public var findings: [Finding]
  /// Verdicts of the nodes above the findings; outside all counts.
  public var parents: [Finding]

  /// Creates a report; the analysis of the mapper fills it.
  public init(
    source: End, target: End, asOf: CalendarDate, scope: String?, unit: Unit, basis: Basis,
    summary: VerdictCounts,
    chapters: [Group], groups: [Group], findings: [Finding], parents: [Finding]
  ) {
    self.source = source
    self.target = target
    self.asOf = asOf
    self.scope = scope
    self.unit = unit
    self.basis = basis
    self.summary = summary
    self.chapters = chapters
    self.groups = groups
    self.findings = findings
    self.parents = parents
  }
}

extension GapReport {
  /// The findings of one chapter or article, counted.
  public struct Group: Sendable {
    /// Local name: `9`, `chapter-iii`, `GOVERN 1`.
    public var id: String
    /// Label as printed; empty where there is none.
    public var label: String
    /// Title; empty where there is none.
    public var title: String
    /// The chapter that holds it; `nil` for a chapter.
    public var chapter: String?
    /// The findings in it, counted.
    public var counts: VerdictCounts
    /// How many of them apply when; those for other roles included.
    public var applicability = ApplicabilityCounts()

    /// Creates a counted group.
    public init(id: String, label: String, title: String, chapter: String?, counts: VerdictCounts) {
      self.id = id
      self.label = label
      self.title = title
      self.chapter = chapter
      self.counts = counts
    }
  }

  /// The verdict on one statement of the target.
  public struct Finding: Sendable {
    /// The statement or control judged.
    public var target: ControlID
    /// Label as printed; empty where there is none.
    public var label: String
    /// Its own title, or that of the node that holds it.
    public var title: String
    /// The official text, or else the summary.
    public var text: String
    /// What the statement does; `nil` where neither it nor its framework says.
    public var modality: Modality?
    /// Those whom it addresses, its own or those of the node that holds it.
    public var roles: RoleSet
    /// Whether and from when it applies.
    public var applicability: Applicability
    /// Why, where a route was asked about.
    public var ground: ApplicationGround?
    /// What else is deemed to meet it: never part of the verdict.
    public var alternatives: [AlternativeRoute] = []
    /// What it weighs in coverage, 0 or more; 1 where no weights are given.
    public var weight = 1.0
    /// What the claims say about it.
    public var verdict: Verdict
    /// Only for a partial verdict.
    public var extent: Extent?
    /// Whether a claim it rests on names another revision whose requirement text is not known to be the same.
    public var stale: Bool
    /// Whether it rests on unreviewed claims only.
    public var draft: Bool
    /// Whether unreviewed claims say that there is no counterpart: verdict unknown, shown as suggested gap.
    public var suggestedGap: Bool
    /// The weakest claim on the best derivation; `nil` where the verdict rests on none.
    public var confidence: Double?
    /// What bears on it, strongest first.
    public var by: [Support]
    /// What stays open, in words; empty where nothing is said.
    public var residual: String
    /// The group and chapter it is counted in (local names).
    public var group: String
    /// Local name of the chapter it is counted in.
    public var chapter: String

    /// Creates a finding.
    public init(
      target: ControlID, label: String, title: String, text: String, modality: Modality?, roles: RoleSet,
      applicability: Applicability, verdict: Verdict, extent: Extent?, stale: Bool, draft: Bool,
      suggestedGap: Bool,
      confidence: Double?, by: [Support], residual: String, group: String, chapter: String
    ) {
      self.target = target
      self.label = label
      self.title = title
      self.text = text
      self.modality = modality
      self.roles = roles
      self.applicability = applicability
      self.verdict = verdict
      self.extent = extent
      self.stale = stale
      self.draft = draft
      self.suggestedGap = suggestedGap
      self.confidence = confidence
      self.by = by
      self.residual = residual
      self.group = group
      self.chapter = chapter
    }
  }

  /// One node of the source (or a union of several) that bears on a finding.
  public struct Support: Sendable {
    /// Where a relation comes from.
    public enum Origin: String, Sendable { case asserted, derived }

    /// Several mean their union; the bare framework of a "no counterpart" claim stands as no node.
    public var source: [ControlID]
    /// Title of the source node; of a union, the titles joined.
    public var title: String
    /// Every relation still possible.
    public var relations: RelationshipSet
    /// Whether a claim says it, or it follows from claims.
    public var origin: Origin
    /// The weakest claim on the derivation, 0 through 1.
    public var confidence: Double
    /// The claims and facts of structure that it rests on.
    public var derivation: Derivation
    /// The note of the claim, where a single claim gives it.
    public var note: String?
    /// What the source end does: several for a union of different ones, none where its framework does not state it.
    public var modalities: [Modality] = []

    /// Creates a support.
    public init(
      source: [ControlID], title: String, relations: RelationshipSet, origin: Origin, confidence: Double,
      derivation: Derivation, note: String?
    ) {
      self.source = source
      self.title = title
      self.relations = relations
      self.origin = origin
      self.confidence = confidence
      self.derivation = derivation
      self.note = note
    }
  }
}
