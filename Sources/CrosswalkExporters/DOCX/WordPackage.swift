import CrosswalkModel
import CrosswalkReaders

/// The parts of a Word file in their order, found harmless.
struct WordPackage {
  /// One part.
  struct Part {
    /// Its path: `word/document.xml`.
    let path: String
    /// Its content.
    var bytes: [UInt8]
  }

  /// The parts in the order of the file.
  var parts: [Part]
  /// The file as messages name it.
  let name: String
  /// The path of the document itself.
  let document: String
  /// The paths of the parts with text, the document first.
  let stories: [String]
  /// The paths of the style sheet, the numbering and the properties; `nil` where there is none.
  let styles: String?
  let numbering: String?
  let properties: String?

  /// Reads a file that somebody edited.
  ///
  /// - Throws: ``TemplateError`` for what is no Word file, leads out of itself, is too large, or holds what a template has no use
  ///   for: macros, embedded objects, links to other files.
  init(_ bytes: [UInt8], name: String) throws(TemplateError) {
    let start = SourceLocation(file: name, line: 1, column: 1)
    guard bytes.count <= TemplateLimits.wordFileSize else {
      throw TemplateError(.tooLarge(bytes: bytes.count, limit: TemplateLimits.wordFileSize), at: start)
    }
    var parts: [Part] = []
    do throws(ReadingError) {
      for file in try ZipContainer(SourceFile(name: name, bytes: bytes), limits: Self.limits).files {
        parts.append(
          Part(path: String(file.name.dropFirst(name.count + 1)), bytes: try file.bytes(limits: Self.limits)))
      }
    } catch {
      throw TemplateError(reading: error)
    }
    try self.init(parts, name: name)
  }

  /// A file made of `parts`.
  init(_ parts: [Part], name: String) throws(TemplateError) {
    self.parts = parts
    self.name = name
    let start = SourceLocation(file: name, line: 1, column: 1)
    let directory = try WordDirectory(parts, name: name)
    let safety = WordSafety(name: name)
    try safety.check(directory.contents)
    let documents = try directory.parts("officeDocument", from: "")
    guard let document = documents.first, documents.count == 1 else {
      throw TemplateError(
        .word("this is no Word file: it has no document", hint: "save it as .docx"), at: start)
    }
    func texts(of part: String) throws(TemplateError) -> [String] {
      try directory.parts("header", "footer", "footnotes", "endnotes", from: part)
    }
    self.document = document
    stories = [document] + (try texts(of: document)).filter { $0 != document }
    styles = try directory.parts("styles", from: document).first
    numbering = try directory.parts("numbering", from: document).first
    properties = try directory.parts("core-properties", from: "").first
    // Nothing is filled in there, but word processors compute the fields that stand there too.
    var others = try directory.parts("comments", "settings", "glossaryDocument", from: document)
    for glossary in try directory.parts("glossaryDocument", from: document) {
      others += try texts(of: glossary) + directory.parts("comments", "settings", from: glossary)
    }
    for path in others {
      let file = "\(name)!\(path)"
      try safety.check(WordTree(self[path] ?? [], file: file), file: file)
    }
  }

  private static let limits: ReadingLimits = {
    var limits = ReadingLimits.standard
    limits.zipEntries = 1024
    limits.zipTotalBytes = 128 << 20
    return limits
  }()

  /// The content of the part at `path`.
  subscript(path: String) -> [UInt8]? { parts.first { $0.path == path }?.bytes }

  /// Writes the parts.
  ///
  /// - Throws: ``TemplateError`` where memory is short.
  func bytes() throws(TemplateError) -> [UInt8] {
    do throws(ZipWriter.Failure) {
      let writer = try ZipWriter()
      for part in parts { try writer.add(part.path, part.bytes) }
      return try writer.finish()
    } catch {
      throw TemplateError(.defect("the Word file cannot be packed: \(error.problem)"))
    }
  }
}
