import CrosswalkReaders

/// Sees the root element of a document and nothing more.
struct RootFinder: XMLEventHandler {
  /// The first element of a document.
  struct Root: Hashable {
    var name: String
    var namespace: String?
    var line: Int
    var column: Int
  }

  static let vocabulary: [String] = []

  private(set) var root: Root?
  var isFinished: Bool { root != nil }

  mutating func startElement(_ element: XMLElement) throws(Never) {
    root =
      root
      ?? Root(
        name: element.localName, namespace: element.namespace, line: element.line, column: element.column)
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}
