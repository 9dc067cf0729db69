import CrosswalkModel
import CrosswalkReaders

/// Reads an OSCAL document in XML as a tree, through the bounded event reader.
public struct OSCALXMLReader: Sendable {
  private let limits: ReadingLimits

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// The root element of `file`.
  ///
  /// Elements and attributes of other namespaces keep their name as `{namespace}name`, so that nobody takes them for OSCAL.
  ///
  /// - Throws: The reader's error at the first fault of the document.
  /// - Complexity: One pass; memory for the whole document.
  public func read(_ file: SourceFile) throws(ReadingError) -> OSCALElement {
    var builder = TreeBuilder(file: file.name)
    do {
      try XMLEventReader(limits: limits).read(file, into: &builder)
    } catch {
      throw error.fault
    }
    guard let root = builder.root else { throw ReadingError(.empty, file: file.name) }
    return root
  }
}

/// Builds the tree from the events.
private struct TreeBuilder: XMLEventHandler {
  static let vocabulary: [String] = []
  static let namespaces = [OSCALElement.namespace]

  let file: String
  private(set) var root: OSCALElement?
  private var open: [OSCALElement] = []

  init(file: String) { self.file = file }

  mutating func startElement(_ element: XMLElement) throws(Never) {
    var name = element.localName
    if element.namespaceIndex != 0 { name = "{\(element.namespace ?? "")}\(name)" }
    let attributes = element.attributes.map { attribute in
      OSCALElement.Attribute(
        attribute.namespace.map { "{\($0)}\(attribute.localName)" } ?? attribute.localName, attribute.value)
    }
    open.append(
      OSCALElement(
        name, attributes, at: SourceLocation(file: file, line: element.line, column: element.column)))
  }

  mutating func endElement(_ element: XMLElementEnd) throws(Never) {
    guard var ended = open.popLast() else { return }
    ended.dropLayout()
    if open.isEmpty { root = ended } else { open[open.count - 1].append(ended) }
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {
    guard !open.isEmpty else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let last = open.count - 1
    if case .text(let before) = open[last].content.last {
      open[last].content[open[last].content.count - 1] = .text(before + text)
    } else {
      open[last].content.append(.text(text))
    }
  }
}

extension OSCALElement {
  /// Removes blanks that only lay the document out: those of an element without any other text, and without markup
  /// that stands in a line, whose words they part.
  fileprivate mutating func dropLayout() {
    let isLayout = content.allSatisfy { part in
      if case .text(let text) = part {
        text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      } else {
        true
      }
    }
    guard isLayout, !elements.contains(where: { OSCALMarkup.inline.contains($0.name) }) else { return }
    content.removeAll { if case .text = $0 { true } else { false } }
  }
}
