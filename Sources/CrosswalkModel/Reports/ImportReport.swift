/// How many nodes of which kind a catalog holds.
public struct CatalogCounts: Hashable, Sendable {
  /// Families, functions, categories, chapters and sections.
  public var groups = 0
  /// Controls and enhancements, or articles and annexes; withdrawn ones included.
  public var controls = 0
  /// Controls that their publisher withdrew.
  public var withdrawn = 0
  /// Paragraphs, points and items.
  public var statements = 0
  /// Recitals of an act.
  public var recitals = 0

  /// Creates counts of nothing.
  public init() {}

  /// Counts the nodes of `catalog`.
  ///
  /// Cost: linear.
  public init(_ catalog: Catalog) {
    for row in catalog.rows {
      switch row.kind {
      case .group: groups += 1
      case .control, .enhancement:
        controls += 1
        if row.isWithdrawn { withdrawn += 1 }
      case .statement: statements += 1
      case .recital: recitals += 1
      case .guidance: break
      }
    }
  }
}

/// What one import did, file by file.
public struct ImportReport: Sendable {
  /// One file, or one act with its annexes.
  public struct File: Sendable {
    /// The file as the user named it.
    public var file: String
    /// `oscal-catalog`, `formex`, `csv`.
    public var format: String
    /// The framework it became; `nil` for a file of claims.
    public var framework: FrameworkRevisionID?
    /// How many nodes of which kind were read.
    public var counts: CatalogCounts
    /// Claims read; of those, how many the store had already.
    public var claims: Int
    /// Claims that the store had already.
    public var claimsAlreadyPresent: Int
    /// Whether the store held this very revision already, with the same content.
    public var isUnchanged: Bool
    /// The publisher's number that the framework is named after, since no rule knows the document; else `nil`.
    public var namedAfter: String?
    /// What was understood but not used, with places.
    public var notUsed: [NotUsed]
    /// Names that claims or links of this file give and no catalog in the store has.
    public var dangling: [Diagnostic]

    /// Creates the report of one file.
    public init(
      file: String, format: String, framework: FrameworkRevisionID?, counts: CatalogCounts = .init(),
      claims: Int = 0,
      claimsAlreadyPresent: Int = 0, isUnchanged: Bool = false, namedAfter: String? = nil,
      notUsed: [NotUsed] = [], dangling: [Diagnostic] = []
    ) {
      self.file = file
      self.format = format
      self.framework = framework
      self.counts = counts
      self.claims = claims
      self.claimsAlreadyPresent = claimsAlreadyPresent
      self.isUnchanged = isUnchanged
      self.namedAfter = namedAfter
      self.notUsed = notUsed
      self.dangling = dangling
    }
  }

  /// One entry for each catalog and each file of claims.
  public var files: [File]
  /// Whether the store was left as it was on purpose.
  public var isDryRun: Bool

  /// Creates the report of one run.
  public init(files: [File], isDryRun: Bool) {
    self.files = files
    self.isDryRun = isDryRun
  }
}

/// One row of the list of frameworks.
public struct FrameworkSummary: Hashable, Sendable {
  /// What the revision is.
  public var metadata: CatalogMetadata
  /// How many nodes of which kind it has.
  public var counts: CatalogCounts
  /// Whether this revision came with the toolkit.
  public var isBundled: Bool
  /// When the store learned of it, as precisely as it was noted: RFC 3339, or the day; `nil` where nobody noted it.
  public var knownSince: String?

  /// Creates a row.
  public init(metadata: CatalogMetadata, counts: CatalogCounts, isBundled: Bool) {
    self.metadata = metadata
    self.counts = counts
    self.isBundled = isBundled
  }
}
