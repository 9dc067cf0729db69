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
    if let manifest = folder.manifest { files["template.json"] = try manifest.bytes() }
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

  private static func json(_ table: [String: String]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(table)) + [UInt8(ascii: "\n")]
  }
}
