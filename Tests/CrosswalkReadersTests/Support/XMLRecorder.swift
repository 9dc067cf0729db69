@testable import CrosswalkReaders

/// Writes every event down as text, so that tests compare what a reader of the document would see.
struct XMLRecorder: XMLEventHandler {
  static let vocabulary = ["a", "b", "id", "c"]
  static let namespaces = ["urn:known"]

  private(set) var events: [String] = []
  private var text = ""

  mutating func startElement(_ element: XMLElement) {
    flush()
    var event = "<\(element.localName) \(element.line):\(element.column)"
    if let namespace = element.namespace { event += " {\(namespace)}" }
    for attribute in element.attributes {
      event += " \(attribute.namespace.map { "{\($0)}" } ?? "")\(attribute.localName)=\(attribute.value)"
    }
    events.append(event)
  }

  mutating func endElement(_ element: XMLElementEnd) {
    flush()
    events.append("/\(element.localName) \(element.line):\(element.column)")
  }

  mutating func characters(_ bytes: UnsafeRawBufferPointer) {
    text += String(decoding: bytes, as: UTF8.self)
  }

  mutating func processingInstruction(target: String, data: String, line: Int, column: Int) {
    flush()
    events.append("?\(target) \(data) \(line):\(column)")
  }

  private mutating func flush() {
    if !text.isEmpty { events.append("\"\(text)\"") }
    text = ""
  }
}

/// What came of reading a document: its events, and what was wrong.
struct XMLOutcome: Equatable {
  let events: [String]
  let error: ReadingError?
  var reason: ReadingError.Reason? { error?.reason }
  /// `line:column` of the error.
  var place: String? { error.map { "\($0.location.line):\($0.location.column)" } }
}

func readXML(
  _ bytes: [UInt8], limits: ReadingLimits = .standard, pieceSize: Int = 64 << 10
) -> XMLOutcome {
  readXML(SourceFile(name: "test.xml", bytes: bytes), limits: limits, pieceSize: pieceSize)
}

func readXML(
  _ text: String, limits: ReadingLimits = .standard, pieceSize: Int = 64 << 10
) -> XMLOutcome {
  readXML(Array(text.utf8), limits: limits, pieceSize: pieceSize)
}

func readXML(
  _ file: SourceFile, limits: ReadingLimits = .standard, pieceSize: Int = 64 << 10
) -> XMLOutcome {
  var recorder = XMLRecorder()
  var reader = XMLEventReader(limits: limits)
  reader.pieceSize = pieceSize
  do {
    try reader.read(file, into: &recorder)
    return XMLOutcome(events: recorder.events, error: nil)
  } catch {
    return XMLOutcome(events: recorder.events, error: error.fault)
  }
}

/// Counts events; for documents that are too large to write down.
struct XMLCounter: XMLEventHandler {
  static let vocabulary: [String] = []
  private(set) var starts = 0
  private(set) var ends = 0
  private(set) var textBytes = 0

  mutating func startElement(_ element: XMLElement) { starts += 1 }
  mutating func endElement(_ element: XMLElementEnd) { ends += 1 }
  mutating func characters(_ bytes: UnsafeRawBufferPointer) { textBytes += bytes.count }
}

/// Reads a document that may be large, and says what was wrong with it.
func faultOfXML(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> ReadingError? {
  faultOfXML(SourceFile(name: "test.xml", bytes: bytes), limits: limits)
}

func faultOfXML(_ file: SourceFile, limits: ReadingLimits = .standard) -> ReadingError? {
  var counter = XMLCounter()
  do {
    try XMLEventReader(limits: limits).read(file, into: &counter)
    return nil
  } catch {
    return error.fault
  }
}
