import CrosswalkModel
import Mustache

/// How values are written into a document of one format.
protocol DocumentEscaping: MustacheContentType {
  /// The name by which a template asks for it in its first line.
  static var name: String { get }
}

/// A template in the form of one document format, ready to be filled.
struct CompiledTemplate {
  /// Its structure.
  let nodes: [SectionNode]
  private let template: MustacheTemplate

  /// Compiles `pieces`, whose texts are markup of the format that `escaping` is for.
  ///
  /// - Throws: ``TemplateError`` where sections do not match or a limit is passed.
  init(_ pieces: [SectionNode.Piece], escaping: some DocumentEscaping) throws(TemplateError) {
    nodes = try SectionNode.tree(pieces)
    let name = type(of: escaping).name
    MustacheContentTypes.register(escaping, named: name)
    var text = "{{% CONTENT_TYPE:\(name)}}\n"
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .tag(let tag): text += tag.spelling
      case .text(let words):
        guard Self.keepsApart(words) else {
          throw TemplateError(
            .reservedCharacter(words.unicodeScalars.first?.value ?? 0),
            at: Self.place(beside: index, in: pieces))
        }
        text += words
      }
    }
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw TemplateError(.defect("the template library refuses a checked template: \(error)"))
    }
  }

  /// The document with `fields` filled in.
  ///
  /// - Throws: ``TemplateError`` where it would become too large; nothing is rendered then.
  func render(_ fields: FieldRecord) throws(TemplateError) -> String {
    var measure = OutputMeasure(fields)
    try measure.measure(nodes)
    return template.render(TemplateFields(fields))
  }

  /// Whether braces before and after `words` stay characters of their own: the library compares characters, and a
  /// combining mark makes one of a brace and itself.
  static func keepsApart(_ words: String) -> Bool {
    guard !words.isEmpty else { return true }
    return ("}" + words.prefix(1)).count == 2 && (words.suffix(1) + "{").count == 2
  }

  /// The place of the last tag before the piece at `index`, or else of the first behind it.
  private static func place(beside index: Int, in pieces: [SectionNode.Piece]) -> SourceLocation? {
    (Array(pieces[..<index]).tags.last ?? Array(pieces[index...]).tags.first)?.location
  }
}
