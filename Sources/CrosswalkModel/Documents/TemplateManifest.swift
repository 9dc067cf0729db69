/// What a template of a joint document says about itself: `template.json` (`crosswalk-template/1`,
/// `Schemas/template.schema.json`).
public struct TemplateManifest: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-template/1"

  /// The frameworks that the requirements of a document are taken from and compared with.
  public struct Frameworks: Codable, Hashable, Sendable {
    /// The framework whose requirements the document goes through: `eu-ai-act`.
    public var target: FrameworkID
    /// The frameworks whose controls may bear on them, in the order to show them.
    public var sources: [FrameworkID]

    /// Names a target and what is compared with it.
    public init(target: FrameworkID, sources: [FrameworkID]) {
      self.target = target
      self.sources = sources
    }
  }

  /// A section of the document that follows no single requirement.
  public struct Section: Codable, Hashable, Sendable {
    /// Short name, unique in the template: `classification`.
    public var id: String
    /// The label of its heading.
    public var title: String
    /// Paths of the fields without which it is not complete: `system.name`, `details.milestones`.
    public var needs: [String]?
    /// Kinds of evidence without which it is not complete: `test-report`.
    public var evidence: [EvidenceKind]?
  }

  /// Evidence that the document is not complete without.
  public struct RequiredEvidence: Codable, Hashable, Sendable {
    /// The requirement that it is for, as its publisher names it: `annex-iv/2(g)`.
    public var about: String
    /// Kinds of evidence, one of which there has to be.
    public var kinds: [EvidenceKind]
  }

  /// A block for a signature that the document proposes.
  public struct SignOff: Codable, Hashable, Sendable {
    /// The label that says in which capacity somebody is to sign.
    public var title: String
    /// The path of the field that says who that is; of a list, every entry counts: `usReviewers.name`.
    public var name: String?
  }

  /// A field below `details` of the subject file that the template asks for.
  public struct DetailField: Codable, Hashable, Sendable {
    /// Its path: `details.milestones`, `details.milestones.owner` for a field of each entry.
    public var path: String
    /// What it holds.
    public var kind: FieldDescription.Kind
    /// What it means.
    public var meaning: String
    /// A value as it may look.
    public var example: String?
    /// Whether `template check --subject` misses it.
    public var required: Bool?
  }

  /// `crosswalk-template/1`.
  public var schema: String
  /// Short name: `joint-technical-documentation`.
  public var name: String
  /// The label of the document's title.
  public var title: String
  /// What the document is, in a sentence.
  public var about: String
  /// Where the document comes from: a provision, or that no instrument asks for it.
  ///
  /// The label `document-basis`, where the template has one, says it in the language of a document.
  public var basis: String
  /// The frameworks that its requirements come from; `nil` where it goes through none.
  public var frameworks: Frameworks?
  /// The parts of the target whose requirements the document goes through, in order: `annex-iv`, `13(3)`.
  public var requirements: [String]?
  /// Its own sections, in order; `nil` where it has none, or those of ``sectionsOf``.
  public var sections: [Section]?
  /// The template whose sections these are, where they are not its own: answers and positions about
  /// `interoperability-plan#classification` stand in the evaluator's sheet too.
  public var sectionsOf: String?
  /// Evidence that it is not complete without.
  public var evidence: [RequiredEvidence]?
  /// Those who are to sign, in order.
  public var signOff: [SignOff]?
  /// Variants that it can be rendered in besides the full one, of those in ``knownVariants``.
  public var variants: [String]?
  /// What it asks of `details` in the subject file.
  public var fields: [DetailField]?
}

extension TemplateManifest {
  /// The variant with shorter answers.
  public static let simplified = "simplified"
  /// Every variant that documents are composed in; what no field says cannot be told from the full document.
  public static let knownVariants = [simplified]

  /// A manifest that asks for nothing: what fields there are without a template.
  public static let empty = TemplateManifest(
    schema: schemaVersion, name: "", title: "", about: "", basis: "")

  /// Takes the sections of `holder`, and what they ask of the subject file; fields of one's own go before it.
  public mutating func take(sectionsOf holder: TemplateManifest) {
    sections = holder.sections
    let own = Set((fields ?? []).map(\.path))
    fields = (holder.fields ?? []).filter { !own.contains($0.path) } + (fields ?? [])
  }

  /// The names of the labels that it shows: the title, headings of sections, those who sign.
  public var labels: Set<String> {
    Set([title] + (sections ?? []).map(\.title) + (signOff ?? []).map(\.title))
  }
}
