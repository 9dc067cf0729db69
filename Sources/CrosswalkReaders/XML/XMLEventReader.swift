import CrosswalkModel

/// Why reading an XML document ended: the document, or its handler.
public enum XMLReadingError<Failure: Error>: Error {
  /// The document is not well-formed, not allowed, or could not be read.
  case reading(ReadingError)
  /// What the handler threw.
  case handler(Failure)
}

extension XMLReadingError where Failure == Never {
  /// What is wrong with the document, where the handler itself throws nothing.
  public var fault: ReadingError {
    switch self {
    case .reading(let error): error
    }
  }
}

/// Reads XML documents as a stream of events, bounded and with exact locations.
///
/// UTF-8, UTF-16 with a byte order mark, ISO-8859-1, Windows-1252 and US-ASCII are read; a document type declaration
/// is refused, so nothing of a document ever opens another file or expands. Memory stays at some 200 KiB, plus the
/// largest single tag, comment or instruction.
public struct XMLEventReader: Sendable {
  /// The bounds that hold.
  public let limits: ReadingLimits
  /// Bytes of the file that are taken at a time; tests take fewer, so that every border is met.
  var pieceSize = 64 << 10

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard) {
    self.limits = limits
  }

  /// Reads `file` from its first byte to its last, or until the handler is finished.
  ///
  /// When this throws, the handler has seen the events before the fault: its result is to be thrown away.
  ///
  /// - Throws: ``XMLReadingError/reading(_:)`` for the first fault of the document in document order, or
  ///   ``XMLReadingError/handler(_:)`` with what the handler threw before it.
  @inlinable
  public func read<H: XMLEventHandler>(
    _ file: SourceFile, into handler: inout H
  ) throws(XMLReadingError<H.Failure>) {
    let (fault, failure) = withUnsafeMutablePointer(to: &handler) { pointer -> (ReadingError?, H.Failure?) in
      var slot = XMLHandlerSlot<H>(handler: pointer)
      let sink = XMLHandlerSlot<H>.makeSink()
      let fault = withUnsafeMutablePointer(to: &slot) { firstFault(in: file, sink: sink, target: $0) }
      return (fault, slot.failure)
    }
    if let failure { throw .handler(failure) }
    if let fault { throw .reading(fault) }
  }

  /// Reads `file` and returns what is wrong with it, if anything.
  @usableFromInline
  func firstFault(in file: SourceFile, sink: XMLEventSink, target: UnsafeMutableRawPointer) -> ReadingError? {
    do throws(ReadingError) {
      let text = try TextStream(file, convention: .xml, limits: limits, pieceSize: pieceSize)
      switch text.kind {
      case .gzip, .zip, .html, .json: throw ReadingError(.notXML(text.kind), file: file.name)
      case .empty, .xml, .text, .binary: break
      }
      try LibXMLPushParser(text, sink: sink, handler: target, limits: limits).run()
      return nil
    } catch {
      return error
    }
  }
}
