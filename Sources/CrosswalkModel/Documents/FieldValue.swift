/// What a joint document may show in one place.
///
/// An empty text, an empty list, a flag that is off and a field that is not there count as absent: a section around
/// them vanishes, and an inverted section shows.
public enum FieldValue: Hashable, Sendable {
  /// Untrusted text, shown escaped; line breaks are kept.
  case text(String)
  /// Whether something holds; shown as nothing, asked by sections.
  case flag(Bool)
  /// Entries in the order to show them.
  case list([FieldValue])
  /// Named fields.
  case record(FieldRecord)

  /// Whether a section around the value vanishes.
  public var isAbsent: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .flag(let holds): !holds
    case .list(let entries): entries.isEmpty
    case .record: false
    }
  }
}

/// Named fields of a joint document.
public struct FieldRecord: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The fields by name; looked up, never listed, so that no order enters.
  public var fields: [String: FieldValue]

  /// Creates a record.
  public init(_ fields: [String: FieldValue] = [:]) { self.fields = fields }

  /// Creates a record; of two fields with one name the last counts.
  public init(dictionaryLiteral elements: (String, FieldValue)...) {
    fields = Dictionary(elements) { _, last in last }
  }

  /// The field called `name`; `nil` where there is none.
  public subscript(name: String) -> FieldValue? {
    get { fields[name] }
    set { fields[name] = newValue }
  }
}
