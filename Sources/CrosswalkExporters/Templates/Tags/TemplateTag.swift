import CrosswalkModel

/// One tag of a template: `{{provider.name}}`, `{{#requirements}}`.
struct TemplateTag: Hashable, Sendable {
  /// What a tag does.
  enum Kind: Hashable, Sendable {
    /// Shows a value: `{{name}}`.
    case field
    /// Begins what is shown once for each entry, or if there is something: `{{#name}}`.
    case section
    /// Begins what is shown if there is nothing: `{{^name}}`.
    case inverted
    /// Ends a section of either kind: `{{/name}}`.
    case end
    /// Stands for a part: `{{> name}}`.
    case partial
    /// Says something to the next author: `{{! text}}`.
    case comment
  }

  /// What it does.
  var kind: Kind
  /// The names between the dots; `["."]` for the entry itself, one name for a part, none for a comment.
  var path: [String]
  /// Where its first brace stands.
  var location: SourceLocation

  /// `a.b.c`, as an author writes it.
  var name: String { path.joined(separator: ".") }

  /// The tag in its shortest spelling: `{{#a.b}}`.
  var spelling: String { "{{\(sigil)\(name)}}" }

  /// Whether it can stand around or for whole blocks and rows.
  var isStructural: Bool { kind != .field && kind != .comment }

  /// Whether it shows the entry that stands in the section around it.
  var isEntryItself: Bool { path == ["."] }

  private var sigil: String {
    switch kind {
    case .field: ""
    case .section: "#"
    case .inverted: "^"
    case .end: "/"
    case .partial: "> "
    case .comment: "!"
    }
  }
}
