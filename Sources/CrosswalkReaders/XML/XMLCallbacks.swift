import CLibXML2
import Glibc

/// libxml2's SAX2 callbacks: they count against the limits and hand the events on.
enum XMLCallbacks {
  private typealias State = UnsafeMutablePointer<XMLParserState>
  private typealias Name = UnsafePointer<xmlChar>

  @inline(__always)
  private static func state(_ data: UnsafeMutableRawPointer) -> State {
    data.assumingMemoryBound(to: XMLParserState.self)
  }

  /// The table of callbacks; what is left out (entity declarations, external subsets) does not happen.
  static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { data, name, _, namespace, _, _, count, _, attributes in
      guard let data, let name else { return }
      XMLCallbacks.startElement(data, name, namespace, Int(count), attributes)
    }
    handler.endElementNs = { data, name, _, namespace in
      guard let data, let name else { return }
      XMLCallbacks.endElement(data, name, namespace)
    }
    handler.characters = { data, bytes, count in XMLCallbacks.characters(data, bytes, count) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.processingInstruction = { data, target, content in
      guard let data, let target else { return }
      XMLCallbacks.processingInstruction(data, target, content)
    }
    // The scanner refuses a document type declaration before it comes this far; this is the second net.
    handler.internalSubset = { data, _, _, _ in
      guard let data else { return }
      let state = XMLCallbacks.state(data)
      state.pointee.fail(.doctype, at: state.pointee.tagOffset)
    }
    handler.serror = { data, error in
      guard let data, let error else { return }
      let state = XMLCallbacks.state(data)
      XMLFault(error.pointee, state.pointee)?.stop(&state.pointee)
    }
    return handler
  }

  @inline(__always)
  private static func startElement(
    _ data: UnsafeMutableRawPointer, _ name: Name, _ namespace: Name?, _ count: Int,
    _ attributes: UnsafeMutablePointer<Name?>?
  ) {
    let state = Self.state(data)
    guard !state.pointee.isStopped else { return }
    state.pointee.textBytes = 0
    state.pointee.depth &+= 1
    state.pointee.elements &+= 1
    if state.pointee.depth > state.pointee.limits.depth
      || state.pointee.elements > state.pointee.limits.elements
    {
      return failForSize(state)
    }
    let element = XMLElement(
      name: state.pointee.names.index(of: name), state: state, localNameStart: name,
      namespaceStart: namespace, attributeCount: count, attributeStart: attributes)
    let goesOn = state.pointee.sink._withUnsafeGuaranteedRef {
      $0.startElement(state.pointee.handler, element)
    }
    if !goesOn { state.pointee.stop(.handler) }
  }

  @inline(never)
  private static func failForSize(_ state: State) {
    let limits = state.pointee.limits
    let isDeep = state.pointee.depth > limits.depth
    state.pointee.fail(
      isDeep ? .tooDeep(limit: limits.depth) : .tooManyElements(limit: limits.elements),
      at: state.pointee.tagOffset)
  }

  @inline(__always)
  private static func endElement(_ data: UnsafeMutableRawPointer, _ name: Name, _ namespace: Name?) {
    let state = Self.state(data)
    guard !state.pointee.isStopped else { return }
    state.pointee.textBytes = 0
    state.pointee.depth &-= 1
    let element = XMLElementEnd(
      name: state.pointee.names.index(of: name), state: state, localNameStart: name,
      namespaceStart: namespace)
    let goesOn = state.pointee.sink._withUnsafeGuaranteedRef { $0.endElement(state.pointee.handler, element) }
    if !goesOn { state.pointee.stop(.handler) }
  }

  @inline(__always)
  private static func characters(_ data: UnsafeMutableRawPointer?, _ bytes: Name?, _ count: Int32) {
    guard let data, let bytes else { return }
    let state = Self.state(data)
    guard !state.pointee.isStopped else { return }
    state.pointee.textBytes &+= Int(count)
    if state.pointee.textBytes > state.pointee.limits.textBytes {
      let limit = state.pointee.limits.textBytes
      return state.pointee.fail(.textTooLong(limit: limit), at: state.pointee.parserOffset)
    }
    let text = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    let goesOn = state.pointee.sink._withUnsafeGuaranteedRef { $0.characters(state.pointee.handler, text) }
    if !goesOn { state.pointee.stop(.handler) }
  }

  private static func processingInstruction(
    _ data: UnsafeMutableRawPointer, _ name: Name, _ content: Name?
  ) {
    let target = UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
    let state = Self.state(data)
    guard !state.pointee.isStopped else { return }
    let offset = state.pointee.scanner.instructions.popFirst() ?? state.pointee.parserOffset
    let limit = state.pointee.limits.nameBytes
    guard strnlen(target, limit + 1) <= limit else {
      return state.pointee.fail(.nameTooLong(limit: limit), at: offset)
    }
    let place = state.pointee.text.window.place(of: offset)
    let goesOn = state.pointee.sink._withUnsafeGuaranteedRef {
      $0.processingInstruction(
        state.pointee.handler, String(cString: target), content.map { String(cString: $0) } ?? "", place.line,
        place.column)
    }
    if !goesOn { state.pointee.stop(.handler) }
  }
}
