import CrosswalkModel

extension DocumentTemplate {
  /// What the documents of the template name, directly and through partials.
  ///
  /// Cost: one pass over the bytes of its documents and of the partials that they put in.
  public var uses: TemplateUses {
    var uses = TemplateUses()
    var waiting = ["document.md", "document.html"]
    while let file = waiting.popLast() {
      let start = SourceLocation(file: file, line: 1, column: 1)
      for found in TagScanner(source.files[file] ?? [], from: start).found {
        if uses.add(found.tag) { waiting.append("parts/\(found.tag.name).md") }
      }
    }
    for tag in tags(for: .docx) { _ = uses.add(tag) }
    return uses
  }
}

extension TemplateUses {
  /// Notes what `tag` names; whether that is a partial that was not noted before.
  fileprivate mutating func add(_ tag: TemplateTag) -> Bool {
    switch tag.kind {
    case .partial: return parts.insert(tag.name).inserted
    case .comment: return false
    case .field, .section, .inverted, .end:
      if tag.path.first == "t", tag.path.count == 2 {
        labels.insert(tag.path[1])
      } else if !tag.isEntryItself {
        fields.insert(tag.name)
      }
      return false
    }
  }
}
