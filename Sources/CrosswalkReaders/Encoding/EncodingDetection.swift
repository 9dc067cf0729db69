import CrosswalkModel

/// Decides on the encoding of a file from its first bytes, or refuses it.
struct EncodingDetection {
  let encoding: TextEncoding
  /// Bytes of the byte order mark.
  let markLength: Int

  init(
    _ first: [UInt8], convention: TextStream.Convention, file: String
  ) throws(ReadingError) {
    let marked: TextEncoding?
    switch EncodingMark(first) {
    case .refused(let name): throw ReadingError(.encodingNotAllowed(name), file: file)
    case .mark(let encoding, let length):
      marked = encoding
      markLength = length
    case .none:
      marked = nil
      markLength = 0
    }
    switch convention {
    case .declared(let encoding): self.encoding = marked ?? encoding
    case .xml:
      let text = Self.narrow(first.dropFirst(markLength), encoding: marked)
      encoding = try Self.reconcile(marked, with: XMLDeclaration(text), file: file)
    }
  }

  /// The first KiB as one byte a character, which is all that a declaration needs.
  private static func narrow(_ bytes: ArraySlice<UInt8>, encoding: TextEncoding?) -> [UInt8] {
    guard let encoding, encoding.isUTF16 else { return Array(bytes.prefix(1 << 10)) }
    let low = encoding == .utf16LittleEndian ? 0 : 1
    return bytes.prefix(2 << 10).enumerated().filter { $0.offset % 2 == low }.map(\.element)
  }

  private static func reconcile(
    _ marked: TextEncoding?, with declaration: XMLDeclaration, file: String
  ) throws(ReadingError) -> TextEncoding {
    guard let name = declaration.encoding else { return marked ?? .utf8 }
    let location = SourceLocation(file: file, line: declaration.line, column: declaration.column)
    let isPlainUTF16 = name.uppercased() == "UTF-16"
    let declared = isPlainUTF16 ? marked.flatMap { $0.isUTF16 ? $0 : nil } : TextEncoding(declared: name)
    guard let declared else {
      if isPlainUTF16 { throw conflict(name, marked, at: location) }
      throw ReadingError(.encodingNotAllowed(name), at: location)
    }
    // UTF-16 is believed only with its mark: without one the bytes were read as ASCII just now.
    guard declared == (marked ?? (declared.isUTF16 ? .utf8 : declared)) else {
      throw conflict(name, marked, at: location)
    }
    return declared
  }

  private static func conflict(
    _ declared: String, _ found: TextEncoding?, at location: SourceLocation
  ) -> ReadingError {
    ReadingError(.encodingConflict(declared: declared, found: (found ?? .utf8).rawValue), at: location)
  }
}
