import CLibXML2

/// Everything that libxml2's callbacks work on.
///
/// A struct behind a raw pointer on purpose: a class costs exclusivity checks at every access, which were measured
/// at 18 to 34 % of all instructions.
struct XMLParserState: ~Copyable {
  /// Why the parser was stopped.
  enum Stop {
    case handler
    case fault(ReadingError)
  }

  /// Owned by the parser; counting references at every event would cost more than the event.
  let sink: Unmanaged<XMLEventSink>
  let handler: UnsafeMutableRawPointer
  let limits: ReadingLimits
  let context: xmlParserCtxtPtr
  let names: XMLNameTable
  let namespaces: XMLNameTable
  var text: TextStream
  var scanner: XMLScanner
  /// Offset up to which the parser has the text.
  var fed = 0
  var depth = 0
  var elements = 0
  /// The element, by its number, whose attribute values were made what the document says.
  var resolvedElement = 0
  /// Bytes of the text since the last tag.
  var textBytes = 0
  /// Our own flag decides: after `xmlStopParser` libxml2 2.9.14 reports a well-formed document without errors.
  private(set) var stop: Stop?
  /// Whether there is a `stop`, as the one byte that every callback looks at.
  private(set) var isStopped = false

  init(
    text: consuming TextStream, sink: XMLEventSink, handler: UnsafeMutableRawPointer,
    limits: ReadingLimits, context: xmlParserCtxtPtr
  ) {
    self.text = text
    self.sink = .passUnretained(sink)
    self.handler = handler
    self.limits = limits
    self.context = context
    names = XMLNameTable(sink.vocabulary, dictionary: context.pointee.dict)
    namespaces = XMLNameTable(sink.namespaces, dictionary: context.pointee.dict)
    scanner = XMLScanner(limits: limits)
  }

  /// Whether an attribute's value lies in the parser's own buffer, as one without any reference does.
  @inline(__always)
  func isInText(_ value: UnsafePointer<xmlChar>) -> Bool {
    guard let input = context.pointee.input else { return false }
    return value >= input.pointee.base && value < input.pointee.end
  }

  /// Offset in the text at which the parser stands.
  var parserOffset: Int {
    guard let input = context.pointee.input else { return text.window.end }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Offset of the `<` of the tag whose end the parser has reached: `<` cannot stand inside a tag.
  var tagOffset: Int {
    let offset = parserOffset
    return text.window.lastOffset(of: 0x3C, before: offset) ?? offset
  }

  /// Stops the parser because of `reason` at `offset`.
  @inline(never)
  mutating func fail(_ reason: ReadingError.Reason, at offset: Int) {
    stop(.fault(text.error(reason, at: offset)))
  }

  /// Stops the parser for the first reason that there was.
  @inline(never)
  mutating func stop(_ reason: Stop) {
    guard stop == nil else { return }
    stop = reason
    isStopped = true
    xmlStopParser(context)
  }
}
