/// One stage of the gate: its rules are tried in order, and the first that holds decides.
public struct GateStage: Codable, Hashable, Sendable {
  /// Short name: `scope`, `class`; later stages may ask for the outcome by it.
  public var id: String
  /// What the stage decides, in a few words.
  public var title: String
  /// The rules; the last holds always.
  public var rules: [Rule]

  /// What follows from facts.
  public struct Rule: Codable, Hashable, Sendable {
    /// What must hold.
    public var when: FactCondition
    /// What follows.
    public var then: Effect
    /// The class or the procedure that follows.
    public var name: String?
    /// Where that stands.
    public var provision: String
    /// What it says, in our words.
    public var says: String
  }

  /// What follows from a rule.
  public enum Effect: String, Codable, Sendable {
    /// The next stage.
    case goOn = "continue"
    /// The law, or its rules on assessment, do not concern the system.
    case outOfScope = "out-of-scope"
    /// The practice is prohibited: no assessment opens the market to it.
    case prohibited
    /// A text has to be read that the pathway does not hold.
    case notJudged = "not-judged"
    /// The system has a class, named by the rule; then the next stage.
    case classified = "class"
    /// The procedure of assessment, named by the rule; the last stage.
    case procedure
  }
}
