import CrosswalkModel
import CrosswalkReaders

/// A tree written as XML in memory, for a reader of XML whose places are then led back to where the tree came from.
///
/// Nothing stands between the elements that a reader would take for text: before every element there is a comment
/// with a line end, so that each line belongs to one element.
public struct OSCALTracedXML: Sendable {
  /// The document.
  public let bytes: [UInt8]
  /// For each line of the document, where its element comes from.
  private let origins: [SourceLocation]

  /// Writes the tree of `root`, which messages call `name` where it has no places.
  ///
  /// - Complexity: Linear in the tree.
  public init(_ root: OSCALElement, name: String) {
    guard let writer = XMLDocumentWriter() else { preconditionFailure("no memory for an XML writer") }
    var trace = Trace(writer: writer, origin: SourceLocation(file: name, line: 1, column: 1))
    trace.write(root, outerNamespace: nil)
    (bytes, origins) = trace.finish()
  }

  /// Where the element comes from that stands at `location` in the document.
  public func origin(of location: SourceLocation) -> SourceLocation {
    origins[min(max(location.line, 1), origins.count) - 1]
  }
}

/// Writes the elements, and records what each line belongs to.
private struct Trace: ~Copyable {
  let writer: XMLDocumentWriter
  /// Where the element comes from that was written last.
  var origin: SourceLocation
  /// The first line holds the declaration, and so belongs to the first element.
  var origins: [SourceLocation] = []

  init(writer: consuming XMLDocumentWriter, origin: SourceLocation) {
    self.writer = writer
    self.origin = origin
  }

  mutating func write(_ element: OSCALElement, outerNamespace: String?) {
    origin = element.location ?? origin
    if origins.isEmpty { origins = [origin, origin] }
    let place = origin
    origins.append(place)
    writer.lineMark()
    let name = OSCALXMLName(element.name)
    writer.start(element, named: name, outerNamespace: outerNamespace)
    for part in element.content {
      switch part {
      case .element(let child): write(child, outerNamespace: name.namespace)
      case .text(let text):
        // A line end of the text begins a line that still belongs to this element.
        for byte in text.utf8 where byte == 0x0A { origins.append(place) }
        writer.text(text)
      }
    }
    writer.end()
  }

  consuming func finish() -> ([UInt8], [SourceLocation]) { (writer.finish(), origins) }
}
