import CrosswalkModel

/// The parts of a workbook and how they name each other; nothing outside of the container is ever opened.
struct WorkbookPackage {
  let name: String
  private let limits: ReadingLimits
  /// By the path in lower case, as the standard compares them.
  private let parts: [String: SourceFile]

  init(_ container: ZipContainer, name: String, limits: ReadingLimits) {
    self.name = name
    self.limits = limits
    var parts: [String: SourceFile] = [:]
    for file in container.files { parts[Self.path(of: file, in: name).lowercased()] = file }
    self.parts = parts
  }

  private static func path(of file: SourceFile, in container: String) -> String {
    String(file.name.dropFirst(container.count + 1))
  }

  /// The part at `path`; `nil` where there is none.
  func part(_ path: String) -> SourceFile? { parts[path.lowercased()] }

  /// The parts whose path ends in `suffix`.
  func has(suffix: String) -> Bool { parts.keys.contains { $0.hasSuffix(suffix) } }

  func damaged(_ what: String) -> ReadingError { ReadingError(.damagedWorkbook(what), file: name) }

  /// The relationships of the part at `path`; of the whole container for the empty path.
  func relationships(of path: String) throws(ReadingError) -> [WorkbookRelationship] {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let file = part(path[..<slash] + "_rels/" + path[slash...] + ".rels") else { return [] }
    var handler = RelationshipHandler()
    try read(file, into: &handler)
    return handler.relationships
  }

  /// The path that `target` means in the part at `path`; `nil` where it leads out of the container.
  static func resolved(_ target: String, in path: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map { String($0) }
    for step in target.split(separator: "/") {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else if step != "." {
        steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// Reads `file` as XML into a handler that accepts everything.
  func read<H: XMLEventHandler>(_ file: SourceFile, into handler: inout H) throws(ReadingError)
  where H.Failure == Never {
    do { try XMLEventReader(limits: limits).read(file, into: &handler) } catch { throw error.fault }
  }

  /// Reads `file` as XML into a handler that finds faults of its own.
  func check<H: XMLEventHandler>(_ file: SourceFile, into handler: inout H) throws(ReadingError)
  where H.Failure == ReadingError {
    do { try XMLEventReader(limits: limits).read(file, into: &handler) } catch {
      switch error {
      case .reading(let fault), .handler(let fault): throw fault
      }
    }
  }
}
