import CrosswalkModel

/// A template cannot be used: what is wrong with it, and where.
public struct TemplateError: DiagnosableError, Hashable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    // The files.
    case noDocument(format: String)
    case notText
    case tooLarge(bytes: Int, limit: Int)
    case reservedCharacter(UInt32)
    // Tags.
    case unclosedTag
    case emptyTag
    case badName(String)
    case badPartialName(String)
    case refusedTag(String)
    case joinedBraces
    // Sections.
    case unclosedSection(String)
    case strayEnd(String)
    case mismatchedEnd(String, expected: String)
    // Parts.
    case unknownPartial(String, closest: [String])
    case recursivePartial(String)
    case partialAmongRows(String)
    case partialInText(String)
    case partialOutOfPlace(String, holds: String)
    // What an outline may not hold.
    case markdown(String, hint: String)
    // Where a tag of an HTML template must not stand, and what such a template must not hold.
    case unsafeContext(tag: String, context: String, hint: String)
    case html(String, hint: String)
    // Word files.
    case word(String, hint: String?)
    // Limits.
    case tooManyTags(limit: Int)
    case tooDeep(limit: Int)
    case tooManyParts(Int, limit: Int)
    case documentTooLarge(limit: Int)
    case tooManySteps(limit: Int)
    // No input causes these.
    case defect(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where, when there is a place.
  public let location: SourceLocation?
  /// The beginning of the paragraph of a Word file that it is about: such files have no lines to count.
  public let excerpt: String?

  /// Creates an error.
  public init(_ reason: Reason, at location: SourceLocation? = nil, excerpt: String? = nil) {
    self.reason = reason
    self.location = location
    self.excerpt = excerpt
  }

  /// The message for standard error.
  public var diagnostic: Diagnostic {
    let words = reason.words
    let place = excerpt.map { " in the paragraph \u{201C}\($0)\u{201D}" } ?? ""
    return Diagnostic(
      .error, code: reason.code, message: words.message + place, location: location, hint: words.hint)
  }

  /// Input data is wrong; a defect where no input causes it.
  public var exitStatus: ExitStatus {
    if case .defect = reason { .defect } else { .data }
  }
}
