/// Writes one JSON document in UTF-8, two blanks an indent, its members in the order of the calls.
///
/// Calls come in document order: every member of an object is a name and a value.
public struct JSONDocumentWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// Whether nothing stands yet in the object or array that is open.
  private var isEmpty = true
  /// Whether a name was written whose value follows.
  private var isAfterName = false

  /// Begins a document.
  public init() {}

  /// Opens an object.
  public mutating func beginObject() { open("{") }
  /// Closes the object opened last.
  public mutating func endObject() { close("}") }
  /// Opens an array.
  public mutating func beginArray() { open("[") }
  /// Closes the array opened last.
  public mutating func endArray() { close("]") }

  /// Writes the name of a member.
  public mutating func name(_ name: String) {
    separate()
    append(quoted: name)
    bytes += [UInt8(ascii: ":"), 0x20]
    isAfterName = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    append(quoted: text)
  }

  /// Writes `text`, which is a number, `true`, `false` or `null` as JSON spells it.
  public mutating func word(_ text: String) {
    separate()
    bytes += Array(text.utf8)
  }

  /// Ends the document with a line end and gives its bytes.
  public consuming func finish() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  private mutating func open(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ mark: Unicode.Scalar) {
    depth -= 1
    if !isEmpty { newLine() }
    bytes.append(UInt8(ascii: mark))
    isEmpty = false
  }

  /// Writes what stands between the value before and the next one.
  private mutating func separate() {
    defer { isEmpty = false }
    guard !isAfterName else {
      isAfterName = false
      return
    }
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { newLine() }
  }

  private mutating func newLine() {
    bytes.append(0x0A)
    bytes += [UInt8](repeating: 0x20, count: 2 * depth)
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case ..<0x20:
        let digits = String(byte, radix: 16)
        bytes +=
          Array("\\u".utf8) + Array(String(repeating: "0", count: 4 - digits.utf8.count).utf8)
          + Array(digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
