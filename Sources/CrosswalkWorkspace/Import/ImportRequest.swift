import CrosswalkModel

/// Files to import together, and what the user says about them.
public struct ImportRequest: Hashable, Sendable {
  /// The files, in the order in which the user named them.
  public var files: [String]
  /// One of ``formatNames``; `nil` to detect it.
  public var format: String?
  /// The framework that a catalog is a revision of; `nil` to take it from the file.
  public var framework: FrameworkID?
  /// The name of the revision; `nil` to take it from the file.
  public var revision: RevisionID?
  /// The day from which the revision is the current text; `nil` to take it from the file.
  public var asOf: CalendarDate?
  /// The column profile of tables: the name of one that comes with the toolkit, or the path of a file.
  public var profile: String?
  /// The sheet of a workbook; `nil` for the first visible one whose header fits a profile.
  public var sheet: String?
  /// What separates cells, one of ``delimiterNames``, where it shall not be detected; goes with a profile.
  public var delimiter: String?
  /// The ends of a mapping table whose cells name no framework.
  public var sourceFramework: FrameworkID?
  /// The target of a mapping table whose cells name no framework.
  public var targetFramework: FrameworkID?
  /// The metadata of a set of mappings, where it stands neither in its file nor beside it.
  public var metadata: String?
  /// Largest file to read, in bytes; `nil` for the standard limit.
  public var fileBytes: Int?
  /// Whether to read and report only.
  public var isDryRun: Bool
  /// The day of the import: claims that name no revision are bound to the newest one on it.
  public var today: CalendarDate
  /// The moment of the import, for the log; `nil` where only the day is known.
  public var time: Moment?

  /// Creates a request.
  public init(
    files: [String], format: String? = nil, framework: FrameworkID? = nil, revision: RevisionID? = nil,
    asOf: CalendarDate? = nil, profile: String? = nil, sheet: String? = nil, delimiter: String? = nil,
    sourceFramework: FrameworkID? = nil,
    targetFramework: FrameworkID? = nil, metadata: String? = nil, fileBytes: Int? = nil,
    isDryRun: Bool = false, today: CalendarDate
  ) {
    self.files = files
    self.format = format
    self.framework = framework
    self.revision = revision
    self.asOf = asOf
    self.profile = profile
    self.sheet = sheet
    self.delimiter = delimiter
    self.sourceFramework = sourceFramework
    self.targetFramework = targetFramework
    self.metadata = metadata
    self.fileBytes = fileBytes
    self.isDryRun = isDryRun
    self.today = today
  }
}
