extension GapReport {
  /// A named subset of one of the two frameworks that the report is limited to.
  public struct Scope: Hashable, Sendable {
    /// What sort of subset it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// What is addressed to one of certain roles.
      case role
      /// A node of the framework with all below it.
      case part
      /// A subset that a scope file describes: one that ships, or the user's own.
      case named
      /// What another framework, such as a baseline, selects.
      case framework
      /// What a list names.
      case list
    }

    /// What sort of subset it is.
    public var kind: Kind
    /// What it is called: the roles, the local name, the framework, the base name of the list.
    public var name: String
    /// A title for people.
    public var title: String
    /// What is in it and why; `nil` where nobody says.
    public var description: String?
    /// How many requirements of the framework are in it, by the unit of the report.
    public var inside = 0
    /// How many are not.
    public var outside = 0
    /// What it names and this revision does not have, or has as a heading only, in its own order.
    public var absent: [String] = []

    /// Describes a subset; the analysis counts what is in it.
    public init(kind: Kind, name: String, title: String, description: String? = nil, absent: [String] = []) {
      self.kind = kind
      self.name = name
      self.title = title
      self.description = description
      self.absent = absent
    }
  }

  /// By which weights coverage is weighed.
  public struct Weights: Hashable, Sendable {
    /// The file that gives them, without its folder.
    public var file: String
    /// How many nodes it gives a weight.
    public var given: Int
    /// How many of the counted requirements weigh something else than 1.
    public var changed: Int

    /// Names the weights of a report.
    public init(file: String, given: Int, changed: Int) {
      self.file = file
      self.given = given
      self.changed = changed
    }
  }

  /// How far one source of claims was trusted.
  public struct Trust: Hashable, Sendable {
    /// An author, or the base name of a file of claims.
    public var source: String
    /// What the confidence of its claims was multiplied by, 0 through 1.
    public var factor: Double
    /// How many claims of the graph that could count are its.
    public var claims: Int
    /// How many of them take no part because of it.
    public var leftOut: Int

    /// Describes how far one source was trusted.
    public init(source: String, factor: Double, claims: Int, leftOut: Int) {
      self.source = source
      self.factor = factor
      self.claims = claims
      self.leftOut = leftOut
    }
  }
}
