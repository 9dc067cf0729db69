import CLibXML2

/// Writes one XML document in UTF-8 with libxml2's text writer, which escapes what must be escaped.
///
/// Calls come in document order; names are trusted to be names. Characters that XML 1.0 forbids are left out, because
/// no document can hold them.
public struct XMLDocumentWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Begins a document.
  ///
  /// - Returns: `nil` where memory is short.
  public init?() {
    guard let buffer = xmlBufferCreate() else { return nil }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      return nil
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Opens an element.
  public func start(_ name: String) { xmlTextWriterStartElement(writer, name) }

  /// Adds an attribute to the element opened last, before anything inside it.
  public func attribute(_ name: String, _ value: String) {
    xmlTextWriterWriteAttribute(writer, name, Self.allowed(value))
  }

  /// Adds text.
  public func text(_ text: String) { xmlTextWriterWriteString(writer, Self.allowed(text)) }

  /// Adds a line end and blanks, to set an element off.
  public func newLine(indent: Int) {
    xmlTextWriterWriteRaw(writer, "\n" + String(repeating: " ", count: indent))
  }

  /// Adds a line end that is no part of any text: it stands in a comment.
  public func lineMark() { xmlTextWriterWriteRaw(writer, "<!--\n-->") }

  /// Closes the element opened last.
  public func end() { xmlTextWriterEndElement(writer) }

  /// Ends the document and gives its bytes.
  public consuming func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    guard let content = buffer.pointee.content else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(buffer.pointee.use)))
  }

  private static func allowed(_ text: String) -> String {
    let isAllowed: (Unicode.Scalar) -> Bool = {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\t" || $0 == "\n" || $0 == "\r"
    }
    guard !text.unicodeScalars.allSatisfy(isAllowed) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }
}
