import CrosswalkModel

/// What the process that imports one source is told on its command line.
public struct StagingCommand: Hashable, Sendable {
  /// The store to make.
  public var store: String
  /// What the files should be a revision of.
  public var framework: FrameworkID
  /// As the list has them; see ``SourceManifest/Source``.
  public var format: String?
  /// The column profile of a table.
  public var profile: String?
  /// The name of the revision, where the files do not say it.
  public var revision: RevisionID?
  /// The day from which it is current, where the files do not say it.
  public var asOf: CalendarDate?
  /// The day of the import.
  public var today: CalendarDate
  /// The files, in order.
  public var files: [String]

  /// Imports `files`, which came from `source`, into the store at `store`.
  public init(source: SourceManifest.Source, files: [String], store: String, today: CalendarDate) {
    self.store = store
    framework = source.framework
    format = source.format
    profile = source.profile
    revision = source.revision
    asOf = source.asOf
    self.today = today
    self.files = files
  }

  /// The arguments, the name of the program apart.
  func arguments(_ limits: StagingLimits) -> [String] {
    let options: [(String, String?)] = [
      ("into", store), ("framework", framework.rawValue), ("as", format), ("profile", profile),
      ("revision", revision?.rawValue), ("as-of", asOf?.description), ("today", today.description),
      ("memory", String(limits.memory)), ("processor-seconds", String(limits.processorSeconds)),
      ("file-size", String(limits.fileSize)),
    ]
    // The names are none of the options of a run, and what is said is read as JSON lines whatever is wrong.
    return ["stage", "--log-format=json"]
      + options.compactMap { name, value in value.map { "--\(name)=\($0)" } } + ["--"] + files
  }
}
