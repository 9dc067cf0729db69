import CrosswalkModel

/// The parts of a Word file by their names, and which of them refers to which.
struct WordDirectory {
  /// All parts by their folded paths.
  let contents: [String: [UInt8]]
  /// The paths as the file spells them, by their folded paths.
  private let spelled: [String: String]
  /// The file as messages name it.
  private let name: String

  /// Takes up `parts`.
  ///
  /// - Throws: ``TemplateError`` where two of them have one name: programs differ in which they open.
  init(_ parts: [WordPackage.Part], name: String) throws(TemplateError) {
    self.name = name
    contents = Dictionary(parts.map { (Self.folded($0.path), $0.bytes) }) { first, _ in first }
    spelled = Dictionary(parts.map { (Self.folded($0.path), $0.path) }) { first, _ in first }
    guard contents.count == parts.count else { throw refusal("two parts of the Word file have one name") }
  }

  /// A path as parts are told apart: capitals do not count.
  static func folded(_ path: some StringProtocol) -> String {
    String(decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The parts that the one at `path` (the file itself for the empty path) refers to in any of `roles`, role by role.
  ///
  /// - Throws: ``TemplateError`` where it refers to one that is not there: a word processor that finds it after all
  ///   would show what nobody looked at.
  func parts(_ roles: String..., from path: String) throws(TemplateError) -> [String] {
    let references = try WordRelationships(contents, of: path, file: name)
    var found: [String] = []
    for target in roles.flatMap(references.targets) {
      guard let part = spelled[Self.folded(target)] else {
        throw refusal("the Word file refers to \(target), which it does not hold")
      }
      if !found.contains(part) { found.append(part) }
    }
    return found
  }

  private func refusal(_ what: String) -> TemplateError {
    TemplateError(
      .word(what, hint: "save it once with Word or LibreOffice"),
      at: SourceLocation(file: name, line: 1, column: 1))
  }
}
