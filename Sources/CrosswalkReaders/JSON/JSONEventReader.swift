import CrosswalkModel

/// Reads a JSON document as a stream of events, strictly, bounded, and with exact places.
///
/// Nothing beside RFC 8259 passes: no trailing comma, comment, `NaN` or second value; a name that stands twice in
/// one object is refused too. The text is UTF-8 with or without a byte order mark, or UTF-16 with one. Memory: some
/// 200 KiB, the largest single string, and the names of the objects that are open.
///
/// - Complexity: Linear in the text.
public struct JSONEventReader: ~Copyable {
  /// What may come next.
  private enum Expected {
    case value, firstName, name, colon, firstElement, element, separator, end
  }

  /// An object with the names it has so far, or an array.
  private struct Container {
    var isObject: Bool
    var names: [String: TextPlace] = [:]
  }

  let limits: ReadingLimits
  var text: TextStream
  /// Offset in the text at which reading stands.
  var offset = 0
  /// Offset at which the token begins that is being read: the text from here on is kept.
  var tokenStart = 0
  private var expected = Expected.value
  private var open: [Container] = []
  private var values = 0

  /// Opens `file`.
  ///
  /// - Throws: ``ReadingError`` where it cannot be read, or is evidently something else than JSON.
  public init(_ file: SourceFile, limits: ReadingLimits = .standard) throws(ReadingError) {
    try self.init(file, limits: limits, pieceSize: 64 << 10)
  }

  /// Tests take small pieces, so that every border is met.
  init(_ file: SourceFile, limits: ReadingLimits, pieceSize: Int) throws(ReadingError) {
    let text = try TextStream(file, convention: .declared(.utf8), limits: limits, pieceSize: pieceSize)
    switch text.kind {
    case .gzip, .zip, .html, .xml: throw ReadingError(.notJSON(text.kind), file: file.name)
    case .empty: throw ReadingError(.empty, file: file.name)
    case .json, .text, .binary: break
    }
    self.limits = limits
    self.text = text
  }

  /// The next event; `nil` when the document has ended.
  ///
  /// - Throws: ``ReadingError`` at the first fault of the text.
  public mutating func next() throws(ReadingError) -> JSONEvent? {
    while true {
      try skipBlanks()
      switch expected {
      case .value: return try value()
      case .firstName:
        if current == UInt8(ascii: "}") { return try close(.endObject) }
        return try name(else: .nameExpected)
      case .name: return try name(else: current == UInt8(ascii: "}") ? .trailingComma : .nameExpected)
      case .colon:
        guard current == UInt8(ascii: ":") else { throw fault(.colonExpected) }
        offset += 1
        expected = .value
      case .firstElement:
        return current == UInt8(ascii: "]") ? try close(.endArray) : try value()
      case .element:
        if current == UInt8(ascii: "]") { throw fault(.trailingComma) }
        return try value()
      case .separator:
        if let event = try separator() { return event }
      case .end:
        if current != nil { throw fault(.contentAfterValue) }
        return nil
      }
    }
  }

  // MARK: Structure

  private mutating func separator() throws(ReadingError) -> JSONEvent? {
    guard let isObject = open.last?.isObject else { return nil }
    switch current {
    case UInt8(ascii: ","):
      offset += 1
      expected = isObject ? .name : .element
      return nil
    case UInt8(ascii: "}") where isObject: return try close(.endObject)
    case UInt8(ascii: "]") where !isObject: return try close(.endArray)
    default: throw fault(.commaExpected)
    }
  }

  private mutating func close(_ kind: JSONEvent.Kind) throws(ReadingError) -> JSONEvent {
    let event = event(kind, at: text.window.place(of: offset))
    offset += 1
    open.removeLast()
    endValue()
    return event
  }

  private mutating func endValue() { expected = open.isEmpty ? .end : .separator }

  private mutating func name(else missing: JSONFault) throws(ReadingError) -> JSONEvent {
    guard current == UInt8(ascii: "\"") else { throw fault(missing) }
    let place = text.window.place(of: offset)
    let limit = limits.nameBytes
    let name = try string(limit: limit, tooLong: .nameTooLong(limit: limit))
    let container = open.count - 1
    if let first = open[container].names.updateValue(place, forKey: name) {
      let firstSeen = SourceLocation(file: text.name, line: first.line, column: first.column)
      throw error(.duplicateName(name, firstSeen: firstSeen), at: place)
    }
    guard open[container].names.count <= limits.jsonNames else {
      throw error(.tooManyNames(limit: limits.jsonNames), at: place)
    }
    expected = .colon
    return event(.name(name), at: place)
  }

  // MARK: Values

  private mutating func value() throws(ReadingError) -> JSONEvent {
    let place = text.window.place(of: offset)
    values += 1
    guard values <= limits.elements else { throw error(.tooManyValues(limit: limits.elements), at: place) }
    switch current {
    case UInt8(ascii: "{"): return try begin(.beginObject, at: place)
    case UInt8(ascii: "["): return try begin(.beginArray, at: place)
    case UInt8(ascii: "\""):
      let limit = limits.textBytes
      let string = try string(limit: limit, tooLong: .textTooLong(limit: limit))
      endValue()
      return event(.string(string), at: place)
    default:
      let kind = try word()
      endValue()
      return event(kind, at: place)
    }
  }

  private mutating func begin(_ kind: JSONEvent.Kind, at place: TextPlace) throws(ReadingError) -> JSONEvent {
    guard open.count < limits.depth else { throw error(.valuesTooDeep(limit: limits.depth), at: place) }
    offset += 1
    open.append(Container(isObject: kind == .beginObject))
    expected = kind == .beginObject ? .firstName : .firstElement
    return event(kind, at: place)
  }

  private func event(_ kind: JSONEvent.Kind, at place: TextPlace) -> JSONEvent {
    JSONEvent(kind: kind, line: place.line, column: place.column)
  }

  // MARK: Errors

  private func error(_ reason: ReadingError.Reason, at place: TextPlace) -> ReadingError {
    ReadingError(reason, at: SourceLocation(file: text.name, line: place.line, column: place.column))
  }

  /// A fault where reading stands; at the end of the text the fault is that it ends.
  mutating func fault(_ fault: JSONFault) -> ReadingError {
    guard let current else { return text.error(.malformedJSON(.unclosedValue), at: offset) }
    let seen: JSONFault =
      switch current {
      case UInt8(ascii: "/"): .comment
      case UInt8(ascii: "'"): .singleQuote
      default: fault
      }
    return text.error(.malformedJSON(seen), at: offset)
  }
}
