import CrosswalkModel
import CrosswalkReaders

/// What a part of a Word file refers to.
struct WordRelationships: XMLEventHandler {
  /// One reference.
  struct Entry {
    /// The last part of its type: `header`, `hyperlink`.
    let role: String
    /// What it refers to, as it stands there.
    let target: String
    /// Whether that lies outside of the file.
    let isExternal: Bool
  }

  static let vocabulary = ["Relationship", "Type", "Target", "TargetMode"]
  static let namespaces = ["http://schemas.openxmlformats.org/package/2006/relationships"]

  /// The references in order.
  private(set) var entries: [Entry] = []
  private let part: String

  /// Reads what the part at `path` refers to (the whole file for the empty path); nothing where it has no list.
  ///
  /// - Parameter parts: All parts by their folded paths.
  init(_ parts: [String: [UInt8]], of path: String, file: String) throws(TemplateError) {
    part = path
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let list = WordDirectory.folded(path[..<slash] + "_rels/" + path[slash...] + ".rels")
    guard let bytes = parts[list] else { return }
    do {
      try XMLEventReader().read(SourceFile(name: "\(file)!\(list)", bytes: bytes), into: &self)
    } catch {
      throw TemplateError(reading: error.fault)
    }
  }

  mutating func startElement(_ element: XMLElement) throws(Never) {
    guard element.name == 0, element.namespaceIndex == 0, let type = element.string(1) else { return }
    entries.append(
      Entry(
        role: type.split(separator: "/").last.map { String($0) } ?? "", target: element.string(2) ?? "",
        isExternal: element.string(3).map { $0 != "Internal" } ?? false))
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}

  /// The paths of the parts with `role`.
  func targets(_ role: String) -> [String] {
    entries.filter { $0.role == role && !$0.isExternal }.compactMap { resolved($0.target) }
  }

  /// The path that `target` means; `nil` where it leads out of the file.
  private func resolved(_ target: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else if step != "." {
        steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
