/// One of the nine contents of an annex on a sector, in existing practice between the two sides (21 CFR 26.63(b)).
public struct AnnexContent: Codable, Hashable, Sendable {
  /// The contents, in their order.
  public enum Name: String, Codable, CaseIterable, Sendable {
    case legislation
    case productScope = "product-scope"
    case designatingAuthorities = "designating-authorities"
    case assessmentBodies = "conformity-assessment-bodies"
    case designationProcedures = "designation-procedures"
    case obligations = "recognition-obligations"
    case transition
    case contactPoints = "contact-points"
    case jointCommittee = "joint-committee"
  }

  /// How far one side is.
  public enum State: String, Codable, Sendable {
    /// There is nothing that an annex could name.
    case none
    /// There is something of the side's own law, made for its own procedures.
    case exists
    /// An agreement names it.
    case settled
  }

  /// One side's part.
  public struct Part: Codable, Hashable, Sendable {
    /// How far the side is.
    public var state: State
    /// What there is, in our words.
    public var says: String
    /// Where that stands.
    public var source: String
    /// The systems that it covers; without it, all.
    public var covers: FactCondition?
  }

  /// Which content.
  public var name: Name
  /// What an annex says about it, in our words.
  public var title: String
  /// Each side's part, by the short name of the side.
  public var parts: [String: Part]
}

/// A term that an agreement would settle beside the contents of the annex.
public struct AgreementTerm: Codable, Hashable, Sendable {
  /// Short name.
  public var id: String
  /// What it would settle, in our words.
  public var says: String
  /// Where existing practice settles it.
  public var source: String
  /// Whether an agreement between the two sides names it for AI.
  public var state: AnnexContent.State
}
