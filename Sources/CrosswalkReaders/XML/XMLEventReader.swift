import CrosswalkModel

/// Why reading an XML document ended: the document, or its handler.
public enum XMLReadingError<Failure: Error>: Error {
  /// The document is not well-formed, not allowed, or could not be read.
  case reading(ReadingError)
  /// What the handler threw.
  case handler(Failure)
}

/// Reads XML documents as a stream of events, bounded and with exact locations.
public struct XMLEventReader: Sendable {
  /// The bounds that hold.
  public let limits: ReadingLimits

  /// Creates a reader.
  public init(limits: ReadingLimits = .standard) {
    self.limits = limits
  }

  /// Reads `file` from its first byte to its last, or until the handler is finished.
  ///
  /// When this throws, the handler has seen the events before the fault: its result is to be thrown away.
  public func read<H: XMLEventHandler>(
    _ file: SourceFile, into handler: inout H
  ) throws(XMLReadingError<H.Failure>) {}
}
