import CrosswalkModel

/// One part of a Word file that holds text, as a template.
struct WordPart {
  /// Its path in the file.
  let path: String
  /// Its tags in the order in which they stand after they were moved.
  let tags: [TemplateTag]
  /// What stands in the way of rendering it.
  let problems: [TemplateError]
  /// The beginnings of the paragraphs with tags, by their numbers.
  let excerpts: [Int: String]
  private let template: CompiledTemplate?

  /// Reads a story: the document, a header, footnotes.
  init(story bytes: [UInt8], at path: String, in name: String) throws(TemplateError) {
    let file = "\(name)!\(path)"
    let tree = try WordTree(bytes, file: file)
    try WordSafety(name: name).check(tree, file: file)
    try tree.checkPrefix(file: file)
    let placement = try WordTagPlacement(tree, file: file)
    let (pieces, misplaced) = try Self.pieces(placement.edits, of: tree, file: file)
    try self.init(
      path: path, pieces: pieces, problems: placement.problems + misplaced, excerpts: placement.excerpts,
      escaping: WordEscaping())
  }

  /// Reads the properties of the file: tags stand in the texts of their elements, and both days become the day of
  /// the document.
  init(properties bytes: [UInt8], at path: String, in name: String) throws(TemplateError) {
    let file = "\(name)!\(path)"
    let tree = try WordTree(bytes, file: file)
    var edits = WordEdits()
    var problems: [TemplateError] = []
    var tags = 0
    for (index, node) in tree.nodes.enumerated()
    where node.children.isEmpty && node.contentStart < node.contentEnd {
      let scanner = TagScanner(tree.text(of: index), from: SourceLocation(file: file, line: 1, column: 1))
      problems += scanner.problems
      tags += scanner.found.count
      guard tags + problems.count <= TemplateLimits.tags else {
        let place = SourceLocation(file: file, line: 1, column: 1)
        throw TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: place)
      }
      let content = node.contentStart..<node.contentEnd
      if node.name == .created || node.name == .modified {
        edits.replace(content, with: Self.day(or: tree.bytes[content], file: file))
      } else if !scanner.found.isEmpty {
        edits.replace(content, with: scanner.pieces(XMLText.escaped))
      }
    }
    let (pieces, misplaced) = try Self.pieces(edits, of: tree, file: file)
    try self.init(
      path: path, pieces: pieces, problems: problems + misplaced, excerpts: [:], escaping: PropertyEscaping())
  }

  private init(
    path: String, pieces: [SectionNode.Piece], problems: [TemplateError], excerpts: [Int: String],
    escaping: some DocumentEscaping
  ) throws(TemplateError) {
    self.path = path
    self.problems = problems
    self.excerpts = excerpts
    tags = pieces.tags
    template = problems.isEmpty ? try CompiledTemplate(pieces, escaping: escaping) : nil
  }

  /// What it consists of, to be measured; nothing where there are problems.
  var nodes: [SectionNode] { template?.nodes ?? [] }

  /// The part with `fields` filled in.
  ///
  /// - Throws: ``TemplateError`` for the first problem, or where it would become too large.
  func render(_ fields: FieldRecord) throws(TemplateError) -> [UInt8] {
    guard let template else { throw problems.first ?? TemplateError(.defect("\(path) is no template")) }
    return Array(try template.render(fields).utf8)
  }

  // MARK: - Pieces

  /// The part as markup and tags; what looks like a tag outside of the text of paragraphs is a problem.
  private static func pieces(
    _ edits: WordEdits, of tree: WordTree, file: String
  ) throws(TemplateError) -> ([SectionNode.Piece], [TemplateError]) {
    var writer = PieceWriter()
    var braced: [Range<Int>] = []
    for change in edits.applied(to: tree.bytes) {
      switch change {
      case .put(.tag(let tag)): writer.write(tag)
      case .put(.text(let markup)): writer.write(markup)
      case .kept(let range):
        var markup = String(decoding: tree.bytes[range], as: UTF8.self)
        if WordParagraph.hasOpening(tree.bytes[range]) {
          braced.append(range)
          markup = markup.replacing("{", with: "&#123;")
        }
        writer.write(markup)
      }
    }
    return (writer.pieces, try misplaced(in: braced[...], of: tree, file: file))
  }

  /// Braces in what stays as it is: harmless in text that was deleted, else they look like tags that nobody fills in.
  ///
  /// - Parameter ranges: What stays and holds braces, in order.
  private static func misplaced(
    in ranges: ArraySlice<Range<Int>>, of tree: WordTree, file: String
  ) throws(TemplateError) -> [TemplateError] {
    var problems: [TemplateError] = []
    var ranges = ranges
    var number = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.name == .p { number += 1 }
      while let range = ranges.first, range.upperBound <= node.start { ranges.removeFirst() }
      guard let range = ranges.first else { break }
      guard node.start >= range.lowerBound, node.name != .delText, node.name != .delInstrText else {
        continue
      }
      let start = String(decoding: tree.startTag(of: index), as: UTF8.self)
      let isLeaf = node.children.isEmpty
      let text =
        isLeaf ? String(decoding: tree.bytes[node.contentStart..<node.contentEnd], as: UTF8.self) : ""
      guard start.contains("{{") || text.contains("{{") else { continue }
      let place = SourceLocation(file: file, line: max(number, 1), column: 1)
      guard problems.count < TemplateLimits.tags else {
        throw TemplateError(.tooManyTags(limit: TemplateLimits.tags), at: place)
      }
      let context = start.contains("{{") ? "an attribute" : "a field code or another place that is no text"
      problems.append(
        TemplateError(
          .unsafeContext(tag: "{{", context: context, hint: "tags stand in the text of paragraphs"),
          at: place))
    }
    return problems
  }

  /// The day of the document at midnight, or what stands there where the document has none.
  private static func day(or kept: ArraySlice<UInt8>, file: String) -> [SectionNode.Piece] {
    let place = SourceLocation(file: file, line: 1, column: 1)
    func tag(_ kind: TemplateTag.Kind) -> SectionNode.Piece {
      .tag(TemplateTag(kind: kind, path: ["document", "date"], location: place))
    }
    return [
      tag(.section), tag(.field), .text("T00:00:00Z"), tag(.end), tag(.inverted),
      .text(String(decoding: kept, as: UTF8.self)), tag(.end),
    ]
  }
}
