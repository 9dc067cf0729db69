import CrosswalkModel

/// Turns the shape of a list of sources into the list, and says where it breaks a rule.
struct SourcesChecker {
  typealias Path = [JSONPlaces.Step]

  let read: LocatedJSON<SourcesDocument>

  func sources() throws(ImportError) -> [SourceManifest.Source] {
    guard read.value.schema == SourceManifest.schemaVersion else {
      throw read.error("\"schema\" must be \"\(SourceManifest.schemaVersion)\"", at: ["schema"])
    }
    guard !read.value.sources.isEmpty else { throw read.error("there is no source", at: ["sources"]) }
    var seen: Set<String> = []
    var frameworks: [FrameworkID: String] = [:]
    var sources: [SourceManifest.Source] = []
    for (index, source) in read.value.sources.enumerated() {
      let path: Path = ["sources", .index(index)]
      guard seen.insert(source.id).inserted else {
        throw read.error("\"\(source.id)\" stands twice", at: path + ["id"])
      }
      let checked = try self.source(source, at: path)
      // Each would be compared with what the other brought, or neither with anything.
      if let other = frameworks.updateValue(checked.id, forKey: checked.framework) {
        throw read.error(
          "\"\(checked.framework)\" is the framework of \"\(other)\" already; a framework has one source",
          at: path + ["framework"])
      }
      sources.append(checked)
    }
    return sources
  }

  /// What a member must be that needs nothing else to be judged.
  private func check(_ source: SourcesDocument.Source, at path: Path) throws(ImportError) {
    guard Self.isKebabCase(source.id) else {
      throw read.error("\"id\" is lower-case letters, digits, dots and hyphens", at: path + ["id"])
    }
    let texts = [
      ("title", source.title), ("publisher", source.publisher), ("licence", source.licence),
      ("profile", source.profile), ("language", source.language),
    ]
    for case (let name, let text?) in texts where text.isEmpty {
      throw read.error("\"\(name)\" must not be empty", at: path + [.name(name)])
    }
    if let format = source.format, CatalogFormat(rawValue: format) == nil {
      let known = CatalogFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw read.error("\"format\" is one of \(known)", at: path + ["format"])
    }
    guard source.maximumAge > 0 else {
      throw read.error("\"maximumAge\" is days from 1", at: path + ["maximumAge"])
    }
    if let days = source.maximumUnchanged, !(1...36_500).contains(days) {
      throw read.error("\"maximumUnchanged\" is days from 1 to 36500", at: path + ["maximumUnchanged"])
    }
  }

  private func source(
    _ source: SourcesDocument.Source, at path: Path
  ) throws(ImportError) -> SourceManifest.Source {
    try check(source, at: path)
    let files = try self.files(source.files, at: path + ["files"])
    let start = SourceLocation(file: read.file, line: 1, column: 1)
    return SourceManifest.Source(
      id: source.id, title: source.title, publisher: source.publisher, licence: source.licence,
      framework: try value(
        FrameworkID(source.framework), "\"framework\" is no identifier", at: path + ["framework"]),
      format: source.format, profile: source.profile, language: source.language, files: files,
      hosts: try hosts(source.hosts ?? [], at: path + ["hosts"]),
      marks: try marks(source.marks, at: path + ["marks"]),
      verification: try SourcePolicyChecker(read: read, files: self).verification(
        source.verification, files: files, at: path + ["verification"]),
      maximumAge: source.maximumAge, maximumUnchanged: source.maximumUnchanged,
      revision: try optional(
        source.revision, "\"revision\" is no name of a revision", at: path + ["revision"]
      ) {
        RevisionID($0)
      },
      asOf: try optional(source.asOf, "\"asOf\" is no day YYYY-MM-DD", at: path + ["asOf"]) {
        CalendarDate($0)
      },
      location: read.places.places[path] ?? start)
  }

  private func files(_ files: [SourcesDocument.File], at path: Path) throws(ImportError) -> [SourceManifest
    .File]
  {
    guard !files.isEmpty else { throw read.error("a source has at least one file", at: path) }
    var seen: Set<String> = []
    var checked: [SourceManifest.File] = []
    for (index, file) in files.enumerated() {
      guard seen.insert(file.name.lowercased()).inserted else {
        throw read.error("\"\(file.name)\" stands twice", at: path + [.index(index), "name"])
      }
      checked.append(try self.file(file, at: path + [.index(index)]))
    }
    return checked
  }

  private func hosts(_ hosts: [String], at path: Path) throws(ImportError) -> [String] {
    for (index, host) in hosts.enumerated() {
      do { try SourceAddress.check(host: host) } catch {
        throw read.error("\"\(host)\" is no plain host name in lower case", at: path + [.index(index)])
      }
    }
    return hosts
  }

  private func marks(_ marks: [SourcesDocument.Mark], at path: Path) throws(ImportError) -> [SourceManifest
    .Mark]
  {
    guard !marks.isEmpty else { throw read.error("a source has at least one mark", at: path) }
    var checked: [SourceManifest.Mark] = []
    for (index, mark) in marks.enumerated() {
      let place = path + [.index(index)]
      let fact = try self.fact(mark, at: place)
      switch (mark.equals, mark.contains) {
      case (let text?, nil) where !text.isEmpty: checked.append(SourceManifest.Mark(fact: fact, equals: text))
      case (nil, let text?) where !text.isEmpty:
        checked.append(SourceManifest.Mark(fact: fact, contains: text))
      default: throw read.error("a mark has either \"equals\" or \"contains\", not empty", at: place)
      }
    }
    return checked
  }

  private func fact(_ mark: SourcesDocument.Mark, at path: Path) throws(ImportError)
    -> SourceManifest.Mark.Fact
  {
    if mark.fact == "property" {
      guard let name = mark.name, !name.isEmpty else {
        throw read.error("\"property\" needs a \"name\"", at: path)
      }
      return .property(name)
    }
    guard mark.name == nil else { throw read.error("only \"property\" has a \"name\"", at: path + ["name"]) }
    switch mark.fact {
    case "publisher": return .publisher
    case "title": return .title
    case "language": return .language
    case "source": return .source
    default:
      throw read.error("\"fact\" is publisher, title, language, source or property", at: path + ["fact"])
    }
  }

  func value<Value>(_ value: Value?, _ fault: String, at path: Path) throws(ImportError) -> Value {
    guard let value else { throw read.error(fault, at: path) }
    return value
  }

  private func optional<Value>(
    _ text: String?, _ fault: String, at path: Path, _ read: (String) -> Value?
  ) throws(ImportError) -> Value? {
    guard let text else { return nil }
    return try value(read(text), fault, at: path)
  }

  static func isKebabCase(_ text: String) -> Bool {
    let isEdge = { (byte: UInt8?) in byte.map { "-.".utf8.contains($0) } ?? true }
    return text.utf8.count <= 64 && !isEdge(text.utf8.first) && !isEdge(text.utf8.last)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-.".utf8.contains($0)
      }
  }
}
