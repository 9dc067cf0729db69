import CrosswalkModel

/// The numberings that a Word file has, and those that it gets besides.
struct WordNumberingPart {
  /// A numbering of its own for a list that looks as another one.
  struct Definition: Equatable {
    let number: Int
    /// The identifier of what both lists are made of.
    let form: String
  }

  /// What each numbering is made of, by the numbering's identifier.
  let forms: [String: String]
  /// Above the identifiers of the file.
  let next: Int
  private let tree: WordTree?

  /// Reads the part; a file without one has no lists.
  init(_ bytes: [UInt8]?, file: String) throws(TemplateError) {
    tree = if let bytes { try WordTree(bytes, file: file) } else { nil }
    try tree?.checkPrefix(file: file)
    var forms: [String: String] = [:]
    for (index, node) in (tree?.nodes ?? []).enumerated() where node.name == .num {
      guard let number = node.value, let form = tree?.child(.abstractNumId, of: index) else { continue }
      forms[number] = tree?.nodes[form].value
    }
    self.forms = forms
    next = max(WordNumbering.firstRepeated, (forms.keys.compactMap { Int($0) }.max() ?? 0) + 1)
  }

  /// The part with `definitions` behind those that it has; other definitions must not follow what may stand after them.
  func adding(_ definitions: [Definition]) -> [UInt8] {
    guard let tree else { return [] }
    guard let last = tree.nodes.last(where: { $0.name == .num }) else { return tree.bytes }
    var edits = WordEdits()
    edits.insert(definitions.map(Self.markup).joined(), at: last.end)
    return edits.text(of: tree.bytes)
  }

  /// Begins with 1 on every level: lists of one form count on from each other, deeper levels too.
  private static func markup(_ definition: Definition) -> String {
    let levels = (0...8).map {
      "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
    }
    return """
      <w:num w:numId="\(definition.number)"><w:abstractNumId w:val="\(XMLText.escaped(definition.form))"/>\
      \(levels.joined())</w:num>
      """
  }
}
