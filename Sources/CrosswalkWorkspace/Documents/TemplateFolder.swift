import CrosswalkImporters
import CrosswalkModel
import CrosswalkReaders

/// The files of one folder of templates, read within bounds: a template, or what all templates share.
struct TemplateFolder: Sendable {
  /// The folder as messages name it.
  let path: String
  /// `document.*` and `parts/NAME.md` by name.
  private(set) var files: [String: [UInt8]] = [:]
  /// Labels by language, then by name.
  private(set) var labels: [String: [String: String]] = [:]
  /// The words of the toolkit, alike; only the shared folder has them.
  private(set) var words: [String: [String: String]] = [:]
  /// The manifest; the shared folder has none.
  private(set) var manifest: SourceFile?
  /// What lies there and nothing reads, sorted by path.
  private(set) var notUsed: [String] = []

  /// The documents that a template may have: the outline, and what an author puts in its place for a format.
  static let documents = ["document.docx", "document.html", "document.md"]
  /// The most files in one folder.
  static let mostFiles = 256
  /// The largest outline, page or part, in bytes.
  static let largestText = 1 << 20
  /// The largest Word file, in bytes; what it holds is bounded again when it is unpacked.
  static let largestWordFile = 16 << 20

  /// Reads the folder at `path`.
  ///
  /// - Throws: ``TemplateFolderError``; `ImportError` at the place in a table of labels.
  init(path: String) throws {
    self.path = path
    do { try read() } catch let error as ReadingError { throw TemplateFolderError(error) }
    notUsed.sort()
  }

  private mutating func read() throws {
    let folder = try OpenFolder(path: path)
    for name in try folder.names(limit: Self.mostFiles) {
      switch name {
      case "template.json":
        manifest = try folder.bytes(of: name, limit: TemplateManifest.limit).map {
          SourceFile(name: "\(path)/\(name)", bytes: $0)
        }
      case "parts": try readParts(folder)
      case "strings": labels = try tables(folder, name)
      case "words": words = try tables(folder, name)
      case _ where Self.documents.contains(name):
        let limit = name.hasSuffix(".docx") ? Self.largestWordFile : Self.largestText
        files[name] = try folder.bytes(of: name, limit: limit)
      default: notUsed.append(name)
      }
    }
  }

  /// The documents that the folder has, sorted.
  var documents: [String] { Self.documents.filter { files[$0] != nil } }

  private mutating func readParts(_ folder: OpenFolder) throws {
    guard let parts = try folder.folder("parts") else { return }
    for name in try parts.names(limit: Self.mostFiles) {
      guard name.hasSuffix(".md"), TemplateName.isName(name.dropLast(3)) else {
        throw TemplateFolderError(
          .name(expected: "NAME.md, where NAME is lower-case words joined by \"-\""), "\(parts.path)/\(name)")
      }
      files["parts/\(name)"] = try parts.bytes(of: name, limit: Self.largestText)
    }
  }

  private func tables(_ folder: OpenFolder, _ name: String) throws -> [String: [String: String]] {
    guard let strings = try folder.folder(name) else { return [:] }
    var tables: [String: [String: String]] = [:]
    for file in try strings.names(limit: Self.mostFiles) {
      let language = String(file.dropLast(5))
      guard file.hasSuffix(".json"), TemplateName.isLanguage(language) else {
        throw TemplateFolderError(
          .name(expected: "LANGUAGE.json, such as de.json"), "\(strings.path)/\(file)")
      }
      guard let bytes = try strings.bytes(of: file, limit: LabelFile.limit) else { continue }
      tables[language] = try LabelFile.labels(SourceFile(name: "\(strings.path)/\(file)", bytes: bytes))
    }
    return tables
  }
}
