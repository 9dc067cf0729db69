/// What a consolidated act says about one of its provisions: which act did what to it, and by which of its own.
///
/// Read from the properties ``EULawProperty/amendedBy`` and ``EULawProperty/amendedInPartBy``, whose values read
/// `inserted 32026R1744 AR:1;PT:3` with deleted words in quotes behind.
public struct AmendmentMark: Hashable, Sendable {
  /// What was done: `inserted`, `replaced`, `deleted`.
  public var action: String
  /// The act that did it, by its CELEX number.
  public var act: String
  /// Which of its provisions, as Formex codes it: `AR:1;PT:3`; empty where that is not said.
  public var provision: String
  /// Words that were deleted; empty where there are none.
  public var deletedWords: String
  /// Whether it was done to a part of the provision only.
  public var isPartial: Bool

  /// Reads a mark; `nil` where `property` is none.
  public init?(_ property: Property) {
    guard [EULawProperty.amendedBy, EULawProperty.amendedInPartBy].contains(property.name) else { return nil }
    isPartial = property.name == EULawProperty.amendedInPartBy
    let (head, quoted) = Self.halves(property.value)
    let words = head.split(separator: " ", maxSplits: 2)
    // Of a whole act the property has a bare number: that is no mark of a provision.
    guard words.count >= 2, let first = words.first, first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    action = String(first)
    act = String(words[1])
    provision = words.count > 2 ? String(words[2].trimmingBlanks) : ""
    deletedWords = quoted
  }

  private static func halves(_ value: String) -> (Substring, String) {
    guard let open = value.firstIndex(of: "\"") else { return (value[...], "") }
    let rest = value[value.index(after: open)...]
    return (value[..<open], String(rest.hasSuffix("\"") ? rest.dropLast() : rest))
  }

  /// The mark in words: `inserted by Regulation (EU) 2026/1744, Article 1, point (3)`.
  public var words: String {
    var words = (isPartial ? "in part " : "") + "\(action) by \(CELEXNumber.title(of: act))"
    if !provision.isEmpty { words += ", " + provisionWords }
    if !deletedWords.isEmpty { words += ": \"\(deletedWords)\"" }
    return words
  }

  private var provisionWords: String {
    let places = provision.split(separator: " .AND. ").map { place in
      place.split(separator: ";").map(Self.words(ofStep:)).filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return places.joined(separator: ", and ")
  }

  /// One step of a Formex location: `PT:3` is `point (3)`.
  private static func words(ofStep step: Substring) -> String {
    guard let colon = step.firstIndex(of: ":") else { return String(step) }
    let number = step[step.index(after: colon)...]
    switch step[..<colon] {
    case "AR": return "Article \(number)"
    case "PT", "LT": return "point (\(number))"
    case "PA", "PG": return "paragraph \(number)"
    case "AL", "SP": return "subparagraph \(number)"
    case "AX": return "Annex \(number)"
    case "CR": return "correction \(number)"
    // The note of a corrigendum: no number of it is printed.
    case "NT": return ""
    default: return String(step)
    }
  }
}
