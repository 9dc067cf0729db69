import Glibc

extension XMLScanner {
  /// A place in the bytes at hand.
  struct Cursor {
    let base: UnsafeRawPointer
    var index: Int
    let end: Int
    /// Offset of `base` in the text.
    let offset: Int
    private var nextDeclaration = -1
    private var nextInstruction = -1

    init(base: UnsafeRawPointer, index: Int, end: Int, offset: Int) {
      self.base = base
      self.index = index
      self.end = end
      self.offset = offset
    }

    subscript(index: Int) -> UInt8 { base.load(fromByteOffset: index, as: UInt8.self) }

    @inline(__always)
    func find(_ byte: Int32, from index: Int) -> Int? { find(byte, from: index, to: end) }

    @inline(__always)
    func find(_ byte: Int32, from index: Int, to limit: Int) -> Int? {
      guard index < limit else { return nil }
      return memchr(base + index, byte, limit - index).map { UnsafeRawPointer($0) - base }
    }

    /// Where the next `<!` or `<?` begins, or the end.
    ///
    /// The rare second byte is looked for, not the frequent first, and what was found holds until it is passed: all
    /// searches together read the bytes once.
    mutating func findSpecial(from index: Int) -> Int {
      if nextDeclaration < index { nextDeclaration = find(second: 0x21, from: index) ?? end }
      if nextInstruction < index { nextInstruction = find(second: 0x3F, from: index) ?? end }
      return min(nextDeclaration, nextInstruction)
    }

    private func find(second byte: Int32, from index: Int) -> Int? {
      var next = index + 1
      while let found = find(byte, from: next) {
        if self[found - 1] == 0x3C { return found - 1 }
        next = found + 1
      }
      return nil
    }

    /// Where `ending`, which ends with `>`, begins.
    func find(_ ending: StaticString, from index: Int) -> Int? {
      let length = ending.utf8CodeUnitCount
      var next = index + length - 1
      while next < end, let close = find(0x3E, from: next) {
        if has(ending, at: close - length + 1) { return close - length + 1 }
        next = close + 1
      }
      return nil
    }

    func has(_ text: StaticString, at index: Int) -> Bool {
      end - index >= text.utf8CodeUnitCount
        && memcmp(base + index, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
  }
}
