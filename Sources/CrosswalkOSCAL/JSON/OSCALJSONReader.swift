import CrosswalkModel
import CrosswalkReaders

/// Reads an OSCAL document in JSON as the tree of its XML form.
///
/// Catalogs, profiles and mapping collections of OSCAL 1.0 through 1.2 are read. Children stand in the order of XML,
/// whatever the order of the keys; formatted text is markup, not Markdown. An element stands where its key does, an
/// element of a list where its value begins. What stands under a key that OSCAL does not have there becomes an element
/// named by ``OSCALElement/nameOfUnknown(key:)``, the last of its parent.
public struct OSCALJSONReader: Sendable {
  private let limits: ReadingLimits

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// The root element of `file`.
  ///
  /// - Throws: ``ReadingError`` at the first fault of the text, at a value of another sort than OSCAL has in its
  ///   place, and where the document is none of those named above.
  /// - Complexity: One pass; memory for the whole document.
  public func read(_ file: SourceFile) throws(ReadingError) -> OSCALElement {
    var document = OSCALJSONDocument(
      reader: try JSONEventReader(file, limits: limits), file: file.name)
    return try document.root()
  }
}

/// A document that is being read.
struct OSCALJSONDocument: ~Copyable {
  private var reader: JSONEventReader
  private let file: String

  init(reader: consuming JSONEventReader, file: String) {
    self.reader = reader
    self.file = file
  }

  mutating func root() throws(ReadingError) -> OSCALElement {
    let start = try next()
    guard start.kind == .beginObject else { throw mismatch("the document", "an object", at: start) }
    var root: OSCALElement?
    var directives: [OSCALElement.Content] = []
    while let (key, place) = try nextName() {
      if key == "$schema" {
        try appendUnknown(key, at: place, to: &directives)
      } else if root == nil, OSCALRoot(rawValue: key) != nil {
        root = try element(key, .object, try next(), at: location(place))
      } else {
        throw ReadingError(.unexpectedName(key), at: location(place))
      }
    }
    // Nothing may follow; the reader says so where something does.
    _ = try reader.next()
    guard var root else { throw mismatch("the document", "an object of OSCAL", at: start) }
    root.content += directives
    return root
  }

  // MARK: Events

  /// The next event; inside a value there always is one.
  private mutating func next() throws(ReadingError) -> JSONEvent {
    guard let event = try reader.next() else { throw ReadingError(.empty, file: file) }
    return event
  }

  /// The next name of the object that is open; `nil` at its end.
  private mutating func nextName() throws(ReadingError) -> (key: String, place: JSONEvent)? {
    let event = try next()
    guard case .name(let key) = event.kind else { return nil }
    return (key, event)
  }

  private func location(_ event: JSONEvent) -> SourceLocation {
    SourceLocation(file: file, line: event.line, column: event.column)
  }

  private func mismatch(_ name: String, _ expected: String, at event: JSONEvent) -> ReadingError {
    ReadingError(.valueMismatch(name: name, expected: expected), at: location(event))
  }

  // MARK: Elements

  /// The element `name`, whose value begins with `event`.
  private mutating func element(
    _ name: String, _ kind: OSCALGrammar.Kind, _ event: JSONEvent, at place: SourceLocation
  ) throws(ReadingError) -> OSCALElement {
    switch kind {
    case .text: return OSCALElement(name, text: try text(event, of: name), at: place)
    case .line:
      return OSCALElement(name, [], MarkdownLineReader.read(try text(event, of: name), at: place), at: place)
    case .blocks, .unwrapped:
      return OSCALElement(name, [], MarkdownBlockReader.read(try text(event, of: name), at: place), at: place)
    case .object:
      guard event.kind == .beginObject, let object = OSCALGrammar.oscal[name] else {
        throw mismatch(name, "an object", at: event)
      }
      return try self.object(name, object, at: place)
    }
  }

