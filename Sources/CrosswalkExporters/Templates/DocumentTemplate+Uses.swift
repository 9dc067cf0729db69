extension DocumentTemplate {
  /// What the documents of the template name, directly and through parts.
  public var uses: TemplateUses {
    var uses = TemplateUses(parts: usedParts)
    // Formats that are made from the same outline have the same tags.
    for tag in Set(DocumentFormat.allCases.flatMap(tags(for:))) { uses.add(tag) }
    return uses
  }
}

extension TemplateUses {
  fileprivate mutating func add(_ tag: TemplateTag) {
    if tag.path.first == "t", tag.path.count == 2 {
      labels.insert(tag.path[1])
    } else if !tag.isEntryItself {
      fields.insert(tag.name)
    }
  }
}
