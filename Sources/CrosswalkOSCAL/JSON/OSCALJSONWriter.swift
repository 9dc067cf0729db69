import CrosswalkModel
import CrosswalkReaders

/// Writes an OSCAL document as JSON: UTF-8, two blanks an indent, the same bytes for the same tree.
public struct OSCALJSONWriter {
  private var writer = JSONDocumentWriter()
  private var omitted: [NotUsed] = []

  private init() {}

  /// The document with `root` as its root element.
  public static func write(_ root: OSCALElement) -> [UInt8] { document(root).bytes }

  /// The document with `root` as its root element, and what of it JSON has no place for: elements and attributes of
  /// other namespaces, and what OSCAL does not have where it stands.
  public static func document(_ root: OSCALElement) -> (bytes: [UInt8], omitted: [NotUsed]) {
    var writer = OSCALJSONWriter()
    writer.writer.beginObject()
    writer.writer.name(root.name)
    writer.write(root, .object)
    writer.writer.endObject()
    return (writer.writer.finish(), writer.omitted)
  }

  private mutating func omit(_ what: String, of element: OSCALElement) {
    omitted.append(
      NotUsed(
        location: element.location ?? SourceLocation(file: "", line: 1, column: 1), what: what,
        why: "OSCAL has no place for it in JSON"))
  }

  // MARK: Values

  private mutating func write(_ element: OSCALElement, _ kind: OSCALGrammar.Kind) {
    switch kind {
    case .text: write(text: element.trimmedText, named: element.name)
    case .line: writer.string(MarkdownWriter.writeLine(element.content))
    case .blocks, .unwrapped: writer.string(MarkdownWriter.write(element.content))
    case .object: writeObject(element)
    }
    if kind != .object {
      for attribute in element.attributes { omit("attribute \"\(attribute.name)\"", of: element) }
    }
  }

  private mutating func write(text: String, named name: String) {
    let isWord =
      OSCALGrammar.booleans.contains(name) && ["true", "false"].contains(text)
      || OSCALGrammar.numbers.contains(name) && JSONEventReader.isNumber(text)
    if isWord { writer.word(text) } else { writer.string(text) }
  }

  private mutating func writeObject(_ element: OSCALElement) {
    guard let type = OSCALGrammar.oscal[element.name] else { return writer.string(element.trimmedText) }
    writer.beginObject()
    for name in type.attributes {
      guard let value = element[name] else { continue }
      writer.name(name)
      writer.string(value)
    }
    for attribute in element.attributes where !type.attributes.contains(attribute.name) {
      omit("attribute \"\(attribute.name)\"", of: element)
    }
    if let key = type.textKey {
      writer.name(key)
      write(text: element.trimmedText, named: key)
    }
    writeMembers(of: element, type)
    writer.endObject()
  }

  // MARK: Members

  private mutating func writeMembers(of element: OSCALElement, _ type: OSCALGrammar.Object) {
    var children = [[OSCALElement.Content]](repeating: [], count: type.members.count)
    var unknown: [OSCALElement] = []
    for part in element.content {
      switch part {
      case .element(let child):
        if let index = type.memberOfElement[child.name] {
          children[index].append(part)
        } else if child.unknownKey != nil {
          unknown.append(child)
        } else if let index = type.unwrapped, OSCALMarkup.all.contains(child.name) {
          children[index].append(part)
        } else {
          omit("element <\(child.name)>", of: child)
        }
      case .text(let text):
        if let index = type.unwrapped {
          children[index].append(part)
        } else if type.textKey == nil, !text.utf8.allSatisfy(\.isBlank) {
          omit("text \"\(text.prefix(64))\"", of: element)
        }
      }
    }
    for (member, content) in zip(type.members, children) where !content.isEmpty { write(member, content) }
    writeUnknown(unknown)
  }

  private mutating func write(_ member: OSCALGrammar.Member, _ content: [OSCALElement.Content]) {
    if member.kind == .unwrapped {
      guard !content.isBlank else { return }
      writer.name(member.key)
      return writer.string(MarkdownWriter.write(content))
    }
    var elements = content.elements
    if member.wrapper != nil { elements = elements.flatMap { $0.elements(member.element) } }
    guard let first = elements.first else { return }
    writer.name(member.key)
    guard member.isList else {
      for further in elements.dropFirst() { omit("second <\(further.name)>", of: further) }
      return write(first, member.kind)
    }
    writer.beginArray()
    for element in elements { write(element, member.kind) }
    writer.endArray()
  }

  // MARK: Unknown keys

  /// Writes what was read from keys that OSCAL does not have; several of one key are a list again.
  private mutating func writeUnknown(_ elements: [OSCALElement]) {
    var order: [String] = []
    var byKey: [String: [OSCALElement]] = [:]
    for element in elements {
      let key = element.unknownKey ?? element.name
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(element)
    }
    for key in order {
      let values = byKey[key] ?? []
      writer.name(key)
      if values.count > 1 { writer.beginArray() }
      for value in values { writeUnknownValue(value) }
      if values.count > 1 { writer.endArray() }
    }
  }

  private mutating func writeUnknownValue(_ element: OSCALElement) {
    guard !element.elements.isEmpty else { return writer.string(element.text) }
    writer.beginObject()
    writeUnknown(element.elements)
    writer.endObject()
  }
}

extension [OSCALElement.Content] {
  fileprivate var elements: [OSCALElement] {
    compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}

extension OSCALElement {
  /// The text without blanks at both ends.
  fileprivate var trimmedText: String { String(decoding: Array(text.utf8).trimmingBlanks, as: UTF8.self) }
}
