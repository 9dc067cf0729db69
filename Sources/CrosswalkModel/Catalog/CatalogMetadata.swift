/// What is known about one revision of a framework as a whole.
public struct CatalogMetadata: Hashable, Sendable {
  /// Framework and revision.
  public var id: FrameworkRevisionID
  /// Title as printed.
  public var title: String
  /// Who publishes it.
  public var publisher: String?
  /// Language of the text (BCP 47): `en`.
  public var language: String?
  /// The day from which this revision is the current text.
  public var asOf: CalendarDate?
  /// Under which terms the text may be used.
  public var licence: String?
  /// Where the publisher keeps the text: an ELI, a DOI, a page.
  public var source: String?
  /// What a reader must know about how complete the content is; `nil` for a complete one.
  public var selection: String?
  /// Further facts by name, in the order of the source: `oscal-version`, `celex`, `last-modified`.
  public var properties: [Property]

  /// Creates the metadata of one revision.
  public init(
    id: FrameworkRevisionID, title: String, publisher: String? = nil, language: String? = nil,
    asOf: CalendarDate? = nil, licence: String? = nil, source: String? = nil, selection: String? = nil,
    properties: [Property] = []
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.language = language
    self.asOf = asOf
    self.licence = licence
    self.source = source
    self.selection = selection
    self.properties = properties
  }
}

/// A named fact that has no field of its own.
public struct Property: Hashable, Sendable {
  /// Name as the source spells it.
  public var name: String
  /// Value as the source spells it.
  public var value: String

  /// Creates a named fact.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
