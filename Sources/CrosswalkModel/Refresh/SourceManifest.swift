/// Where the official content comes from: the list that a refresh works through (`Crosswalks/sources.json`).
///
/// What a refresh trusts stands here and nowhere else: addresses, hosts, limits, marks, digests and keys.
public struct SourceManifest: Hashable, Sendable {
  /// The file it was read from, as the user named it.
  public var file: String
  /// SHA-256 of the file's bytes, in lower-case hexadecimal: the audit says with which list a night worked.
  public var digest: String
  /// The sources, in the order of the file.
  public var sources: [Source]

  /// Creates a manifest; identifiers of sources are unique, and so are their frameworks.
  public init(file: String, digest: String, sources: [Source]) {
    self.file = file
    self.digest = digest
    self.sources = sources
  }

  /// The version of the file's format.
  public static let schemaVersion = "crosswalk-sources/1"
}

extension SourceManifest {
  /// One official source: the files that together are one revision of one framework.
  public struct Source: Hashable, Sendable {
    /// Kebab case, unique in the manifest: `nist-sp-800-53-r5`.
    public var id: String
    /// What it is, for people.
    public var title: String
    /// Who publishes it.
    public var publisher: String
    /// Under which terms its text may be used.
    public var licence: String
    /// What its content must be a revision of; unique in the manifest.
    public var framework: FrameworkID
    /// The format, as `import --as` names it; `nil` where it is found out.
    public var format: String?
    /// The column profile of a table, as `import --profile` names it.
    public var profile: String?
    /// The language of the text (BCP 47).
    public var language: String?
    /// What is fetched, and imported together in this order.
    public var files: [File]
    /// Hosts that a redirect may lead to, besides the hosts of the addresses.
    public var hosts: [String]
    /// What the content must print about itself.
    public var marks: [Mark]
    /// How its files are verified before they are read.
    public var verification: Verification
    /// Days without a successful check after which the content counts as old.
    public var maximumAge: Int
    /// Days for which the content may stay the same before it counts as frozen; `nil` where it may for ever.
    public var maximumUnchanged: Int?
    /// The name of the revision, where the files do not say it.
    public var revision: RevisionID?
    /// The day from which it is the current text, where the files do not say it.
    public var asOf: CalendarDate?
    /// Its place in the manifest.
    public var location: SourceLocation

    /// Creates a source; see the properties.
    public init(
      id: String, title: String, publisher: String, licence: String, framework: FrameworkID,
      format: String? = nil, profile: String? = nil, language: String? = nil, files: [File],
      hosts: [String] = [], marks: [Mark] = [], verification: Verification = .marks, maximumAge: Int = 30,
      maximumUnchanged: Int? = nil, revision: RevisionID? = nil, asOf: CalendarDate? = nil,
      location: SourceLocation
    ) {
      self.id = id
      self.title = title
      self.publisher = publisher
      self.licence = licence
      self.framework = framework
      self.format = format
      self.profile = profile
      self.language = language
      self.files = files
      self.hosts = hosts
      self.marks = marks
      self.verification = verification
      self.maximumAge = maximumAge
      self.maximumUnchanged = maximumUnchanged
      self.revision = revision
      self.asOf = asOf
      self.location = location
    }
  }

  /// One file of a source.
  public struct File: Hashable, Sendable {
    /// The name it gets on disk and in the audit; unique in its source, without `/`.
    public var name: String
    /// Where it is, tried in this order until one answers.
    public var urls: [String]
    /// What the request accepts (`Accept`); `nil` for anything.
    public var accept: String?
    /// Which language the request asks for (`Accept-Language`); `nil` for any.
    public var acceptLanguage: String?
    /// The most bytes that it may have.
    public var maximumBytes: Int
    /// The most seconds that fetching it may take, retries apart.
    public var maximumSeconds: Int
    /// SHA-256 that its bytes must have, in lower-case hexadecimal.
    public var sha256: String?

    /// Creates a file; see the properties.
    public init(
      name: String, urls: [String], accept: String? = nil, acceptLanguage: String? = nil,
      maximumBytes: Int = 64 << 20, maximumSeconds: Int = 300, sha256: String? = nil
    ) {
      self.name = name
      self.urls = urls
      self.accept = accept
      self.acceptLanguage = acceptLanguage
      self.maximumBytes = maximumBytes
      self.maximumSeconds = maximumSeconds
      self.sha256 = sha256
    }
  }
}
