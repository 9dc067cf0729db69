import CrosswalkModel

/// How published documents are recognised: by what their publisher prints in them, never by a random UUID.
///
/// The rules are data (`Crosswalks/Frameworks/identities.json`), so that a new publication needs no code.
public struct KnownFrameworks: Hashable, Sendable {
  /// One rule: a document of this format whose named fact has just this value is this framework.
  public struct Rule: Hashable, Sendable {
    /// `oscal-catalog`, `formex`, `akoma-ntoso`.
    public var format: String
    /// Which fact is compared: `title`, a metadata property such as `framework-identifier`, or `number` or `celex` of an act.
    public var fact: String
    /// The value, compared without regard to case and runs of blanks.
    public var equals: String
    /// The framework that such a document is.
    public var framework: FrameworkID
    /// Who publishes it, where the document does not say.
    public var publisher: String?
    /// Under which terms its text may be used.
    public var licence: String?
    /// Where its publisher keeps it.
    public var source: String?

    /// Creates a rule.
    public init(
      format: String, fact: String, equals: String, framework: FrameworkID, publisher: String? = nil,
      licence: String? = nil, source: String? = nil
    ) {
      self.format = format
      self.fact = fact
      self.equals = equals
      self.framework = framework
      self.publisher = publisher
      self.licence = licence
      self.source = source
    }
  }

  /// The rules; earlier ones win.
  public var rules: [Rule]

  /// Creates the list of rules; earlier ones win.
  public init(rules: [Rule]) { self.rules = rules }

  /// The first rule of `format` whose fact the document has.
  ///
  /// - Parameter facts: What the document prints about itself, by the name of the fact; a fact may repeat.
  public func rule(format: CatalogFormat, facts: [Property]) -> Rule? {
    rules.first { rule in
      rule.format == format.rawValue
        && facts.contains { $0.name == rule.fact && Self.folded($0.value) == Self.folded(rule.equals) }
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