  /// The rest of an object that has begun.
  private mutating func object(
    _ name: String, _ type: OSCALGrammar.Object, at place: SourceLocation
  ) throws(ReadingError) -> OSCALElement {
    var attributes = [String?](repeating: nil, count: type.attributes.count)
    var children = [[OSCALElement.Content]](repeating: [], count: type.members.count)
    var content: [OSCALElement.Content] = []
    var unknown: [OSCALElement.Content] = []
    while let (key, event) = try nextName() {
      switch type.slots[key] {
      case .attribute(let index)?: attributes[index] = try text(try next(), of: key)
      case .text?:
        let text = try text(try next(), of: key)
        if !text.isEmpty { content = [.text(text)] }
      case .member(let index)?: children[index] = try member(type.members[index], at: event)
      case nil: try appendUnknown(key, at: event, to: &unknown)
      }
    }
    for child in children { content += child }
    let named = zip(type.attributes, attributes).compactMap { name, value in
      value.map { OSCALElement.Attribute(name, $0) }
    }
    return OSCALElement(name, named, content + unknown, at: place)
  }

  private mutating func member(
    _ member: OSCALGrammar.Member, at key: JSONEvent
  ) throws(ReadingError) -> [OSCALElement.Content] {
    let event = try next()
    if member.isList {
      let list = try list(member, event, at: key)
      guard let wrapper = member.wrapper, !list.isEmpty else { return list }
      return [.element(OSCALElement(wrapper, [], list, at: location(key)))]
    }
    let element = try element(member.element, member.kind, event, at: location(key))
    return member.kind == .unwrapped ? element.content : [.element(element)]
  }

  private mutating func list(
    _ member: OSCALGrammar.Member, _ event: JSONEvent, at key: JSONEvent
  ) throws(ReadingError) -> [OSCALElement.Content] {
    // A list of one may be written as that one: OSCAL allows it for mappings.
    if event.kind == .beginObject, member.kind == .object {
      return [.element(try element(member.element, .object, event, at: location(event)))]
    }
    guard event.kind == .beginArray else { throw mismatch(member.key, "an array", at: event) }
    var list: [OSCALElement.Content] = []
    while true {
      let event = try next()
      if event.kind == .endArray { return list }
      list.append(.element(try element(member.element, member.kind, event, at: location(event))))
    }
  }

  // MARK: Values

  /// A string, or a number, `true` or `false` as it is written.
  private func text(_ event: JSONEvent, of name: String) throws(ReadingError) -> String {
    switch event.kind {
    case .string(let text):
      // Escapes can spell characters that no XML document may hold.
      guard text.unicodeScalars.allSatisfy(Self.isAllowed) else {
        throw mismatch(name, "text without control characters", at: event)
      }
      return text
    case .number(let text): return text
    case .boolean(let value): return value ? "true" : "false"
    default: throw mismatch(name, "a string", at: event)
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  // MARK: Unknown keys

  /// Appends what stands under `key`, which OSCAL does not have here: one element, or one for each of a list.
  private mutating func appendUnknown(
    _ key: String, at place: JSONEvent, to content: inout [OSCALElement.Content]
  ) throws(ReadingError) {
    let event = try next()
    guard event.kind == .beginArray else {
      content.append(.element(try unknown(key, event, at: location(place))))
      return
    }
    let before = content.count
    try appendUnknownList(key, to: &content)
    // An empty list is still named.
    if content.count == before {
      content.append(.element(OSCALElement(OSCALElement.nameOfUnknown(key: key), at: location(place))))
    }
  }

  private mutating func appendUnknownList(
    _ key: String, to content: inout [OSCALElement.Content]
  ) throws(ReadingError) {
    while true {
      let event = try next()
      if event.kind == .endArray { return }
      content.append(.element(try unknown(key, event, at: location(event))))
    }
  }

  private mutating func unknown(
    _ key: String, _ event: JSONEvent, at place: SourceLocation
  ) throws(ReadingError) -> OSCALElement {
    let name = OSCALElement.nameOfUnknown(key: key)
    var element = OSCALElement(name, at: place)
    switch event.kind {
    case .beginObject:
      while let (key, event) = try nextName() { try appendUnknown(key, at: event, to: &element.content) }
    case .beginArray: try appendUnknownList(key, to: &element.content)
    case .null: break
    default: element = OSCALElement(name, text: try text(event, of: key), at: place)
    }
    return element
  }
}
