/// What a check of a template found, besides the diagnostics that name a place in it.
public struct TemplateCheckReport: Hashable, Sendable {
  /// Labels that a language lacks: they are shown in English.
  public struct Language: Hashable, Sendable {
    /// The language.
    public var language: String
    /// The labels that the template uses and the language lacks, sorted.
    public var missingLabels: [String]

    /// Creates the labels of one language.
    public init(_ language: String, missingLabels: [String]) {
      self.language = language
      self.missingLabels = missingLabels
    }
  }

  /// The name of the template.
  public var name: String
  /// Its folder.
  public var folder: String
  /// Its documents and parts, sorted.
  public var files: [String]
  /// The fields that it uses as it writes them, labels left out, sorted.
  public var fields: [String]
  /// Every field that it may use.
  public var available: FieldCatalog
  /// Its languages, sorted.
  public var languages: [Language]
  /// How many errors and warnings there are.
  public var errors, warnings: Int
  /// What the subject file lacks; `nil` where none was given.
  public var missing: [Diagnostic]?

  /// Creates a report.
  public init(
    name: String, folder: String, files: [String], fields: [String], available: FieldCatalog,
    languages: [Language], errors: Int, warnings: Int, missing: [Diagnostic]?
  ) {
    self.name = name
    self.folder = folder
    self.files = files
    self.fields = fields
    self.available = available
    self.languages = languages
    self.errors = errors
    self.warnings = warnings
    self.missing = missing
  }
}
