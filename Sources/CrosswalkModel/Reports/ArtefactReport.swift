/// What the artefacts of a subject support: what its authors name, what that bears on through claims, and what is
/// still missing.
///
/// The report says which subject matter an artefact shows. It never says that a duty is met.
public struct ArtefactReport: Sendable {
  /// How much of the subject matter of a requirement is shown.
  public enum Extent: String, CaseIterable, Comparable, Sendable {
    /// All of what the requirement asks is part of what the artefact supports.
    case whole
    /// Some of it certainly is; whether all of it, the claims leave open or exclude.
    case part
    /// A claim about it leaves open whether any of it is.
    case unknown

    /// Whether the first shows less than the second.
    public static func < (first: Self, second: Self) -> Bool {
      // From the most to the least.
      (allCases.firstIndex(of: first) ?? 0) > (allCases.firstIndex(of: second) ?? 0)
    }
  }

  /// A statement that the subject file names.
  public struct Direct: Hashable, Sendable {
    /// The statement.
    public var statement: ControlID
    /// Its title, or that of the node that holds it; empty where the store lacks its framework.
    public var title: String
    /// Whether the store has its framework.
    public var isKnown: Bool

    /// Creates a statement as the subject file names it.
    public init(statement: ControlID, title: String, isKnown: Bool = true) {
      self.statement = statement
      self.title = title
      self.isKnown = isKnown
    }
  }

  /// What is still missing for a requirement.
  public struct Missing: Hashable, Sendable {
    /// What the claim says stays open; `nil` where it says nothing, or several claims bear.
    public var note: String?
    /// The statements below the requirement that no artefact reaches, in document order.
    public var parts: [ControlID]

    /// Joins what is missing.
    public init(note: String? = nil, parts: [ControlID] = []) {
      self.note = note
      self.parts = parts
    }
  }

  /// A requirement that artefacts bear on through claims.
  public struct Reach: Sendable {
    /// The artefact, by its id; several where only all of them together support what bears on the requirement.
    public var artefacts: [String]
    /// The requirement.
    public var target: ControlID
    /// Its title, or that of the node that holds it.
    public var title: String
    /// What it does; `nil` where neither it nor its framework says.
    public var modality: Modality?
    /// How much of it is shown.
    public var extent: Extent
    /// What bears on it and why: the statements that the artefacts support, relations, derivation, note.
    public var support: GapReport.Support
    /// What is still missing.
    public var missing: Missing

    /// Creates a requirement that artefacts bear on.
    public init(
      artefacts: [String], target: ControlID, title: String, modality: Modality?, extent: Extent,
      support: GapReport.Support, missing: Missing
    ) {
      self.artefacts = artefacts
      self.target = target
      self.title = title
      self.modality = modality
      self.extent = extent
      self.support = support
      self.missing = missing
    }
  }

  /// One statement of a target with the artefacts for it.
  public struct Requirement: Sendable {
    /// The statement.
    public var id: ControlID
    /// Its title, or that of the node that holds it.
    public var title: String
    /// What it does; `nil` where neither it nor its framework says.
    public var modality: Modality?
    /// The artefacts whose authors name it, or something that holds it, by their ids.
    public var direct: [String]
    /// What reaches it through claims, strongest first.
    public var reaches: [Reach]

    /// Creates a statement with the artefacts for it.
    public init(
      id: ControlID, title: String, modality: Modality?, direct: [String], reaches: [Reach]
    ) {
      self.id = id
      self.title = title
      self.modality = modality
      self.direct = direct
      self.reaches = reaches
    }

    /// How much of it is shown through claims; `nil` where nothing reaches it.
    public var extent: Extent? {
      Extent.allCases.first { extent in reaches.contains { $0.extent == extent } }
    }
    /// Whether no artefact is named for it and none reaches it.
    public var isUnreached: Bool { direct.isEmpty && reaches.isEmpty }
  }

