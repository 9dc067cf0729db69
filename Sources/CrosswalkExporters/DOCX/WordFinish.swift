import CrosswalkModel

/// What a filled Word part needs before a word processor opens it without complaint: no empty cells, identifiers that
/// stand once, a list of contents, columns that fit.
struct WordFinish {
  private let styles: WordStyles
  private let numbering: String?
  private var identifiers = WordIdentifiers()
  private var lists = WordListStarts()

  /// Prepares to finish the parts of `package`.
  init(_ package: WordPackage) throws(TemplateError) {
    numbering = package.numbering
    let path = package.styles ?? ""
    styles = try WordStyles(package[path], file: "\(package.name)!\(path)")
  }

  /// The part at `path`, whose tags were filled in.
  ///
  /// - Throws: ``TemplateError`` where it is not well-formed, which no input causes.
  mutating func finished(_ filled: [UInt8], at path: String) throws(TemplateError) -> [UInt8] {
    let tree: WordTree
    do { tree = try WordTree(filled, file: path) } catch {
      throw TemplateError(
        .defect("\(path) is not well-formed once it is filled in: \(error.diagnostic.message)"))
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
    guard let index = package.parts.firstIndex(where: { $0.path == numbering }) else { return }
    package.parts[index].bytes = WordNumbering.adding(lists.added, to: package.parts[index].bytes)
  }
}
