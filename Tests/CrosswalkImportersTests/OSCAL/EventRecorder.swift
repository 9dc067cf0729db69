import CrosswalkReaders

/// Every element, attribute and text of a document, as an account that an importer is held against.
struct EventRecorder: XMLEventHandler {
  struct Entry {
    /// The element that holds it, and the one above: `part/p`.
    let path: String
    /// The attribute; `nil` for a text.
    let attribute: String?
    let value: String
    let line: Int
    let column: Int
    /// Attributes of the same element.
    let beside: [String: String]
  }

  static var vocabulary: [String] { [] }
  private(set) var entries: [Entry] = []
  private var open: [(name: String, line: Int, column: Int)] = []
  private var text = ""

  private var path: String { open.suffix(2).map(\.name).joined(separator: "/") }

  mutating func startElement(_ element: XMLElement) throws(Never) {
    endText()
    open.append((element.localName, element.line, element.column))
    var beside: [String: String] = [:]
    for attribute in element.attributes { beside[attribute.localName] = attribute.value }
    for attribute in element.attributes {
      entries.append(
        Entry(
          path: path, attribute: attribute.localName, value: attribute.value, line: element.line,
          column: element.column, beside: beside))
    }
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {
    endText()
    open.removeLast()
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {
    text += String(decoding: bytes, as: UTF8.self)
  }

  private mutating func endText() {
    let words = text.split { " \t\n\r".contains($0) }.joined(separator: " ")
    text = ""
    guard !words.isEmpty, let last = open.last else { return }
    entries.append(
      Entry(path: path, attribute: nil, value: words, line: last.line, column: last.column, beside: [:]))
  }
}
