import CLibXML2

/// An error of libxml2 in the readers' words.
struct XMLFault {
  private let reason: ReadingError.Reason
  private let offset: Int

  /// `nil` for a mere warning.
  init?(_ error: xmlError, _ state: borrowing XMLParserState) {
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return nil }
    let message = Self.sentence(error.message)
    offset = Self.offset(of: error, state)
    switch UInt32(bitPattern: error.code) {
    case XML_ERR_DOCUMENT_EMPTY.rawValue where state.isBlank: reason = .empty
    case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue: reason = Self.ending(state)
    case XML_ERR_NAME_TOO_LONG.rawValue: reason = .nameTooLong(limit: state.limits.nameBytes)
    default:
      let isAboutNames = error.domain == Int32(bitPattern: XML_FROM_NAMESPACE.rawValue)
      reason = isAboutNames ? .namespace(message) : .malformed(message)
    }
  }

  /// Stops the parser.
  func stop(_ state: inout XMLParserState) { state.fail(reason, at: offset) }

  /// The document ended too early or too late; libxml2 has one message for both.
  static func ending(_ state: borrowing XMLParserState) -> ReadingError.Reason {
    if state.depth > 0 {
      let name = state.context.pointee.name.map { String(cString: $0) } ?? ""
      return .unclosedElement(name)
    }
    if state.elements > 0 { return .contentAfterRoot }
    return state.isBlank ? .empty : .malformed("the document has no element")
  }

  /// Where the parser noticed the fault, or, where it is known to begin earlier, its beginning.
  private static func offset(of error: xmlError, _ state: borrowing XMLParserState) -> Int {
    let offset = state.parserOffset
    switch UInt32(bitPattern: error.code) {
    case XML_ERR_TAG_NAME_MISMATCH.rawValue: return state.tagOffset
    case XML_ERR_UNDECLARED_ENTITY.rawValue:
      return state.text.window.lastOffset(of: UInt8(ascii: "&"), before: offset) ?? offset
    default: return offset
    }
  }

  /// The message without the line feed that libxml2 ends it with, and without a full stop.
  private static func sentence(_ message: UnsafeMutablePointer<CChar>?) -> String {
    guard let message else { return "not well-formed" }
    var text = Substring(String(cString: message))
    while let last = text.last, last.isNewline || last == " " || last == "." { text.removeLast() }
    return String(text)
  }
}

extension XMLParserState {
  /// Whether there was nothing but white space.
  var isBlank: Bool { text.kind == .empty && !scanner.sawMarkup }
}
