/// What would have to exist for conformity-assessment work of one side to count on the other: the law as data.
///
/// A file in `Crosswalks/Pathways/` (`crosswalk-pathway/1`, `Schemas/recognition-pathway.schema.json`). The toolkit
/// knows the vocabulary; which question comes when, what follows from its answer and where that stands is in the file.
/// Nothing is assumed beyond it: what it does not declare does not exist.
public struct RecognitionPathway: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-pathway/1"

  /// Whether anybody stands behind the file.
  public enum Status: String, Codable, Sendable { case draft, reviewed }

  /// One of the two sides.
  public struct Party: Codable, Hashable, Sendable {
    /// Short name: `us`, `eu`.
    public var id: String
    /// Full name.
    public var name: String
  }

  /// What to ask about a fact, and which provision asks it.
  public struct Question: Codable, Hashable, Sendable {
    /// The fact.
    public var fact: SystemFact
    /// The question in words.
    public var asks: String
    /// The provision on which the answer bears.
    public var provision: String
  }

  /// `crosswalk-pathway/1`.
  public var schema: String
  /// The name by which `--pathway` asks for it; also the name of its file.
  public var name: String
  /// What it is about, in one line.
  public var title: String
  /// Whether anybody stands behind the file.
  public var status: Status
  /// The day as of which it states the law.
  public var asOf: CalendarDate
  /// What a reader must know before everything else.
  public var notice: String
  /// The two sides.
  public var parties: [Party]
  /// What to ask, in the order of asking.
  public var questions: [Question]
  /// What recognition needs, in the order in which blockers are listed.
  public var conditions: [RecognitionCondition]
  /// What an annex of an agreement would contain: the nine contents in their order.
  public var contents: [AnnexContent]
  /// Further terms that an agreement would settle.
  public var terms: [AgreementTerm]
  /// Both directions, or one.
  public var directions: [Direction]

  /// Work of one side for the market of the other.
  public struct Direction: Codable, Hashable, Sendable {
    /// The name by which `--direction` asks for it: `us-to-eu`.
    public var id: String
    /// The side where the work is done.
    public var work: String
    /// The side whose requirements and procedures are at stake.
    public var market: String
    /// The frameworks with these requirements.
    public var frameworks: [FrameworkID]
    /// What recognition could rest on.
    public var legalBasis: LegalBasis
    /// The stages before any requirement is looked at, in their order.
    public var gate: [GateStage]
    /// The procedures of assessment that the last stage chooses from.
    public var procedures: [AssessmentProcedure]
  }

  /// The name of a side.
  public func partyName(_ id: String) -> String { parties.first { $0.id == id }?.name ?? id }
}
