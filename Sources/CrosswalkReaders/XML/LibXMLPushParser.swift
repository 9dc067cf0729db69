import CLibXML2

/// One push parser of libxml2 and the state its callbacks work on: both freed once, here.
struct LibXMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let sink: XMLEventSink
  let state: UnsafeMutablePointer<XMLParserState>

  /// Makes a parser for `text`, which tells `sink`.
  init(
    _ text: consuming TextStream, sink: XMLEventSink, handler: UnsafeMutableRawPointer,
    limits: ReadingLimits
  ) throws(ReadingError) {
    Self.prepareLibrary
    let name = text.name
    let state = UnsafeMutablePointer<XMLParserState>.allocate(capacity: 1)
    var callbacks = XMLCallbacks.makeHandler()
    guard let context = xmlCreatePushParserCtxt(&callbacks, state, nil, 0, nil) else {
      state.deallocate()
      throw ReadingError(.malformed("no memory for a parser"), file: name)
    }
    self.context = context
    self.sink = sink
    self.state = state
    // NONET keeps the library off the network, BIG_LINES keeps its line numbers true, and IGNORE_ENC makes it leave
    // the encoding alone: the text is UTF-8 by now, whatever its declaration said.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    state.initialize(
      to: XMLParserState(text: text, sink: sink, handler: handler, limits: limits, context: context))
  }

  deinit {
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    context.pointee.myDoc = nil
    xmlFreeParserCtxt(context)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads the document to its end, or until the handler has seen enough.
  borrowing func run() throws(ReadingError) {
    while true {
      let isLast = try !state.pointee.text.readMore()
      let violation = scan(isLast: isLast)
      if try feed(through: violation?.offset ?? state.pointee.scanner.position) { return }
      if let violation { throw state.pointee.text.error(violation.reason, at: violation.offset) }
      if isLast { return try finish() }
      state.pointee.text.window.discard(before: min(state.pointee.parserOffset, state.pointee.fed))
    }
  }

  private borrowing func scan(isLast: Bool) -> XMLScanner.Violation? {
    let text = state.pointee.text.window.bytes(from: state.pointee.scanner.position)
    return state.pointee.scanner.scan(text, isLast: isLast)
  }

  /// Gives the parser what it does not yet have of the text before `offset`.
  ///
  /// - Returns: Whether the handler has seen enough.
  borrowing func feed(through offset: Int) throws(ReadingError) -> Bool {
    // The callbacks change the state through its pointer, so nothing of it is held across the call.
    while state.pointee.fed < offset {
      // Slices of 4 KiB keep libxml2's buffer small, which saves it 5 % of its instructions. But it looks through
      // all that it holds at every call: while a long construct waits for its end, slices grow with it.
      let waiting = state.pointee.fed - state.pointee.parserOffset
      let piece = divisible(min(offset - state.pointee.fed, max(waiting, 4 << 10)))
      let start = state.pointee.text.window.bytes(from: state.pointee.fed).baseAddress
      let bytes = start?.assumingMemoryBound(to: CChar.self)
      state.pointee.fed += piece
      let status = xmlParseChunk(context, bytes, Int32(piece), 0)
      if try isStopped(status) { return true }
    }
    return false
  }

  /// The length of the next slice that parts nothing indivisible, near to `count`.
  private borrowing func divisible(_ count: Int) -> Int {
    let fed = state.pointee.fed
    while let part = state.pointee.scanner.indivisible.first {
      if part.upperBound <= fed {
        _ = state.pointee.scanner.indivisible.popFirst()
      } else if fed + count <= part.lowerBound {
        return count
      } else {
        return (part.lowerBound > fed ? part.lowerBound : part.upperBound) - fed
      }
    }
    return count
  }

  private borrowing func finish() throws(ReadingError) {
    let status = xmlParseChunk(context, nil, 0, 1)
    if try isStopped(status) { return }
    guard state.pointee.elements > 0, state.pointee.depth == 0 else {
      let reason = XMLFault.ending(state.pointee)
      throw state.pointee.text.error(reason, at: state.pointee.fed)
    }
  }

  /// Whether the handler stopped the parser; anything else that stopped it is thrown.
  private borrowing func isStopped(_ status: Int32) throws(ReadingError) -> Bool {
    switch state.pointee.stop {
    case .handler: return true
    case .fault(let error): throw error
    case nil: break
    }
    guard status == 0, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 else {
      throw state.pointee.text.error(.malformed("not well-formed"), at: state.pointee.fed)
    }
    return false
  }

  /// Once a process: sets libxml2 up for threads and lets no document open another one.
  static let prepareLibrary: Void = {
    xmlInitParser()
    SchemaFiles.installLoader()
  }()
}
