import CLibXML2
import CrosswalkModel

/// Holds XML documents against one XML Schema, with libxml2.
///
/// The schema is the user's; what it imports or includes is taken from its own folder, by file name, and never from
/// anywhere else.
public struct XSDValidator: ~Copyable {
  /// Most faults that are kept of one document; reading it ends there.
  public static let mostFaults = 10_000

  private let schema: xmlSchemaPtr
  private let limits: ReadingLimits

  /// Compiles the schema in `file`.
  ///
  /// - Throws: ``SchemaFault`` about the schema, ``ReadingError`` where it or what it names cannot be read.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws {
    LibXMLPushParser.prepareLibrary
    let file = try file.loaded(limits: limits)
    let bytes = try file.bytes(limits: limits)
    let faults = FaultList(file: file.name)
    let compiled = try SchemaFiles(file, limits: limits).whileLoadable {
      Self.compile(bytes, reportingTo: faults)
    }
    guard let compiled else {
      let first = faults.first ?? (message: "this is no schema", line: 1)
      throw SchemaFault(
        subject: .schema, message: first.message,
        location: SourceLocation(file: file.name, line: max(first.line, 1), column: 1))
    }
    schema = compiled
    self.limits = limits
  }

  deinit { xmlSchemaFree(schema) }

  private static func compile(_ bytes: [UInt8], reportingTo faults: FaultList) -> xmlSchemaPtr? {
    bytes.withUnsafeBytes { bytes -> xmlSchemaPtr? in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = xmlSchemaNewMemParserCtxt(start, Int32(clamping: bytes.count)) else { return nil }
      defer { xmlSchemaFreeParserCtxt(context) }
      // The list outlives the call: it is kept by the caller.
      xmlSchemaSetParserStructuredErrors(
        context,
        { data, error in
          guard let data, let error else { return }
          let list = Unmanaged<FaultList>.fromOpaque(data).takeUnretainedValue()
          // A file that is not given is no fault; what it would have defined is missing then.
          guard error.pointee.level.rawValue > XML_ERR_WARNING.rawValue else { return }
          list.add(message: error.pointee.message.map { String(cString: $0) }, line: Int(error.pointee.line))
        }, Unmanaged.passUnretained(faults).toOpaque())
      return xmlSchemaParse(context)
    }
  }

  /// What the schema does not allow in `file`, in the order of the document; nothing for a valid one.
  ///
  /// The document passes the bounded reader first, so that libxml2 sees nothing that import would refuse. A fault
  /// stands where the tag begins at which it is found: of an element's content, at its end tag.
  ///
  /// - Throws: ``ReadingError`` where the document cannot be read as XML.
  /// - Complexity: Two passes; memory for the document, not for a tree of it.
  public borrowing func faults(in file: SourceFile) throws(ReadingError) -> [SchemaFault] {
    let file = try file.loaded(limits: limits)
    var nothing = NoEvents()
    do { try XMLEventReader(limits: limits).read(file, into: &nothing) } catch { throw error.fault }
    let list = FaultList(file: file.name)
    let bytes = try file.bytes(limits: limits)
    guard validate(bytes, reportingTo: list) else {
      throw ReadingError(.malformed("the schema processor cannot read it"), file: file.name)
    }
    return list.faults.map {
      SchemaFault(
        subject: .document, message: $0.message,
        location: SourceLocation(file: file.name, line: $0.line, column: $0.column))
    }
  }

  /// - Returns: Whether the document was read to its end, or until there were faults enough.
  private borrowing func validate(_ bytes: [UInt8], reportingTo list: FaultList) -> Bool {
    bytes.withUnsafeBytes { bytes -> Bool in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let parser = xmlCreateMemoryParserCtxt(start, Int32(clamping: bytes.count)) else { return false }
      defer { xmlFreeParserCtxt(parser) }
      guard let validation = xmlSchemaNewValidCtxt(schema) else { return false }
      defer { xmlSchemaFreeValidCtxt(validation) }
      list.parser = parser
      defer { list.parser = nil }
      xmlSchemaSetValidStructuredErrors(
        validation,
        { data, error in
          guard let data, let error else { return }
          Unmanaged<FaultList>.fromOpaque(data).takeUnretainedValue().addHere(
            message: error.pointee.message.map { String(cString: $0) })
        }, Unmanaged.passUnretained(list).toOpaque())
      return Self.run(parser, validation, list)
    }
  }

  private static func run(_ parser: xmlParserCtxtPtr, _ validation: xmlSchemaValidCtxtPtr, _ list: FaultList)
    -> Bool
  {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_HUGE.rawValue
    xmlCtxtUseOptions(parser, Int32(bitPattern: options))
    // The validator's handler takes the place of the parser's, which would build a tree.
    let own = parser.pointee.sax
    let ownData = parser.pointee.userData
    var handler: xmlSAXHandlerPtr?
    var data: UnsafeMutableRawPointer?
    guard let plug = xmlSchemaSAXPlug(validation, &handler, &data) else { return false }
    parser.pointee.sax = handler
    parser.pointee.userData = data
    xmlParseDocument(parser)
    parser.pointee.sax = own
    parser.pointee.userData = ownData
    xmlSchemaSAXUnplug(plug)
    return parser.pointee.wellFormed == 1 || list.isFull
  }
}

/// Faults as libxml2 reports them, one after the other, on the thread that asked.
private final class FaultList {
  private let file: String
  private(set) var faults: [(message: String, line: Int, column: Int)] = []
  /// The parser whose place is that of the next fault.
  var parser: xmlParserCtxtPtr?

  init(file: String) { self.file = file }

  var first: (message: String, line: Int)? { faults.first.map { ($0.message, $0.line) } }
  var isFull: Bool { faults.count >= XSDValidator.mostFaults }

  func add(message: String?, line: Int, column: Int = 1) {
    guard !isFull else { return }
    let text = (message ?? "not valid").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    faults.append((text.hasSuffix(".") ? String(text.dropLast()) : text, line, column))
  }

  /// A fault where the parser stands: at the beginning of the tag that it has read last.
  func addHere(message: String?) {
    guard let parser, let input = parser.pointee.input, let base = input.pointee.base,
      let next = input.pointee.cur, next > base
    else { return add(message: message, line: 1) }
    // Behind an end tag the next tag may begin at once.
    var position = next - 1
    var line = Int(input.pointee.line)
    while position > base, position.pointee != UInt8(ascii: "<") {
      position -= 1
      if position.pointee == 0x0A { line -= 1 }
    }
    var column = 1
    var start = position
    while start > base, (start - 1).pointee != 0x0A {
      start -= 1
      column += 1
    }
    add(message: message, line: max(line, 1), column: column)
    if isFull { xmlStopParser(parser) }
  }
}

/// Sees a document pass.
private struct NoEvents: XMLEventHandler {
  static let vocabulary: [String] = []
  mutating func startElement(_ element: XMLElement) throws(Never) {}
  mutating func endElement(_ element: XMLElementEnd) throws(Never) {}
  mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Never) {}
}
