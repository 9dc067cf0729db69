/// Receives the events of an XML document in document order.
///
/// Events name elements and attributes by their index in ``vocabulary``, so that a handler compares integers and
/// makes a `String` only of what it keeps.
public protocol XMLEventHandler {
  /// What the handler itself throws; ``Never`` when it accepts everything.
  associatedtype Failure: Error

  /// Local names of the elements and attributes that the handler knows; events name them by index.
  static var vocabulary: [String] { get }
  /// Namespaces that the handler knows; ``XMLElement/namespaceIndex`` names them by index.
  static var namespaces: [String] { get }

  /// Whether the handler has seen enough: reading stops, without an error, after the event that made it true.
  var isFinished: Bool { get }

  /// A start tag. `element` is valid during the call only.
  mutating func startElement(_ element: XMLElement) throws(Failure)
  /// An end tag, or the end of an empty element. `element` is valid during the call only.
  mutating func endElement(_ element: XMLElementEnd) throws(Failure)
  /// Text in UTF-8, references resolved and line ends as LF; one text node may come in many pieces, split
  /// anywhere, CDATA sections among them. The bytes are valid during the call only.
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Failure)
  /// A processing instruction `<?target data?>` at `line` and `column`.
  mutating func processingInstruction(target: String, data: String, line: Int, column: Int) throws(Failure)
}

extension XMLEventHandler {
  /// No namespace.
  public static var namespaces: [String] { [] }
  /// Never: the whole document is read.
  @inlinable public var isFinished: Bool { false }
  /// Passes the instruction over.
  public mutating func processingInstruction(
    target: String, data: String, line: Int, column: Int
  ) throws(Failure) {}
}
