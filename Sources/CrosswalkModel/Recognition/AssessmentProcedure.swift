/// A procedure by which a system is assessed before it reaches the market.
public struct AssessmentProcedure: Codable, Hashable, Sendable {
  /// Short name: `internal-control`, `notified-body`.
  public var id: String
  /// What it is, in a few words.
  public var title: String
  /// Where it stands.
  public var provision: String
  /// Its steps, in their order.
  public var steps: [Step]

  /// Who takes a step.
  public enum Actor: String, Codable, Sendable {
    /// The provider itself: there is nothing to recognise.
    case provider
    /// A body that is independent of the provider.
    case thirdParty = "third-party"
    /// An authority, which no agreement on bodies concerns.
    case authority
  }

  /// What a step results in, and another side could accept.
  public enum Artefact: String, Codable, CaseIterable, Sendable {
    case testReport = "test-report"
    case auditReport = "audit-report"
    case certificate
  }

  /// One step.
  public struct Step: Codable, Hashable, Sendable {
    /// Short name.
    public var id: String
    /// What it is, in a few words.
    public var title: String
    /// Who takes it.
    public var by: Actor
    /// The same in the words of the provision.
    public var who: String
    /// Where it stands.
    public var provision: String
    /// What happens in it, in our words.
    public var says: String
    /// The requirements that it examines, by local name, each with all below it.
    public var examines: [String]
    /// By which artefact of the other side it could be replaced; for a third party's step only.
    public var ways: [Way]?
  }

  /// An artefact of the other side in place of a step.
  public struct Way: Codable, Hashable, Sendable {
    /// What would be accepted.
    public var artefact: Artefact
    /// The conditions that it needs, by name.
    public var needs: [String]
    /// What it would have to be supplemented by, for some requirements.
    public var evidence: [Evidence]?
  }

  /// Evidence beside an accepted artefact.
  public struct Evidence: Codable, Hashable, Sendable {
    /// The requirements, by local name, each with all below it.
    public var `for`: [String]
    /// What it is, in our words.
    public var says: String
  }
}
