extension CatalogDiff {
  /// What a change is about.
  public enum Field: String, CaseIterable, Sendable {
    case title, label, kind
    /// The publisher's words of what is required: the node's own, without those of its parts.
    case requirement
    /// This project's words of what is required, where neither side has the publisher's.
    case requirementSummary = "requirement-summary"
    /// The words of guidance, discussion, an example.
    case guidance
    /// This project's words, beside official text that is the same.
    case summary
    /// The words in a further language; the change names it.
    case parallelText = "parallel-text"
    case links, parameters, modality, roles, properties, notes
    /// From when it applies.
    case appliesFrom = "applies-from"
    /// What the date alone would get wrong.
    case appliesNote = "applies-note"
    /// Whether the source says that it is counted.
    case assessable
    /// Whether the source says that it requires just what its parts require.
    case unionOfParts = "union-of-parts"
    case publisher, licence, language
    /// The day from which a revision is current.
    case asOf = "as-of"
    case source, selection
  }

  /// One thing about a node that is otherwise.
  public enum Part: Hashable, Sendable {
    /// Other words; `language` for a further language.
    case words(Field, WordChange, language: String?)
    /// Another value; empty where there is none.
    case value(Field, before: String, after: String)
    /// Entries of a list that only one side has, each in the order of its side.
    case list(Field, removed: [String], inserted: [String])
    /// A parameter that came, went or says something else.
    case parameter(Parameter)

    /// What it is about.
    public var field: Field {
      switch self {
      case .words(let field, _, _), .value(let field, _, _), .list(let field, _, _): field
      case .parameter: .parameters
      }
    }

    /// Whether it is about what is required, in the publisher's words or in this project's.
    public var isOfRequirement: Bool { field == .requirement || field == .requirementSummary }
  }

  /// A parameter, what organisations fill into a control, with what is otherwise about it.
  public struct Parameter: Hashable, Sendable {
    /// One thing about it.
    public struct Facet: Hashable, Sendable {
      /// What it is: empty for what stands in the text, else `label`, `guideline`, `constraint`, `@class`.
      public var name: String
      /// On the older side; `nil` where that has none.
      public var before: String?
      /// On the newer side; `nil` where that has none.
      public var after: String?

      /// Creates a facet.
      public init(name: String, before: String?, after: String?) {
        self.name = name
        self.before = before
        self.after = after
      }
    }

    /// Its identifier: `ac-2_prm_1`.
    public var id: String
    /// What differs, by name.
    public var facets: [Facet]

    /// Creates a parameter.
    public init(id: String, facets: [Facet]) {
      self.id = id
      self.facets = facets
    }
  }

  /// A node that both sides have and that is not the same.
  public struct Change: Hashable, Sendable {
    /// The node as the older side has it.
    public var before: Node
    /// The node as the newer side has it.
    public var after: Node
    /// What is otherwise; at least one.
    public var parts: [Part]
    /// Which acts did it, as far as the newer side says so and the older does not.
    public var marks: [AmendmentMark]

    /// Creates a change.
    public init(before: Node, after: Node, parts: [Part], marks: [AmendmentMark] = []) {
      self.before = before
      self.after = after
      self.parts = parts
      self.marks = marks
    }

    /// Whether words that are required changed, so that claims about it can be stale.
    public var isOfRequirement: Bool { parts.contains(where: \.isOfRequirement) }
  }
}
