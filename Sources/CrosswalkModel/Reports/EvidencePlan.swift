/// For which controls to produce evidence, so that it serves two frameworks at the least cost.
public struct EvidencePlan: Sendable {
  /// What evidence for a control must certainly do for a statement, to count.
  public enum Level: String, CaseIterable, Sendable {
    /// Deal with all of its subject matter.
    case covered
    /// Share subject matter with it: less than covered, and never to be read as that.
    case addressed
  }

  /// Which statements the plan has to reach.
  public enum Aim: String, CaseIterable, Sendable {
    /// Those of the target that evidence for the source can reach; only evidence for the source is considered.
    case target
    /// All of both frameworks; evidence for either is considered.
    case both
  }

  /// The framework for which evidence is produced in any case.
  public var source: GapReport.End
  /// The framework that the same evidence shall serve.
  public var target: GapReport.End
  /// The day of the plan.
  public var asOf: CalendarDate
  /// The chosen part of the target or role; `nil` for all of it.
  public var scope: String?
  /// Whether evidence is produced for statements or for controls.
  public var unit: GapReport.Unit
  /// What evidence must do for a statement.
  public var level: Level
  /// Which statements have to be reached.
  public var aim: Aim
  /// On how many claims of which status the plan rests.
  public var basis: GapReport.Basis
  /// How good the plan is known to be.
  public var proof: Proof
  /// The statements of the source that count, and those that the plan reaches.
  public var sourceReach: Reached
  /// The same for the target.
  public var targetReach: Reached
  /// What evidence is produced for, in document order, the source first.
  public var choices: [Choice]
  /// The statements of the target that no evidence for the source reaches, in document order.
  public var unreached: [Unreached]

  /// Creates a plan; the planner of the mapper fills it.
  public init(
    source: GapReport.End, target: GapReport.End, asOf: CalendarDate, scope: String?, unit: GapReport.Unit,
    level: Level, aim: Aim, basis: GapReport.Basis, proof: Proof, sourceReach: Reached, targetReach: Reached,
    choices: [Choice], unreached: [Unreached]
  ) {
    self.source = source
    self.target = target
    self.asOf = asOf
    self.scope = scope
    self.unit = unit
    self.level = level
    self.aim = aim
    self.basis = basis
    self.proof = proof
    self.sourceReach = sourceReach
    self.targetReach = targetReach
    self.choices = choices
    self.unreached = unreached
  }
}

extension EvidencePlan {
  /// How good a plan is known to be.
  public struct Proof: Hashable, Sendable {
    /// What the plan costs.
    public var cost: EvidenceCost
    /// No plan that reaches the same costs less: proven.
    public var bound: EvidenceCost
    /// What reaching the same statements costs if each is evidenced in its own framework, without the crosswalk.
    public var withoutCrosswalk: EvidenceCost
    /// For how many things evidence might have been produced.
    public var candidates: Int
    /// How many nodes of the search tree were looked at.
    public var nodes: Int

    /// Creates a proof.
    public init(
      cost: EvidenceCost, bound: EvidenceCost, withoutCrosswalk: EvidenceCost, candidates: Int, nodes: Int
    ) {
      self.cost = cost
      self.bound = bound
      self.withoutCrosswalk = withoutCrosswalk
      self.candidates = candidates
      self.nodes = nodes
    }

    /// Whether no plan that reaches the same costs less.
    public var isOptimal: Bool { cost == bound }
    /// By which share of its cost the plan may at most be too dear, 0 through 1.
    public var gap: Double {
      cost.thousandths == 0 ? 0 : Double(cost.thousandths - bound.thousandths) / Double(cost.thousandths)
    }
  }

  /// How many statements of one framework count, and how many of them the plan reaches.
  public struct Reached: Hashable, Sendable {
    /// Assessable statements in scope.
    public var statements: Int
    /// Those that the plan reaches.
    public var reached: Int

    /// Creates a count.
    public init(statements: Int, reached: Int) {
      self.statements = statements
      self.reached = reached
    }
  }

  /// Something to produce evidence for.
  public struct Choice: Sendable {
    /// The control or statement.
    public var control: ControlID
    /// Its title; empty where there is none.
    public var title: String
    /// What its evidence costs.
    public var cost: EvidenceCost
    /// Whether it holds others of the plan, and what it asks beyond them is meant.
    public var isWhole: Bool
    /// The assessable statements that are part of it.
    public var own: [ControlID]
    /// What its evidence reaches besides.
    public var reaches: [Reach]

    /// Creates a choice.
    public init(
      control: ControlID, title: String, cost: EvidenceCost, isWhole: Bool, own: [ControlID], reaches: [Reach]
    ) {
      self.control = control
      self.title = title
      self.cost = cost
      self.isWhole = isWhole
      self.own = own
      self.reaches = reaches
    }
  }

  /// A statement that evidence reaches, and why.
  public struct Reach: Sendable {
    /// The statement.
    public var statement: ControlID
    /// Its title, or that of the node that holds it.
    public var title: String
    /// What bears on it, with its derivation.
    public var support: GapReport.Support
    /// The other choices that are needed for it together with this one.
    public var together: [ControlID]

    /// Creates a reach.
    public init(statement: ControlID, title: String, support: GapReport.Support, together: [ControlID]) {
      self.statement = statement
      self.title = title
      self.support = support
      self.together = together
    }
  }

  /// A statement of the target that no evidence for the source reaches.
  public struct Unreached: Sendable {
    /// The statement.
    public var statement: ControlID
    /// Its title, or that of the node that holds it.
    public var title: String
    /// What the claims say about it.
    public var verdict: Verdict

    /// Creates an entry.
    public init(statement: ControlID, title: String, verdict: Verdict) {
      self.statement = statement
      self.title = title
      self.verdict = verdict
    }
  }
}
