import CrosswalkImporters
import CrosswalkModel

/// What a template asks of `details` in a subject file: descriptions and values by one tree.
struct DetailFields {
  /// The record `details` with the fields that the manifest declares; `nil` where it declares none.
  static func description(_ fields: [TemplateManifest.DetailField]?) -> FieldDescription? {
    guard let fields, !fields.isEmpty else { return nil }
    var root = Node(kind: .record, meaning: "What the template asks of “details” in the subject file.")
    for field in fields {
      var path = field.path.split(separator: ".").map(String.init)[...]
      if path.first == "details" { path = path.dropFirst() }
      root.declare(field, at: path)
    }
    return root.description("details")
  }

  /// A declared field with those below it, in the order of their declaration.
  private struct Node {
    var kind: FieldDescription.Kind
    var meaning: String
    var example = ""
    var names: [String] = []
    var children: [String: Node] = [:]

    mutating func declare(_ field: TemplateManifest.DetailField, at path: ArraySlice<String>) {
      guard let name = path.first else { return }
      if children[name] == nil {
        names.append(name)
        // What lies between declared fields holds them together.
        children[name] = Node(kind: .record, meaning: "")
      }
      if path.count == 1 {
        children[name]?.kind = field.kind
        children[name]?.meaning = field.meaning
        children[name]?.example = field.example ?? ""
      } else {
        children[name]?.declare(field, at: path.dropFirst())
      }
    }

    func description(_ name: String) -> FieldDescription {
      let fields = names.flatMap { child -> [FieldDescription] in
        guard let node = children[child] else { return [] }
        let described = node.description(child)
        guard node.kind == .list else { return [described] }
        return [described, .flag(FieldRecord.flag(of: child), "Whether “\(child)” has any entry.")]
      }
      return FieldDescription(name, kind, meaning, example: example, fields: fields)
    }
  }

  let file: SubjectFile?

  /// The declared part of `details`; what is missing is empty.
  ///
  /// - Throws: ``DocumentError`` where a value is of another sort than declared.
  func record(_ description: FieldDescription) throws(DocumentError) -> FieldRecord {
    try record(file?.subject.details ?? [:], description, at: ["details"])
  }

  private func record(
    _ members: [String: DetailValue], _ description: FieldDescription, at path: [String]
  ) throws(DocumentError) -> FieldRecord {
    var record = FieldRecord()
    for field in description.fields {
      // The flags beside lists are declared with them.
      if field.kind == .flag, record[field.name] != nil { continue }
      let value = try value(members[field.name], field, at: path + [field.name])
      record[field.name] = value
      if case .list(let entries) = value {
        record[FieldRecord.flag(of: field.name)] = .flag(!entries.isEmpty)
      }
    }
    return record
  }

  private func value(
    _ value: DetailValue?, _ field: FieldDescription, at path: [String]
  ) throws(DocumentError) -> FieldValue {
    switch (field.kind, value) {
    case (.text, nil): return .text("")
    case (.text, .text(let text)?): return .text(text)
    case (.text, .integer(let number)?): return .text(String(number))
    case (.text, .decimal(let number)?): return .text("\(number)")
    case (.flag, nil): return .flag(false)
    case (.flag, .flag(let holds)?): return .flag(holds)
    case (.record, nil): return .record(try record([:], field, at: path))
    case (.record, .record(let members)?): return .record(try record(members, field, at: path))
    case (.list, nil): return .list([])
    case (.list, .list(let entries)?): return .list(try list(entries, field, at: path))
    case (_, let found?):
      throw .wrongDetail(
        path.joined(separator: "."), expected: field.kind, found: found.sort, at: location(path))
    }
  }

  private func list(
    _ entries: [DetailValue], _ field: FieldDescription, at path: [String]
  ) throws(DocumentError) -> [FieldValue] {
    var entry = field
    entry.kind = field.fields.isEmpty ? .text : .record
    var values: [FieldValue] = []
    for (index, value) in entries.enumerated() {
      values.append(try self.value(value, entry, at: path + [String(index)]))
    }
    return values
  }

  private func location(_ path: [String]) -> SourceLocation {
    file?.location(of: path) ?? SourceLocation(file: "", line: 1, column: 1)
  }
}
