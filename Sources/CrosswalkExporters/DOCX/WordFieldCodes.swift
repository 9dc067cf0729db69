/// The codes of the fields in a part, joined from the runs into which a word processor cuts them whenever somebody edits.
struct WordFieldCodes {
  /// The code of one field.
  struct Code {
    /// The element where it begins.
    let node: Int
    /// What it says, and what it says with what was deleted and can be brought back.
    var text = ""
    var withDeleted = ""
  }

  /// The codes in the order in which the fields end.
  private(set) var codes: [Code] = []
  /// The fields around the place, innermost last, each in its code until its result begins.
  private var open: [(code: Code, isInCode: Bool)] = []

  /// Stands in a code for a field inside of it, whose result nobody knows.
  static let inner: Character = "\u{FFFC}"

  /// Collects the codes in `tree`.
  init(_ tree: WordTree) {
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case .fldSimple: addWhole(node.value ?? "", at: index)
      case .fldChar: mark(node.value, at: index)
      case .instrText, .delInstrText: add(tree, index)
      // In a code Word takes ordinary text for more of it.
      case .t, .delText: if open.last?.isInCode == true { add(tree, index) }
      default: continue
      }
    }
    // A code that nothing ends is looked at all the same.
    codes += open.map(\.code)
  }

  private mutating func addWhole(_ text: String, at index: Int) {
    codes.append(Code(node: index, text: text, withDeleted: text))
  }

  private mutating func mark(_ type: String?, at index: Int) {
    switch type {
    case "begin":
      if let outer = open.indices.last, open[outer].isInCode {
        open[outer].code.text.append(Self.inner)
        open[outer].code.withDeleted.append(Self.inner)
      }
      open.append((Code(node: index), true))
    case "separate": if let last = open.indices.last { open[last].isInCode = false }
    case "end": if let field = open.popLast() { codes.append(field.code) }
    default: break
    }
  }

  private mutating func add(_ tree: WordTree, _ index: Int) {
    let text = String(decoding: tree.text(of: index), as: UTF8.self)
    guard let last = open.indices.last, open[last].isInCode else { return addWhole(text, at: index) }
    open[last].code.withDeleted += text
    let name = tree.nodes[index].name
    let isDeleted =
      name == .delInstrText || name == .delText
      || tree.ancestor(of: index) { $0 == .del || $0 == .moveFrom } != nil
    if !isDeleted { open[last].code.text += text }
  }
}

/// The code of a field, taken apart: `HYPERLINK "https://example.org" \o "tip"`.
struct WordFieldCode {
  /// Its first word in capitals; a field inside of it where that comes first.
  let kind: String
  private let arguments: Substring

  /// Takes `code` apart.
  init(_ code: String) {
    let rest = code.drop { $0.isWhitespace }
    let word = rest.first == WordFieldCodes.inner ? rest.prefix(1) : rest.prefix { $0.isASCII && $0.isLetter }
    kind = word.uppercased()
    arguments = rest.dropFirst(word.count)
  }

  /// What a `HYPERLINK` leads to; `nil` where that is a place in the document.
  var address: String? {
    var rest = arguments
    var belongsToSwitch = false
    while let (word, isQuoted) = Self.next(in: &rest) {
      if !isQuoted, word.hasPrefix("\\"), word.count == 2 {
        belongsToSwitch = ["\\l", "\\o", "\\t"].contains(word.lowercased())
      } else if belongsToSwitch {
        belongsToSwitch = false
      } else {
        return String(word)
      }
    }
    return nil
  }

  /// Takes the first word, or what stands between quotation marks, off `rest`.
  private static func next(in rest: inout Substring) -> (Substring, isQuoted: Bool)? {
    rest = rest.drop { $0.isWhitespace }
    guard let first = rest.first else { return nil }
    let marks = "\"\u{201C}\u{201D}"
    let isQuoted = marks.contains(first)
    if isQuoted { rest.removeFirst() }
    let word = rest.prefix { !marks.contains($0) && (isQuoted || !$0.isWhitespace) }
    rest = rest.dropFirst(word.count)
    if isQuoted { rest = rest.dropFirst() }
    return (word, isQuoted)
  }
}
