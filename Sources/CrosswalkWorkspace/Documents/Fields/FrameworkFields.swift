import CrosswalkModel

/// The frameworks of a document with their revisions.
struct FrameworkFields {
  let words: Words

  static let descriptions = FieldDescription.list(
    "frameworks", "The frameworks of the document: the target, then those compared with it.",
    [
      .text("id", "Short name.", "eu-ai-act"), .text("title", "Title of the framework."),
      .text("revision", "Its revision.", "2026-07-27"),
      .text("asOf", "The day from which this revision is the current text.", "2026-07-27"),
      .text("publisher", "Who publishes it.", "European Union"),
      .text("language", "Language of its text.", "English"),
      .text("languageNote", "That the text is in another language than the document; empty where it is not."),
      .text("selection", "What a reader must know about how complete the content is."),
    ])

  /// One framework as a record.
  func record(_ metadata: CatalogMetadata) -> FieldRecord {
    let language = metadata.language ?? ""
    let languages = [language] + metadata.parallelLanguages
    let isOther = !language.isEmpty && !languages.contains(words.language)
    return [
      "id": .text(metadata.id.framework.rawValue), "title": .text(metadata.title),
      "revision": .text(metadata.id.revision.rawValue), "asOf": .given(metadata.asOf?.description),
      "publisher": .given(metadata.publisher), "language": .text(words.name(ofLanguage: language)),
      "languageNote": .text(isOther ? words(.otherLanguage, words.name(ofLanguage: language)) : ""),
      "selection": .given(metadata.selection),
    ]
  }
}
