import CrosswalkModel

/// A Word file with tags in its text: one that an author edited, or one made from an outline.
struct WordTemplate: Sendable {
  /// The tags of all parts, in the order in which they are filled in.
  let tags: [TemplateTag]
  /// What stands in the way of rendering, part by part in order of place.
  let problems: [TemplateError]

  private let package: WordPackage
  private let parts: [WordPart]
  private let finish: WordFinish

  /// Reads a .docx that somebody edited.
  ///
  /// - Parameter name: The file as messages name it; places in it are `NAME!PART:PARAGRAPH:COLUMN`.
  /// - Throws: ``TemplateError`` for what is no Word file, holds what a template must not hold, or passes a limit.
  init(package bytes: [UInt8], name: String) throws(TemplateError) {
    try self.init(WordPackage(bytes, name: name))
  }

  /// Makes the Word file of an outline.
  ///
  /// - Parameter strings: The labels: which of them there are decides what stands in the footer, and their language is
  ///   that of the document.
  init(outline: Outline, strings: StringTable) throws(TemplateError) {
    try self.init(OutlinePackage(outline, strings: strings).package())
  }

  private init(_ package: WordPackage) throws(TemplateError) {
    self.package = package
    var parts: [WordPart] = []
    for path in package.stories {
      parts.append(try WordPart(story: package[path] ?? [], at: path, in: package.name))
    }
    if let path = package.properties, let bytes = package[path] {
      parts.append(try WordPart(properties: bytes, at: path, in: package.name))
    }
    self.parts = parts
    tags = parts.flatMap(\.tags)
    problems = parts.flatMap(\.problems)
    finish = try WordFinish(package)
  }

  /// The document with `fields` filled in.
  ///
  /// - Throws: ``TemplateError`` for the first of ``problems``, or where the document would become too large.
  func render(_ fields: FieldRecord) throws(TemplateError) -> [UInt8] {
    var filled = package
    var finish = finish
    // The parts have one limit together; each alone would have its own.
    var measure = OutputMeasure(fields)
    for part in parts { try measure.measure(part.nodes) }
    for part in parts {
      var bytes = try part.render(fields)
      if part.path != package.properties { bytes = try finish.finished(bytes, at: part.path) }
      if let index = filled.parts.firstIndex(where: { $0.path == part.path }) {
        filled.parts[index].bytes = bytes
      }
    }
    finish.addNumberings(to: &filled)
    return try filled.bytes()
  }

  /// The file itself, with its tags.
  func bytes() throws(TemplateError) -> [UInt8] { try package.bytes() }

  /// `diagnostic` with the beginning of the paragraph that it is about.
  func withExcerpt(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let place = diagnostic.location,
      let part = parts.first(where: { place.file == "\(package.name)!\($0.path)" }),
      let excerpt = part.excerpts[place.line]
    else { return diagnostic }
    var located = diagnostic
    located.message += " in the paragraph \u{201C}\(excerpt)\u{201D}"
    return located
  }
}
