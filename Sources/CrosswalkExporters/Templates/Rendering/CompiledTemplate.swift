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
  /// Whether a line end was put behind the last brace: the library reads two characters where it meets one brace.
  private let hasAddedEnd: Bool

  /// Compiles `pieces`, whose texts are markup of the format that `escaping` is for.
  ///
  /// - Throws: ``TemplateError`` where sections do not match or a limit is passed.
  init(_ pieces: [SectionNode.Piece], escaping: some DocumentEscaping) throws(TemplateError) {
    nodes = try SectionNode.tree(pieces)
    let name = type(of: escaping).name
    MustacheContentTypes.register(escaping, named: name)
    let text = "{{% CONTENT_TYPE:\(name)}}\n" + (try Self.joined(pieces))
    hasAddedEnd = text.utf8.last == UInt8(ascii: "{")
    do {
      template = try MustacheTemplate(string: hasAddedEnd ? text + "\n" : text)
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
    var text = template.render(TemplateFields(fields))
    if hasAddedEnd { text.removeLast() }
    return text
  }

  /// The template as the library reads it: with the tags of `pieces` and no others.
  private static func joined(_ pieces: [SectionNode.Piece]) throws(TemplateError) -> String {
    var text = ""
    var before: TemplateTag?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .tag(let tag):
        guard text.utf8.last != UInt8(ascii: "{") else {
          throw TemplateError(.joinedBraces, at: tag.location)
        }
        text += tag.spelling
        before = tag
      case .text(let words):
        let after = pieces.dropFirst(index + 1).first?.tag
        if let (mark, isFirst) = joiner(in: words) {
          let tag = isFirst ? before ?? after : after ?? before
          throw TemplateError(.reservedCharacter(mark.value), at: tag?.location)
        }
        let place = (before ?? after)?.location
        let joins = text.utf8.last == UInt8(ascii: "{") && words.utf8.first == UInt8(ascii: "{")
        guard !joins, !words.utf8.contains("{{".utf8) else { throw TemplateError(.joinedBraces, at: place) }
        text += words
      }
    }
    return text
  }

  /// Whether braces before and behind `words` stay characters of their own.
  static func keepsApart(_ words: String) -> Bool { joiner(in: words) == nil }

  /// The character of `words` that makes one with a brace before or behind them, so that the library, which compares
  /// characters, would not see that brace: a combining mark.
  private static func joiner(in words: String) -> (mark: Unicode.Scalar, isFirst: Bool)? {
    guard let first = words.unicodeScalars.first, let last = words.unicodeScalars.last else { return nil }
    if ("}" + words.prefix(1)).count < 2 { return (first, true) }
    return (words.suffix(1) + "{").count < 2 ? (last, false) : nil
  }
}
