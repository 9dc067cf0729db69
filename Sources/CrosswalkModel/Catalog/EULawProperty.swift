/// Names of the properties that acts and provisions of EU law have, the same from every format.
public enum EULawProperty {
  /// Of a provision that an act inserted, replaced or deleted: `inserted 32024R1183 AR:1;PT:5`; of a consolidated act,
  /// the CELEX number of each act whose changes it holds.
  public static let amendedBy = "amended-by"
  /// Of a provision whose heading, number or words alone an act changed.
  public static let amendedInPartBy = "amended-in-part-by"
  /// Of a provision that changes another act: `substitution /akn/eu/act/…`.
  public static let amends = "amends"
  /// Of an act in a language that stands alone: the framework of the act in its main language.
  public static let languageVersionOf = "language-version-of"
  /// Of an act with parallel texts: one language (BCP 47) each.
  public static let parallelLanguage = "parallel-language"

  /// Of a provision, its words in another language: `text:de`.
  public static func text(in language: String) -> String { "text:\(language)" }
  /// Of a provision or an act, its heading in another language: `title:de`.
  public static func title(in language: String) -> String { "title:\(language)" }
  /// Of a provision, its number or mark in another language: `label:de`.
  public static func label(in language: String) -> String { "label:\(language)" }

  /// The language of a property that holds words in another language; `nil` for any other property.
  public static func language(ofParallel name: String) -> String? {
    guard let colon = name.firstIndex(of: ":"), ["text", "title", "label"].contains(name[..<colon]) else {
      return nil
    }
    let language = name[name.index(after: colon)...]
    return language.isEmpty ? nil : String(language)
  }

  /// Of an act that no rule knows: the CELEX number that its framework is named after.
  public static let namedAfter = "framework-named-after"
}
