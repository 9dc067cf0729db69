/// What joint documents are about: a system with those who answer for it, their answers and their evidence
/// (`crosswalk-subject/1`, `Schemas/subject.schema.json`).
///
/// The file says what its authors say. The toolkit checks paths, digests and names, and rates nothing.
public struct DocumentSubject: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-subject/1"

  /// `crosswalk-subject/1`.
  public var schema: String
  /// Short name by which positions name the subject: `lantern-2.3`.
  public var id: String
  /// What a reader must know before everything else, such as that the facts are invented.
  public var notice: String?
  /// The path of the description of the system (`crosswalk-system/1`), from the folder of the subject file.
  public var system: String?
  /// The unambiguous reference by which the system can be traced: a type and serial number.
  public var reference: String?
  /// The type of the system, as its provider calls it.
  public var type: String?
  /// What the system is made of and does, in some sentences.
  public var description: String?
  /// Where the system stands on the market, in words.
  public var status: String?
  /// The Member States in which it is or was placed on the market or put into service.
  public var memberStates: [String]?
  /// Who provides the system; beside this, the description of the system names it.
  public var provider: Party?
  /// The authorised representative, with a written mandate.
  public var representative: Party?
  /// Who imports the system into the Union.
  public var importer: Party?
  /// The notified body, where the procedure has one.
  public var notifiedBody: Party?
  /// Those who use the system under their authority.
  public var deployers: [Party]?
  /// Those who review the documents.
  public var reviewers: [Reviewer]?
  /// What the authors say about requirements and sections.
  public var answers: [Answer]?
  /// The files that stand behind the answers.
  public var evidence: [EvidenceItem]?
  /// What single kinds of document ask for besides: a free tree, of which each template declares its part.
  public var details: [String: DetailValue]?

  /// The evidence called `id`; `nil` where there is none such.
  public func evidence(_ id: String) -> EvidenceItem? { evidence?.first { $0.id == id } }
}

extension DocumentSubject {
  /// A person or body that stands in a document.
  public struct Party: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its postal address.
    public var address: String?
    /// Where it is established.
    public var country: String?
    /// Whom to turn to.
    public var contact: String?
    /// The mail address of the contact.
    public var email: String?
    /// The telephone number of the contact.
    public var phone: String?
    /// Its registration number; of a notified body, its identification number.
    public var number: String?

    /// Names a person or body of which little else is known.
    public init(name: String, country: String? = nil) {
      self.name = name
      self.country = country
    }
  }

  /// Somebody who reviews the documents.
  public struct Reviewer: Codable, Hashable, Sendable {
    /// Their name.
    public var name: String
    /// The body that they speak for.
    public var organisation: String?
    /// What they do there.
    public var role: String?
    /// Their side.
    public var side: BilateralPosition.Side?
  }

  /// What the authors say about one requirement or one section.
  public struct Answer: Codable, Hashable, Sendable {
    /// A requirement (`eu-ai-act/annex-iv/2(b)`) or a section of a template (`interoperability-plan#classification`).
    public var about: String
    /// The answer.
    public var text: String?
    /// The shorter answer of the simplified form.
    public var simplified: String?
    /// What stays open, in words; missing where nothing does.
    public var open: String?
    /// Who answers for it.
    public var owner: String?
    /// The evidence behind it, by name.
    public var evidence: [String]?
  }
}
