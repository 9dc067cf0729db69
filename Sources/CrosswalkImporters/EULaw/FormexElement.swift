import CrosswalkReaders

/// One element of a Formex file with everything in it: an article, a recital, an annex.
///
/// Whether a paragraph has one subparagraph or several is known at its end only, so a unit is kept whole; the
/// importer holds one unit at a time, never the file.
struct FormexElement: Sendable {
  /// What an element holds, in order.
  enum Content: Sendable {
    case text(String)
    case element(FormexElement)
  }

  /// `nil` for an element that is not known.
  let name: FormexName?
  let localName: String
  let line: Int
  let column: Int
  private let attributes: [Attribute]
  var content: [Content] = []

  private struct Attribute: Sendable {
    let name: String
    let value: String
  }

  /// Copies a start tag.
  init(_ element: XMLElement) {
    name = FormexName(index: element.name)
    localName = element.localName
    line = element.line
    column = element.column
    attributes = element.attributes.map { Attribute(name: $0.localName, value: $0.value) }
  }

  /// Creates an element that another format names otherwise.
  init(
    _ name: FormexName?, localName: String, line: Int, column: Int,
    attributes: KeyValuePairs<FormexAttribute, String?> = [:]
  ) {
    self.name = name
    self.localName = localName
    self.line = line
    self.column = column
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name.rawValue, value: $0) }
    }
  }

  /// The value of an attribute.
  subscript(attribute: FormexAttribute) -> String? {
    attributes.first { $0.name == attribute.rawValue }?.value
  }

  /// The value of an attribute of a vocabulary that is not Formex.
  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The first element of this local name directly in it.
  func first(localName: String) -> FormexElement? { elements.first { $0.localName == localName } }

  /// All elements of this local name anywhere in it, in document order.
  func all(localName: String) -> [FormexElement] {
    elements.flatMap { $0.localName == localName ? [$0] : $0.all(localName: localName) }
  }

  /// The elements directly in it, in order.
  var elements: [FormexElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of this name directly in it.
  func first(_ name: FormexName) -> FormexElement? { elements.first { $0.name == name } }

  /// The first element of this name anywhere in it, in document order.
  func firstAnywhere(_ name: FormexName) -> FormexElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.firstAnywhere(name) { return found }
    }
    return nil
  }

  /// All elements of this name anywhere in it, in document order.
  func all(_ name: FormexName) -> [FormexElement] {
    elements.flatMap { $0.name == name ? [$0] : $0.all(name) }
  }

  /// The characters in it, without any rule of law texts; for bibliography.
  var plainText: String {
    content.map {
      switch $0 {
      case .text(let text): text
      case .element(let element): element.plainText
      }
    }.joined()
  }

  /// Whether anything in it is more than words in a line.
  var holdsBlocks: Bool {
    elements.contains { child in
      guard let name = child.name else { return child.holdsBlocks }
      return !name.isInline
    }
  }
}

/// Builds one ``FormexElement`` from events.
struct FormexElementStack {
  private var open: [FormexElement] = []
  private var text: [UInt8] = []

  /// Whether no unit is open.
  var isEmpty: Bool { open.isEmpty }

  /// A start tag.
  mutating func start(_ element: FormexElement) {
    flush()
    open.append(element)
  }

  /// Text.
  mutating func append(_ bytes: UnsafeRawBufferPointer) { text.append(contentsOf: bytes) }

  /// An end tag; gives the unit when it ends the outermost element.
  mutating func end() -> FormexElement? {
    flush()
    guard let ended = open.popLast() else { return nil }
    guard let parent = open.indices.last else { return ended }
    open[parent].content.append(.element(ended))
    return nil
  }

  private mutating func flush() {
    guard !text.isEmpty, let last = open.indices.last else { return }
    open[last].content.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }
}
