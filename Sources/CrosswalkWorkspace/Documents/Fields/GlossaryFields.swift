import CrosswalkModel

/// The bilateral glossary as fields.
struct GlossaryFields {
  let glossary: Glossary
  let language: String

  static let descriptions = FieldDescription.list(
    "glossary", "Terms of both sides that somebody may take for the same.",
    [
      .text("id", "Short name of the entry.", "provider-developer"),
      .record("us", "The term of the United States.", side),
      .record("eu", "The term of the European Union.", side),
      .flag("falseFriend", "Whether the two look alike and mean different things."),
      .text("note", "What a reader must know about the two."),
    ])

  private static let side: [FieldDescription] = [
    .text("term", "The term.", "developer"), .text("definition", "What it means, in our words."),
    .text("place", "Where the definition stands.", "Article 3(3)"),
  ]

  /// The entries in their order.
  var list: [FieldRecord] {
    glossary.terms.map { term in
      let words = term.inLanguage(language)
      return [
        "id": .text(term.id), "us": .record(Self.record(words.us)), "eu": .record(Self.record(words.eu)),
        "falseFriend": .flag(term.falseFriend ?? false), "note": .given(words.note),
      ]
    }
  }

  private static func record(_ side: Glossary.Side) -> FieldRecord {
    ["term": .text(side.term), "definition": .text(side.definition), "place": .given(side.place)]
  }
}
