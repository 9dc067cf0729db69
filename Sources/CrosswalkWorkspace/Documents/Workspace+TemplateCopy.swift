import CrosswalkModel
import FoundationEssentials

extension Workspace {
  /// The files of a copy of a template that stands on its own: the template's, and of what templates share the
  /// parts and labels that it uses.
  ///
  /// - Parameters:
  ///   - labels: The names of the labels that the template uses.
  ///   - parts: The names of the parts that it uses.
  ///   - language: A language to add, with its English labels to be translated; `nil` for none.
  /// - Returns: Bytes by path in the folder, in the order of the paths.
  /// - Throws: As ``template(_:language:)``.
  public func templateCopy(
    _ nameOrFolder: String, labels: Set<String>, parts: Set<String>, adding language: String?
  ) throws -> [(path: String, bytes: [UInt8])] {
    let path = try TemplateLibrary.folder(of: nameOrFolder, content.location)
    let library = try TemplateLibrary(content.location)
    let folder = try TemplateFolder(path: path)
    var files = folder.files
    for (name, bytes) in library.shared.files where files[name] == nil {
      if parts.contains(String(name.dropFirst("parts/".count).dropLast(".md".count))) { files[name] = bytes }
    }
    if let manifest = folder.manifest {
      // Sections that the template takes from another one become its own.
      let read = try library.manifest(at: path)
      let asWritten = try manifest.bytes()
      files["template.json"] =
        try read.flatMap { try Self.declares($0, asWritten) ? nil : Self.json($0) } ?? asWritten
    }
    var tables = folder.labels
    for (name, table) in library.shared.labels {
      tables[name, default: [:]].merge(table.filter { labels.contains($0.key) }) { own, _ in own }
    }
    if let language, tables[language] == nil {
      tables[language] = (library.shared.words["en"] ?? [:]).merging(tables["en"] ?? [:]) { $1 }
    }
    for (name, table) in tables where !table.isEmpty { files["strings/\(name).json"] = try Self.json(table) }
    return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether the file of a manifest holds all that was read of it.
  private static func declares(_ manifest: TemplateManifest, _ bytes: [UInt8]) throws -> Bool {
    try JSONDecoder().decode(TemplateManifest.self, from: Data(bytes)) == manifest
  }

  private static func json(_ table: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(table)) + [UInt8(ascii: "\n")]
  }
}
