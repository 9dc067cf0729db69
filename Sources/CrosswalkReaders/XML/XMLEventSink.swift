/// A handler without its type: C callbacks cannot be generic, so they call these functions, each `true` to go on.
///
/// A final class of constants on purpose: calling through them counts no references.
@usableFromInline
final class XMLEventSink {
  @usableFromInline typealias Target = UnsafeMutableRawPointer

  let vocabulary: [String]
  let namespaces: [String]
  let startElement: (Target, XMLElement) -> Bool
  let endElement: (Target, XMLElementEnd) -> Bool
  let characters: (Target, UnsafeRawBufferPointer) -> Bool
  let processingInstruction: (Target, String, String, Int, Int) -> Bool

  @usableFromInline
  init(
    vocabulary: [String], namespaces: [String], startElement: @escaping (Target, XMLElement) -> Bool,
    endElement: @escaping (Target, XMLElementEnd) -> Bool,
    characters: @escaping (Target, UnsafeRawBufferPointer) -> Bool,
    processingInstruction: @escaping (Target, String, String, Int, Int) -> Bool
  ) {
    self.vocabulary = vocabulary
    self.namespaces = namespaces
    self.startElement = startElement
    self.endElement = endElement
    self.characters = characters
    self.processingInstruction = processingInstruction
  }
}

/// A handler at work, and what it threw.
@usableFromInline
struct XMLHandlerSlot<H: XMLEventHandler> {
  @usableFromInline let handler: UnsafeMutablePointer<H>
  @usableFromInline var failure: H.Failure?

  @inlinable
  init(handler: UnsafeMutablePointer<H>) { self.handler = handler }

  /// Lets the handler take one event; `false` when it threw or has seen enough.
  @inlinable
  @inline(__always)
  static func call(
    _ target: UnsafeMutableRawPointer, _ event: (UnsafeMutablePointer<H>) throws(H.Failure) -> Void
  ) -> Bool {
    let slot = target.assumingMemoryBound(to: Self.self)
    do throws(H.Failure) {
      try event(slot.pointee.handler)
    } catch {
      slot.pointee.failure = error
      return false
    }
    return !slot.pointee.handler.pointee.isFinished
  }

  /// The functions through which libxml2's callbacks reach the handler.
  ///
  /// Inlinable, so that they are compiled for the handler at hand in the module that has it.
  @inlinable
  static func makeSink() -> XMLEventSink {
    XMLEventSink(
      vocabulary: H.vocabulary, namespaces: H.namespaces,
      startElement: { target, element in
        call(target) { handler throws(H.Failure) in try handler.pointee.startElement(element) }
      },
      endElement: { target, element in
        call(target) { handler throws(H.Failure) in try handler.pointee.endElement(element) }
      },
      characters: { target, bytes in
        call(target) { handler throws(H.Failure) in try handler.pointee.characters(bytes) }
      },
      processingInstruction: { target, name, data, line, column in
        call(target) { handler throws(H.Failure) in
          try handler.pointee.processingInstruction(target: name, data: data, line: line, column: column)
        }
      })
  }
}
