import CrosswalkModel

/// What a filled Word part needs before a word processor opens it without complaint: no empty cells, identifiers that
/// stand once, a list of contents, columns that fit.
struct WordFinish {
  private let styles: WordStyles
  private let numbering: WordNumberingPart
  private var identifiers = WordIdentifiers()
  private var lists: WordListStarts

  /// Prepares to finish the parts of `package`.
  init(_ package: WordPackage) throws(TemplateError) {
    let list = package.numbering ?? ""
    numbering = try WordNumberingPart(package[list], file: "\(package.name)!\(list)")
    lists = WordListStarts(numbering)
    let path = package.styles ?? ""
    styles = try WordStyles(package[path], file: "\(package.name)!\(path)")
  }

  /// The part at `path`, whose tags were filled in.
  ///
  /// - Throws: ``TemplateError`` where its values made it too large: they are measured before they are escaped.
  mutating func finished(_ filled: [UInt8], at path: String) throws(TemplateError) -> [UInt8] {
    let tree = try WordTree(filled, file: path) { error in
      switch error.reason {
      case .tooLarge, .textTooLong, .tooManyElements:
        TemplateError(.documentTooLarge(limit: TemplateLimits.output))
      default:
        TemplateError(
          .defect("\(path) is not well-formed once it is filled in: \(error.diagnostic.message)"))
      }
    }
    var edits = WordEdits()
    WordBlocks(tree).repair(&edits)
    identifiers.makeUnique(tree, &edits)
    lists.restart(tree, &edits)
    WordContents(tree, styles: styles, part: path).write(&edits)
    WordColumns(tree).fit(&edits)
    return edits.text(of: tree.bytes)
  }

  /// Adds the numberings that repeated lists need.
  func addNumberings(to package: inout WordPackage) {
    guard !lists.added.isEmpty,
      let index = package.parts.firstIndex(where: { $0.path == package.numbering })
    else { return }
    package.parts[index].bytes = numbering.adding(lists.added)
  }
}
