import CrosswalkReaders

/// Writes an OSCAL document as XML: UTF-8, two blanks an indent, the same bytes for the same tree.
public enum OSCALXMLWriter {
  /// The document with `root` as its root element.
  ///
  /// Elements with text of their own are written without any layout inside, so that no text changes. An element of
  /// another namespace is written in it; of an unknown JSON key, what XML cannot spell becomes `_`.
  public static func write(_ root: OSCALElement) -> [UInt8] {
    guard let writer = XMLDocumentWriter() else { preconditionFailure("no memory for an XML writer") }
    write(root, to: writer, depth: 0, isLaidOut: true, outerNamespace: nil)
    return writer.finish()
  }

  private static func write(
    _ element: OSCALElement, to writer: borrowing XMLDocumentWriter, depth: Int, isLaidOut: Bool,
    outerNamespace: String?
  ) {
    let name = OSCALXMLName(element.name)
    writer.start(element, named: name, outerNamespace: outerNamespace)
    // Inside a text every blank counts, so below an element with text nothing is laid out.
    let isLaidOut = isLaidOut && !element.content.contains { if case .text = $0 { true } else { false } }
    for part in element.content {
      switch part {
      case .text(let text): writer.text(text)
      case .element(let child):
        if isLaidOut { writer.newLine(indent: 2 * (depth + 1)) }
        write(
          child, to: writer, depth: depth + 1, isLaidOut: isLaidOut, outerNamespace: name.namespace)
      }
    }
    if isLaidOut, !element.content.isEmpty { writer.newLine(indent: 2 * depth) }
    writer.end()
  }
}
