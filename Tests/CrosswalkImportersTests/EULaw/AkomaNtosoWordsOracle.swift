import CrosswalkReaders

/// Collects the characters of the law in an Akoma Ntoso file, independently of the importer: everything in recitals
/// and body that is no footnote.
struct AkomaNtosoWordsOracle: XMLEventHandler {
  typealias Failure = Never
  static let vocabulary: [String] = []
  private(set) var words = ""
  private var open: [String] = []

  mutating func startElement(_ element: XMLElement) { open.append(element.localName) }
  mutating func endElement(_ element: XMLElementEnd) { open.removeLast() }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) {
    let isLaw = open.contains("recital") || open.contains("body")
    // A clause after the articles stands with the final words in every format.
    guard isLaw, !open.contains("authorialNote"), !open.contains("clause") else { return }
    words += String(decoding: bytes, as: UTF8.self)
  }
}
