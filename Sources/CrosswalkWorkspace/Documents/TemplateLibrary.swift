import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// The templates that ship and those of authors: what they are called and what belongs to one.
///
/// A label or part is looked up in the template first, then in the shared folder that ships; a label of a language,
/// then its English one.
struct TemplateLibrary: Sendable {
  let location: ContentLocation
  let shared: TemplateFolder

  /// Reads what templates share.
  init(_ location: ContentLocation) throws {
    self.location = location
    shared = try TemplateFolder(path: "\(location.folder)/Templates/shared")
  }

  /// The names of the templates that ship, sorted.
  static func names(_ location: ContentLocation) -> [String] {
    location.files(in: "Templates", suffix: "").compactMap { path in
      let name = path.baseName
      return name != "shared" && TemplateName.isName(name) ? name : nil
    }
  }

  /// Where the template that a user names lies.
  ///
  /// What looks like a folder (with a slash, or beginning with a dot) is one.
  ///
  /// - Throws: ``WorkspaceError/unknownTemplate(_:closest:known:)``.
  static func folder(of name: String, _ location: ContentLocation) throws(WorkspaceError) -> String {
    if name.contains("/") || name.hasPrefix(".") {
      let trimmed = String(name.reversed().drop { $0 == "/" }.reversed())
      return trimmed.isEmpty ? "/" : trimmed
    }
    let known = names(location)
    guard known.contains(name) else {
      throw .unknownTemplate(name, closest: ClosestNames.to(name, among: known), known: known)
    }
    return "\(location.folder)/Templates/\(name)"
  }

  /// The template in the folder at `path`, with its labels in `language`.
  ///
  /// - Throws: ``TemplateFolderError``, `ImportError`, ``WorkspaceError/unknownLanguage(_:template:known:)``.
  func template(at path: String, language: String) throws -> TemplateSource {
    let folder = try TemplateFolder(path: path)
    let manifest = try manifest(of: folder)
    guard !folder.documents.isEmpty else { throw TemplateFolderError(.noDocument, path) }
    let known = languages(of: folder)
    guard known.contains(language) else {
      throw WorkspaceError.unknownLanguage(language, template: manifest.name, known: known)
    }
    var files = folder.files
    var places: [String: String] = [:]
    for (name, bytes) in shared.files where files[name] == nil && name.hasPrefix("parts/") {
      files[name] = bytes
      places[name] = "\(shared.path)/\(name)"
    }
    return TemplateSource(
      manifest: manifest, folder: path, files: files, strings: strings(of: folder, language),
      places: places, notUsed: folder.notUsed)
  }

  /// The manifest of the template in the folder at `path`; `nil` where no manifest lies there.
  func manifest(at path: String) throws -> TemplateManifest? {
    do { _ = try SourceFile(path: path + "/template.json").sniff() } catch {
      if error.exitStatus == .noInput { return nil }
      throw error
    }
    return try manifest(of: TemplateFolder(path: path))
  }

  /// The template in the folder at `path` as a list shows it.
  func summary(at path: String, source: String) throws -> TemplateSummary {
    let folder = try TemplateFolder(path: path)
    let manifest = try manifest(of: folder)
    let documents = folder.documents
    guard !documents.isEmpty else { throw TemplateFolderError(.noDocument, path) }
    let hasOutline = documents.contains("document.md")
    let formats = [("docx", "document.docx"), ("html", "document.html"), ("markdown", "document.md")]
    return TemplateSummary(
      name: manifest.name, title: strings(of: folder, "en")[manifest.title] ?? manifest.title,
      about: manifest.about, basis: manifest.basis,
      formats: formats.filter { hasOutline || documents.contains($0.1) }.map(\.0),
      languages: languages(of: folder), variants: manifest.variants ?? [], source: source)
  }

  private func manifest(of folder: TemplateFolder) throws -> TemplateManifest {
    let path = "\(folder.path)/template.json"
    guard let file = folder.manifest else { throw TemplateFolderError(.reading(.notFound), path) }
    var labels: Set<String> = []
    for table in [folder.labels, shared.labels, shared.words] {
      for language in table.values { labels.formUnion(language.keys) }
    }
    return try TemplateManifest(
      file, labels: labels,
      holder: { name in
        guard Self.names(location).contains(name) else { return nil }
        return SourceFile(path: "\(location.folder)/Templates/\(name)/template.json")
      }, catalog: FieldCatalog.init(for:))
  }

  /// The languages of the template's own tables; those of the shared ones where it has none.
  func languages(of folder: TemplateFolder) -> [String] {
    (folder.labels.isEmpty ? shared.labels : folder.labels).keys.sorted()
  }

  private func strings(of folder: TemplateFolder, _ language: String) -> StringTable {
    func merged(_ language: String) -> [String: String] {
      var labels = shared.words[language] ?? [:]
      for table in [shared.labels, folder.labels] { labels.merge(table[language] ?? [:]) { $1 } }
      return labels
    }
    let own = merged(language)
    let english = merged("en")
    return StringTable(
      language: language, labels: english.merging(own) { $1 },
      fallbacks: english.keys.filter { own[$0] == nil }.sorted())
  }
}
