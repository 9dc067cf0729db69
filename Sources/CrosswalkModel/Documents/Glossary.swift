/// Terms of two legal orders side by side (`crosswalk-glossary/1`, `Schemas/glossary.schema.json`).
public struct Glossary: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-glossary/1"

  /// What one side calls it.
  public struct Side: Codable, Hashable, Sendable {
    /// The term.
    public var term: String
    /// What it means, in our words.
    public var definition: String
    /// Where the definition stands; missing where no single place has it.
    public var place: String?
  }

  /// What an entry says in another language.
  public struct Translation: Codable, Hashable, Sendable {
    /// The term of the United States.
    public var us: Side
    /// The term of the European Union.
    public var eu: Side
    /// What a reader must know about the two.
    public var note: String?
  }

  /// Two terms that somebody may take for the same.
  public struct Term: Codable, Hashable, Sendable {
    /// Short name, unique in the glossary.
    public var id: String
    /// The term of the United States.
    public var us: Side
    /// The term of the European Union.
    public var eu: Side
    /// Whether the two look alike and mean different things.
    public var falseFriend: Bool?
    /// What a reader must know about the two.
    public var note: String?
    /// The same in other languages, by their names (BCP 47).
    public var languages: [String: Translation]?

    /// The entry in `language`, or in its main one where that is missing.
    public func inLanguage(_ language: String) -> Translation {
      languages?[language] ?? Translation(us: us, eu: eu, note: note)
    }
  }

  /// `crosswalk-glossary/1`.
  public var schema: String
  /// The entries in the order to show them.
  public var terms: [Term]

  /// A glossary without entries.
  public static let empty = Glossary(schema: schemaVersion, terms: [])
}
