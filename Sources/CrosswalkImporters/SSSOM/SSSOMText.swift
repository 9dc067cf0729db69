import CrosswalkModel
import CrosswalkReaders

/// A file of mappings taken apart: the lines of its metadata, and its table.
struct SSSOMText {
  /// The metadata lines, without their `#`.
  var metadata: [YAMLLine]
  /// The table; an empty line stands for each metadata line, so that places stay right.
  var table: SourceFile

  /// Lines that metadata may have; published sets stay below a few hundred.
  static let mostLines = 10_000

  /// Takes `file` apart.
  ///
  /// - Throws: ``ImportError`` for metadata that is too long, no UTF-8 or has a NUL.
  init(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) {
    let bytes = try Self.bytes(of: file, limits: limits)
    var reader = LineReader(bytes, file: file.name)
    metadata = []
    while reader.nextByte == UInt8(ascii: "#") {
      let line = try reader.next()
      metadata.append(YAMLLine(line.dropFirst(), number: reader.number, start: reader.column + 1))
    }
    let body = [UInt8](repeating: 0x0A, count: metadata.count) + bytes[reader.place...]
    table = SourceFile(name: file.name, bytes: body)
  }

  /// The lines of a metadata file of its own.
  static func lines(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> [YAMLLine] {
    var reader = LineReader(try bytes(of: file, limits: limits), file: file.name)
    var lines: [YAMLLine] = []
    while reader.nextByte != nil {
      let line = try reader.next()
      lines.append(YAMLLine(line, number: reader.number, start: reader.column))
    }
    return lines
  }

  private static func bytes(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> [UInt8] {
    do { return try file.bytes(limits: limits) } catch { throw ImportError(error) }
  }

  /// Whether a file that begins like this is a set of mappings.
  ///
  /// Cost: one pass over the metadata, without reading it.
  static func isMappings(_ file: SourceFile, limits: ReadingLimits) throws(ImportError) -> Bool {
    let bytes = try bytes(of: file, limits: limits)
    var reader = LineReader(bytes, file: file.name)
    var hasSlot = false
    while reader.nextByte == UInt8(ascii: "#") {
      let line = reader.skip().drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
      hasSlot = hasSlot || Self.signs.contains { line.starts(with: $0.utf8) }
    }
    if hasSlot { return true }
    let header = reader.nextByte == nil ? [] : reader.skip()
    let names = header.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
    return names.contains("predicate_id")
      && (names.contains("object_id") || names.contains("mapping_justification"))
  }

  private static let signs = ["curie_map:", "mapping_set_id:", "sssom_version:"]
}

/// Lines of a text that is held in memory.
private struct LineReader {
  private let bytes: [UInt8]
  private let file: String
  /// Where the next line begins.
  private(set) var place: Int
  /// Number of the line read last, from 1.
  private(set) var number = 0
  /// Column of the first byte of the line read last.
  let column = 1

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var nextByte: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The bytes of the next line, without its end.
  mutating func skip() -> ArraySlice<UInt8> {
    let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let line = bytes[place..<end]
    place = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { place = end + 2 }
    number += 1
    return line
  }

  mutating func next() throws(ImportError) -> Substring {
    let line = skip()
    guard number <= SSSOMText.mostLines else {
      throw ImportError(
        .malformedMetadata("the metadata has more than \(SSSOMText.mostLines) lines"),
        at: SourceLocation(file: file, line: number, column: 1))
    }
    if let nul = line.firstIndex(of: 0) { throw ImportError(ReadingError(.nulByte, at: location(nul, line))) }
    guard let text = String(validating: line, as: UTF8.self) else {
      let place = Self.wrongByte(line) ?? line.startIndex
      throw ImportError(
        ReadingError(.invalidText(encoding: "UTF-8", offset: place), at: location(place, line)))
    }
    return Substring(text)
  }

  /// Where decoding first goes wrong.
  private static func wrongByte(_ line: ArraySlice<UInt8>) -> Int? {
    var decoder = UTF8()
    var iterator = line.makeIterator()
    var place = line.startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): place += UTF8.width(scalar)
      case .error: return place
      case .emptyInput: return nil
      }
    }
  }

  private func location(_ index: Int, _ line: ArraySlice<UInt8>) -> SourceLocation {
    SourceLocation(file: file, line: number, column: index - line.startIndex + 1)
  }
}