  /// A framework whose requirements artefacts may reach.
  public struct Target: Sendable {
    /// The framework.
    public var end: GapReport.End
    /// Its counted statements, in document order.
    public var requirements: [Requirement]
    /// Everything that artefacts bear on through claims, requirements above the counted statements included, in
    /// document order.
    public var reaches: [Reach]

    /// Creates a target.
    public init(end: GapReport.End, requirements: [Requirement], reaches: [Reach]) {
      self.end = end
      self.requirements = requirements
      self.reaches = reaches
    }
  }

  /// One artefact with what its authors say.
  public struct Artefact: Sendable {
    /// What the subject file says about it.
    public var item: EvidenceItem
    /// What comparing its file with its digest showed; `nil` where nobody compared.
    public var check: EvidenceCheck?
    /// The statements that the subject file names, in its order.
    public var direct: [Direct]

    /// Creates an artefact.
    public init(item: EvidenceItem, check: EvidenceCheck?, direct: [Direct]) {
      self.item = item
      self.check = check
      self.direct = direct
    }
  }

  /// The id of the subject.
  public var subject: String
  /// What a reader must know before everything else; `nil` where the subject file says nothing.
  public var notice: String?
  /// The day by which revisions were chosen.
  public var asOf: CalendarDate
  /// The frameworks whose supported statements were followed through claims.
  public var sources: [GapReport.End]
  /// The frameworks whose requirements are looked at.
  public var targets: [Target]
  /// The artefacts, in the order of the subject file.
  public var artefacts: [Artefact]

  /// Creates a report.
  public init(
    subject: String, notice: String?, asOf: CalendarDate, sources: [GapReport.End], targets: [Target],
    artefacts: [Artefact]
  ) {
    self.subject = subject
    self.notice = notice
    self.asOf = asOf
    self.sources = sources
    self.targets = targets
    self.artefacts = artefacts
  }

  /// What one artefact alone bears on through claims, target by target in document order.
  public func reaches(of artefact: String) -> [Reach] {
    targets.flatMap(\.reaches).filter { $0.artefacts == [artefact] }
  }

  /// What only several artefacts together bear on through claims, target by target in document order.
  public var jointReaches: [Reach] { targets.flatMap(\.reaches).filter { $0.artefacts.count > 1 } }

  /// Of the claims that the report rests on, how many are reviewed.
  public var basis: (reviewed: Int, claims: Int) {
    var claims: [ClaimID: Bool] = [:]
    for step in targets.flatMap(\.reaches).flatMap(\.support.derivation.steps) {
      if case .claim(let id, _, let reviewed, _, _, _) = step.ground { claims[id] = reviewed }
    }
    return (claims.values.count { $0 }, claims.count)
  }
}

extension ArtefactReport.Target {
  /// How many of the statements are shown how far; one counts where it is shown best.
  public struct Counts: Hashable, Sendable {
    /// All counted statements.
    public var statements: Int
    /// Named by the subject file.
    public var direct: Int
    /// Not named, and the whole subject matter reached through claims.
    public var whole: Int
    /// Not named, and part of the subject matter reached.
    public var part: Int
    /// Not named, and it is open whether any of it is reached.
    public var unknown: Int
    /// Neither named nor reached.
    public var none: Int

    /// Creates counts.
    public init(
      statements: Int = 0, direct: Int = 0, whole: Int = 0, part: Int = 0, unknown: Int = 0, none: Int = 0
    ) {
      self.statements = statements
      self.direct = direct
      self.whole = whole
      self.part = part
      self.unknown = unknown
      self.none = none
    }
  }

  /// The statements, counted.
  public var counts: Counts {
    var counts = Counts(statements: requirements.count)
    for requirement in requirements {
      if !requirement.direct.isEmpty {
        counts.direct += 1
      } else {
        switch requirement.extent {
        case .whole: counts.whole += 1
        case .part: counts.part += 1
        case .unknown: counts.unknown += 1
        case nil: counts.none += 1
        }
      }
    }
    return counts
  }
}
