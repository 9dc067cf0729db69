import CrosswalkModel
import CrosswalkReaders

/// Texts that ship in English, in another language: those of a pathway, and the names of the routes of a law
/// (`Schemas/translations.schema.json`).
public struct TextTranslations: Codable, Hashable, Sendable {
  /// The version of the format that this toolkit reads.
  public static let schemaVersion = "crosswalk-translations/1"
  /// No translations: every text stands as it is.
  public static let none = TextTranslations(schema: schemaVersion, language: "en", texts: [:])

  /// `crosswalk-translations/1`.
  public var schema: String
  /// The language of the translations: `de`.
  public var language: String
  /// The translation by the English text.
  public var texts: [String: String]

  /// What `text` is in the language; itself where there is no translation of it.
  public subscript(text: String) -> String { texts[text] ?? text }
}

extension TextTranslations {
  /// Reads a table of translations.
  ///
  /// - Throws: ``ImportError`` `.malformedFile` at the line and column of what is wrong: unknown members, a language
  ///   that is none, empty texts.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ImportError) {
    let read = try StrictJSON.document(TextTranslations.self, from: file, limits: limits)
    guard read.value.schema == Self.schemaVersion else {
      throw read.error("\"schema\" must be \"\(Self.schemaVersion)\"", at: ["schema"])
    }
    guard TemplateName.isLanguage(read.value.language) else {
      throw read.error("\"\(read.value.language)\" is no language, such as \"de\"", at: ["language"])
    }
    for (text, translation) in read.value.texts.sorted(by: { $0.key < $1.key })
    where text.isEmpty || translation.isEmpty {
      throw read.error("a text and its translation are not empty", at: ["texts", .name(text)])
    }
    self = read.value
  }
}
