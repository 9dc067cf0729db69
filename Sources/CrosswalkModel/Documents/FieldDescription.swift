/// One field that a template may use: what `template fields` lists and what `template check` knows.
public struct FieldDescription: Hashable, Sendable {
  /// What a field holds.
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// One text, shown where the tag stands.
    case text
    /// Whether something holds: for sections.
    case flag
    /// Entries to repeat a section over.
    case list
    /// Named fields, reached by a dot or inside a section.
    case record
  }

  /// Its name, without those above it.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// What it means, in a sentence.
  public var meaning: String
  /// A value as it may look; empty for lists and records that have fields.
  public var example: String
  /// The fields of a record, or of each entry of a list; none for a list of texts.
  public var fields: [FieldDescription]

  /// Describes a field.
  public init(
    _ name: String, _ kind: Kind, _ meaning: String, example: String = "", fields: [FieldDescription] = []
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.example = example
    self.fields = fields
  }
}

/// Every field that a template may use.
public struct FieldCatalog: Hashable, Sendable {
  /// The fields that need nothing before them, in the order to list them.
  public var roots: [FieldDescription]

  /// Creates a catalog.
  public init(_ roots: [FieldDescription]) { self.roots = roots }

  /// The field at `path`, names joined by full stops; `nil` where there is none such.
  public func field(at path: String) -> FieldDescription? {
    var fields = roots
    var found: FieldDescription?
    for name in path.split(separator: ".", omittingEmptySubsequences: false) {
      found = fields.first { $0.name == name }
      fields = found?.fields ?? []
    }
    return found
  }
}
