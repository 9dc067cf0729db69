/// Something that must be there before work of the other side can count.
public struct RecognitionCondition: Codable, Hashable, Sendable {
  /// By what the toolkit tells whether the condition is met.
  public enum Kind: String, Codable, Sendable {
    /// A legal basis is in force on the day of the report.
    case legalBasis = "legal-basis"
    /// It covers the system.
    case productScope = "product-scope"
    /// It makes the market's side accept the artefact.
    case artefact
    /// A content of the annex is settled, and where it has a scope, that covers the system.
    case content
    /// The framework of the work addresses the subject matter of the requirement, on reviewed claims.
    case subjectMatter = "subject-matter"
  }

  /// Short name.
  public var id: String
  /// By what the toolkit tells whether it is met.
  public var kind: Kind
  /// The condition in words.
  public var says: String
  /// Where it stands.
  public var provision: String
  /// The artefact, for a condition on one.
  public var artefact: AssessmentProcedure.Artefact?
  /// The content of the annex, for a condition on one.
  public var content: AnnexContent.Name?
  /// Whose part of the content must be settled.
  public var side: Side?

  /// Whose part of a content.
  public enum Side: String, Codable, Sendable { case work, market, both }
}
