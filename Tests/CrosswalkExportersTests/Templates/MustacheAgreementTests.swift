import CrosswalkModel
import Testing

@testable import CrosswalkExporters

/// Rendering compared with an interpreter of the rules, on random templates and fields.
@Suite struct MustacheAgreementTests {
  private indirect enum Node {
    case text(String)
    case field([String])
    case section([String], inverted: Bool, [Node])
  }

  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let names = ["a", "b", "c"]

  private func path(_ numbers: inout Numbers) -> [String] {
    (0..<Int.random(in: 1...2, using: &numbers)).map { _ in Self.names.randomElement(using: &numbers) ?? "a" }
  }

  /// What cannot join a tag beside it.
  private static let plain = ["x", " y ", "(", "\n", "-\n"]
  /// What might: braces, sigils, a combining mark.
  private static let braces = ["{", "}", "{{", "}}", "{x", "x{", "&", "\u{301}", "{a}}", ""]

  private func nodes(depth: Int, texts: [String] = plain, _ numbers: inout Numbers) -> [Node] {
    (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
      switch Int.random(in: 0...(depth == 0 ? 2 : 4), using: &numbers) {
      case 0: .text(texts.randomElement(using: &numbers) ?? "")
      case 1: .field(path(&numbers))
      case 2: .field(Bool.random(using: &numbers) ? ["."] : path(&numbers))
      default:
        .section(
          path(&numbers), inverted: Bool.random(using: &numbers),
          nodes(depth: depth - 1, texts: texts, &numbers))
      }
    }
  }

  private func value(depth: Int, _ numbers: inout Numbers) -> FieldValue {
    switch Int.random(in: 0...(depth == 0 ? 2 : 5), using: &numbers) {
    case 0: return .text("")
    case 1: return .text(["v", "w w", "1."].randomElement(using: &numbers) ?? "")
    case 2: return .flag(Bool.random(using: &numbers))
    case 3:
      return .list(
        (0..<Int.random(in: 0...3, using: &numbers)).map { _ in value(depth: depth - 1, &numbers) })
    default: return .record(record(depth: depth - 1, &numbers))
    }
  }

  private func record(depth: Int, _ numbers: inout Numbers) -> FieldRecord {
    var record = FieldRecord()
    for name in Self.names where Int.random(in: 0...3, using: &numbers) > 0 {
      record[name] = value(depth: depth, &numbers)
    }
    return record
  }

  // MARK: - The rules

  private func look(_ path: [String], _ scopes: [FieldValue]) -> FieldValue? {
    if path == ["."] { return scopes.last }
    let outward = scopes.reversed().lazy.compactMap { (scope: FieldValue) -> FieldValue? in
      guard case .record(let record) = scope else { return nil }
      return record[path[0]]
    }
    return path.dropFirst().reduce(outward.first) { value, name in
      guard case .record(let record)? = value else { return nil }
      return record[name]
    }
  }

  private func interpret(_ nodes: [Node], _ scopes: [FieldValue]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return text
      case .field(let path):
        guard case .text(let text)? = look(path, scopes) else { return "" }
        return text
      case .section(let path, let inverted, let inner):
        let value = look(path, scopes)
        if inverted {
          guard value?.isAbsent ?? true else { return "" }
          // Of what is absent only an empty list becomes the entry itself.
          if case .list? = value { return interpret(inner, scopes + [.list([])]) }
          return interpret(inner, scopes)
        }
        switch value {
        case .list(let entries)?: return entries.map { interpret(inner, scopes + [$0]) }.joined()
        case let value? where !value.isAbsent: return interpret(inner, scopes + [value])
        default: return ""
        }
      }
    }.joined()
  }

  private func pieces(_ nodes: [Node]) -> [SectionNode.Piece] {
    let place = SourceLocation(file: "random", line: 1, column: 1)
    func tag(_ kind: TemplateTag.Kind, _ path: [String]) -> SectionNode.Piece {
      .tag(TemplateTag(kind: kind, path: path, location: place))
    }
    // A letter on each side of a tag keeps it from standing alone on its line, where Mustache would take the line out.
    return nodes.flatMap { node -> [SectionNode.Piece] in
      switch node {
      case .text(let text): [.text(text)]
      case .field(let path): [tag(.field, path)]
      case .section(let path, let inverted, let inner):
        [.text("<"), tag(inverted ? .inverted : .section, path), .text("[")] + pieces(inner)
          + [.text("]"), tag(.end, path), .text(">")]
      }
    }
  }

  private func marked(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      guard case .section(let path, let inverted, let inner) = node else { return [node] }
      return [
        .text("<"), .section(path, inverted: inverted, [.text("[")] + marked(inner) + [.text("]")]),
        .text(">"),
      ]
    }
  }

  @Test(arguments: 0..<20)
  func randomTemplatesAreFilledAsTheRulesSay(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<100 {
      let nodes = nodes(depth: 4, &numbers)
      let fields = record(depth: 4, &numbers)
      let template = try CompiledTemplate(pieces(nodes), escaping: AuthoredHTMLEscaping())
      let rendered = try template.render(fields)
      #expect(rendered == interpret(marked(nodes), [.record(fields)]))
      var measure = OutputMeasure(fields)
      try measure.measure(template.nodes)
      #expect(measure.bytes == rendered.utf8.count)
    }
  }

  @Test(arguments: 0..<10)
  func bracesBesideTagsAreRefusedOrStayText(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 104_729 &+ 1)
    var agreed = 0
    for _ in 0..<200 {
      let nodes = nodes(depth: 1, texts: Self.plain + Self.braces, &numbers)
      let fields = record(depth: 2, &numbers)
      do throws(TemplateError) {
        let template = try CompiledTemplate(pieces(nodes), escaping: AuthoredHTMLEscaping())
        #expect(try template.render(fields) == interpret(marked(nodes), [.record(fields)]), "\(nodes)")
        agreed += 1
      } catch {
        switch error.reason {
        case .joinedBraces, .reservedCharacter: break
        default: Issue.record("\(nodes): \(error)")
        }
      }
    }
    #expect(agreed > 50)
  }

  @Test func aTagThatNobodyCheckedIsNeverMade() {
    let tag = SectionNode.Piece.tag(
      TemplateTag(kind: .field, path: ["a"], location: SourceLocation(file: "made", line: 1, column: 1)))
    let made: [[SectionNode.Piece]] = [
      [.text("{"), tag, .text("}")], [.text("{"), .text("{&a}}")], [.text("{"), .text(""), tag],
      [tag, .text("{{a}}")], [.text("x{{{a}}}")], [.text("{{% CONTENT_TYPE:TEXT}}"), tag],
    ]
    for pieces in made {
      let error = #expect(throws: TemplateError.self) {
        try CompiledTemplate(pieces, escaping: AuthoredHTMLEscaping())
      }
      #expect(error?.reason == .joinedBraces)
    }
  }
}
