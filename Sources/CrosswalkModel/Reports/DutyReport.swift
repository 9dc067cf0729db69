/// Which duties of one framework apply on a day, to a role, on a route.
public struct DutyReport: Sendable {
  /// One duty or prohibition.
  public struct Duty: Sendable {
    /// The statement.
    public var id: ControlID
    /// Its own title, or that of the node that holds it.
    public var title: String
    /// The official text, or else the summary.
    public var text: String
    /// What the statement does; `nil` where its source does not say.
    public var modality: Modality?
    /// Those whom it addresses.
    public var roles: RoleSet
    /// Whether and from when it applies.
    public var applicability: Applicability
    /// Why, where a route was asked about.
    public var ground: ApplicationGround?
    /// What else is deemed to meet it.
    public var alternatives: [AlternativeRoute]
    /// Local name of the article or control that holds it.
    public var group: String
    /// Local name of the chapter that holds it.
    public var chapter: String

    /// Creates a duty.
    public init(
      id: ControlID, title: String, text: String, modality: Modality?, roles: RoleSet,
      applicability: Applicability, ground: ApplicationGround?, alternatives: [AlternativeRoute],
      group: String,
      chapter: String
    ) {
      self.id = id
      self.title = title
      self.text = text
      self.modality = modality
      self.roles = roles
      self.applicability = applicability
      self.ground = ground
      self.alternatives = alternatives
      self.group = group
      self.chapter = chapter
    }
  }

  /// The duties of one chapter or article, counted by the state of their application.
  public struct Group: Hashable, Sendable {
    /// Local name.
    public var id: String
    /// Label as printed; empty where there is none.
    public var label: String
    /// Title; empty where there is none.
    public var title: String
    /// How many duties of it are in which state.
    public var counts: ApplicabilityCounts

    /// Creates a counted group.
    public init(id: String, label: String, title: String, counts: ApplicabilityCounts) {
      self.id = id
      self.label = label
      self.title = title
      self.counts = counts
    }
  }

  /// The framework.
  public var framework: GapReport.End
  /// The day asked about.
  public var asOf: CalendarDate
  /// The role asked about; empty for all of them.
  public var roles: RoleSet
  /// The route asked about; `nil` for all of them.
  public var route: ApplicationRoute?
  /// When it was placed on the market; `nil` where nothing is said.
  public var placedOnMarket: CalendarDate?
  /// The duties, counted.
  public var counts: ApplicabilityCounts
  /// The chapters that hold duties, in document order.
  public var chapters: [Group]
  /// The articles or controls that hold duties, in document order.
  public var groups: [Group]
  /// All duties, in document order, those of other roles and routes included.
  public var duties: [Duty]

  /// Creates a report; the analysis of the mapper fills it.
  public init(
    framework: GapReport.End, asOf: CalendarDate, roles: RoleSet, route: ApplicationRoute?,
    placedOnMarket: CalendarDate?, counts: ApplicabilityCounts, chapters: [Group], groups: [Group],
    duties: [Duty]
  ) {
    self.framework = framework
    self.asOf = asOf
    self.roles = roles
    self.route = route
    self.placedOnMarket = placedOnMarket
    self.counts = counts
    self.chapters = chapters
    self.groups = groups
    self.duties = duties
  }
}
