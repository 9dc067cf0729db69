import CrosswalkModel

/// Refuses what a Word file may hold and a template has no use for: macros, objects of other programs, and everything
/// that makes a word processor open something outside of the file.
struct WordSafety {
  /// The file as messages name it.
  let name: String

  /// Looks at all parts by their paths in small letters.
  ///
  /// - Throws: ``TemplateError`` for the first part, in order of path, that is not allowed.
  func check(_ parts: [String: [UInt8]]) throws(TemplateError) {
    for path in parts.keys.sorted() {
      if let what = Self.refusedParts.first(where: { path.contains($0.mark) }) {
        throw refusal("\(what.name) (\(path))", at: path)
      }
      if path == "[content_types].xml", let types = parts[path] { try checkTypes(types, at: path) }
      guard path.hasSuffix(".rels") else { continue }
      let owner = Self.owner(of: path)
      for entry in try WordRelationships(parts, of: owner, file: name).entries { try check(entry, at: path) }
    }
  }

  private static let refusedParts = [
    (mark: "vbaproject", name: "macros"), (mark: "vbadata", name: "macros"),
    (mark: "activex/", name: "controls"),
    (mark: "embeddings/", name: "an embedded object"), (mark: "oleobject", name: "an embedded object"),
    (mark: "afchunk", name: "a document in another format"),
  ]

  private func checkTypes(_ types: [UInt8], at path: String) throws(TemplateError) {
    let text = String(decoding: types, as: UTF8.self).lowercased()
    if text.contains("macroenabled") || text.contains("vbaproject") { throw refusal("macros", at: path) }
  }

  private func check(_ entry: WordRelationships.Entry, at path: String) throws(TemplateError) {
    let role = entry.role.lowercased()
    switch role {
    case "vbaproject", "attachedtemplate", "oleobject", "package", "control", "activexcontrolbinary",
      "afchunk",
      "subdocument", "frame", "mailmergesource", "mailmergeheadersource", "recipientdata":
      throw refusal("a link of the type \(entry.role)", at: path)
    default: break
    }
    guard entry.isExternal else { return }
    guard role == "hyperlink", Self.leadsToTheWeb(entry.target) else {
      throw refusal("a link to \(entry.target) (\(entry.role))", at: path)
    }
  }

  /// Whether a word processor may follow a link there: to the web or to a mailbox, never to a file.
  private static func leadsToTheWeb(_ target: String) -> Bool {
    let target = target.lowercased()
    return ["https://", "http://", "mailto:"].contains(where: target.hasPrefix)
  }

  private func refusal(_ what: String, at path: String) -> TemplateError {
    TemplateError(
      .word(
        "the Word file holds \(what)", hint: "remove it: a template is text, tables and pictures of its own"),
      at: SourceLocation(file: "\(name)!\(path)", line: 1, column: 1))
  }

  /// The part that a list of references belongs to: `word/_rels/document.xml.rels` to `word/document.xml`.
  private static func owner(of path: String) -> String {
    var steps = path.split(separator: "/").map(String.init)
    guard let last = steps.popLast(), steps.last == "_rels" else { return path }
    steps.removeLast()
    return (steps + [String(last.dropLast(5))]).joined(separator: "/")
  }

  // MARK: - Elements

  /// Refuses elements that bring in something from outside, and fields that read files or start programs.
  func check(_ tree: WordTree, file: String) throws(TemplateError) {
    for (index, node) in tree.nodes.enumerated() {
      switch node.name {
      case .altChunk, .subDoc, .object, .control:
        throw refusal("an object of another program", in: tree, at: index, file: file)
      case .mailMerge:
        throw refusal("a source of addresses for form letters", in: tree, at: index, file: file)
      default: continue
      }
    }
    for code in WordFieldCodes(tree).codes {
      for text in Set([code.text, code.withDeleted]) {
        guard let what = Self.refused(WordFieldCode(text)) else { continue }
        throw refusal(what, in: tree, at: code.node, file: file)
      }
    }
  }

  /// What a field does that a template has no use for; `nil` where it may stay.
  private static func refused(_ code: WordFieldCode) -> String? {
    if refusedFields.contains(code.kind) { return "the field \(code.kind)" }
    if code.kind.first == WordFieldCodes.inner { return "a field whose kind another field names" }
    // An address with tags is refused for its tags, with words about them.
    guard code.kind == "HYPERLINK", let address = code.address, !address.hasPrefix("{{"),
      !leadsToTheWeb(address)
    else { return nil }
    return "a link to \(address)"
  }

  private static let refusedFields: Set<String> = [
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE", "MACROBUTTON",
    "RD",
    "EMBED", "CONTROL", "HTMLCONTROL", "MERGEFIELD",
  ]

  private func refusal(_ what: String, in tree: WordTree, at index: Int, file: String) -> TemplateError {
    let number = tree.nodes[...index].count { $0.name == .p }
    return TemplateError(
      .word(
        "the Word file holds \(what)", hint: "remove it: a template is text, tables and pictures of its own"),
      at: SourceLocation(file: file, line: max(number, 1), column: 1))
  }
}
