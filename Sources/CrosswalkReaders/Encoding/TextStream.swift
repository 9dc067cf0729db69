import CrosswalkModel
import Glibc

/// The text of a source file as UTF-8, decoded and checked piece by piece, with exact places.
///
/// What comes before a wrong byte is delivered first and the error after it, so that an earlier fault of the
/// format is reported before a later one of the encoding.
struct TextStream: ~Copyable {
  /// How a file without a byte order mark says its encoding.
  enum Convention {
    /// The XML declaration says it, else it is UTF-8.
    case xml
    /// The caller says it.
    case declared(TextEncoding)
  }

  /// The file as messages name it.
  let name: String
  /// What the file is, judged by its first bytes.
  let kind: SourceKind
  let encoding: TextEncoding
  /// The text that was read and is still needed.
  var window: TextWindow

  private var source: ByteStream
  private let pieceSize: Int
  /// Bytes of the file that are not yet text: the beginning of a character, for encodings other than UTF-8.
  private var undecoded: [UInt8] = []
  /// Bytes of the file before `undecoded`, or before the text of the window for UTF-8.
  private var fileOffset: Int
  private var fault: ReadingError?
  private var isAtEnd = false

  /// Opens `file` and decides on its encoding; the window is still empty.
  init(
    _ file: SourceFile, convention: Convention, limits: ReadingLimits, pieceSize: Int
  ) throws(ReadingError) {
    var source = try file.open(limits: limits)
    let first = try source.peek(4 << 10)
    let kind = SourceKind(prefix: first[...])
    let detected = try EncodingDetection(first, convention: convention, file: file.name)
    source.skip(detected.markLength)
    name = file.name
    self.kind = kind
    self.source = source
    self.pieceSize = pieceSize
    encoding = detected.encoding
    fileOffset = detected.markLength
    window = TextWindow(capacity: 2 * pieceSize)
  }

  /// Reads the next piece into the window.
  ///
  /// - Returns: `false` when the text has ended.
  mutating func readMore() throws(ReadingError) -> Bool {
    if let fault { throw fault }
    guard !isAtEnd else { return false }
    let count = encoding == .utf8 ? try readUTF8() : try readOther()
    if count == 0 {
      isAtEnd = true
      let leftover = encoding == .utf8 ? window.unchecked.count : undecoded.count
      if leftover > 0 { throw invalidText() }
    }
    return count > 0
  }

  /// An error about the place at `offset` of the text.
  mutating func error(_ reason: ReadingError.Reason, at offset: Int) -> ReadingError {
    let place = window.place(of: offset)
    return ReadingError(reason, at: SourceLocation(file: name, line: place.line, column: place.column))
  }

  private mutating func readUTF8() throws(ReadingError) -> Int {
    let count = try source.read(into: window.room(for: pieceSize))
    window.fill(count)
    acceptUTF8()
    return count
  }

  private mutating func acceptUTF8() {
    let (count, isInvalid) = UTF8Check.validPrefix(window.unchecked)
    acceptUpToNUL(count)
    if isInvalid && fault == nil { fault = invalidText() }
  }

  private mutating func readOther() throws(ReadingError) -> Int {
    let piece = try source.prefix(pieceSize)
    undecoded += piece
    decodeOther()
    return piece.count
  }

  private mutating func decodeOther() {
    let room = window.room(for: undecoded.count * TextDecoder.growth)
    let outcome = undecoded.withUnsafeBytes { TextDecoder(encoding: encoding).decode($0, into: room) }
    undecoded.removeFirst(outcome.read)
    fileOffset += outcome.read
    window.fill(outcome.written)
    acceptUpToNUL(outcome.written)
    if outcome.isInvalid && fault == nil { fault = invalidText() }
  }

  /// Takes `count` more bytes as text, or those before the first NUL, which no format here allows.
  private mutating func acceptUpToNUL(_ count: Int) {
    let bytes = UnsafeRawBufferPointer(rebasing: window.unchecked[..<count])
    guard let base = bytes.baseAddress, let nul = memchr(base, 0, count) else {
      window.accept(count)
      return
    }
    window.accept(UnsafeRawPointer(nul) - base)
    fault = error(.nulByte, at: window.end)
  }

  private mutating func invalidText() -> ReadingError {
    let offset = encoding == .utf8 ? fileOffset + window.end : fileOffset
    return error(.invalidText(encoding: encoding.rawValue, offset: offset), at: window.end)
  }
}
