/// A template as it was read: its manifest, its files and the labels of one language.
public struct TemplateSource: Sendable {
  /// What it says about itself.
  public var manifest: TemplateManifest
  /// Where it was read from: what diagnostics name files in.
  public var folder: String
  /// Its files by name: `document.md`, `document.docx`, `document.html`, and the parts `parts/NAME.md`.
  public var files: [String: [UInt8]]
  /// Labels in the language asked for.
  public var strings: StringTable
  /// Where files were read from that do not lie in the folder: parts that several templates share.
  public var places: [String: String]
  /// What lies in the folder and no template uses, sorted by path.
  public var notUsed: [String]

  /// Creates a template from what was read.
  public init(
    manifest: TemplateManifest, folder: String, files: [String: [UInt8]], strings: StringTable,
    places: [String: String] = [:], notUsed: [String] = []
  ) {
    self.manifest = manifest
    self.folder = folder
    self.files = files
    self.strings = strings
    self.places = places
    self.notUsed = notUsed
  }

  /// The path of the file called `name` in ``files``, as diagnostics show it.
  public func path(of name: String) -> String { places[name] ?? "\(folder)/\(name)" }
}

/// Labels in one language, with English where that language lacks one.
public struct StringTable: Hashable, Sendable {
  /// The language asked for: `de`.
  public var language: String
  /// Labels by their names.
  public var labels: [String: String]
  /// The names of labels that stand in English because the language lacks them, sorted.
  public var fallbacks: [String]

  /// Creates a table.
  public init(language: String, labels: [String: String], fallbacks: [String] = []) {
    self.language = language
    self.labels = labels
    self.fallbacks = fallbacks
  }

  /// The label called `name`; `nil` where no language has it.
  public subscript(name: String) -> String? { labels[name] }
}
