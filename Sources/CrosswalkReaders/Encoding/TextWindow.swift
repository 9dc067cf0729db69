/// The part of a decoded text that is still needed, as one run of bytes in memory, and where it lies in the text.
///
/// Offsets count bytes of decoded text from its beginning. Bytes from `end` on were read but not yet found to be
/// whole, valid characters.
struct TextWindow: ~Copyable {
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int
  /// Offset of the first byte in `storage`.
  private var storageOffset = 0
  /// Offset after the last valid byte.
  private(set) var end = 0
  /// Offset after the last byte that was read.
  private(set) var filled = 0
  /// The first byte that is kept: nothing before it will be asked for.
  private var anchor = TextPlace()
  /// The place that was asked for last, since the next one mostly follows it.
  private var recent = TextPlace()

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    storage = UnsafeMutableRawPointer.allocate(byteCount: self.capacity, alignment: 64)
  }

  deinit { storage.deallocate() }

  /// Offset of the first byte that is kept.
  var start: Int { anchor.offset }

  /// The valid bytes from `offset` on; they stay where they are until the window is filled again.
  func bytes(from offset: Int) -> UnsafeRawBufferPointer { bytes(from: offset, to: end) }

  /// The bytes from `offset` to `end`, which lie inside the window.
  func bytes(from offset: Int, to end: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: storage + (offset - storageOffset), count: end - offset)
  }

  /// Bytes that were read and not yet found valid.
  var unchecked: UnsafeRawBufferPointer { bytes(from: end, to: filled) }

  /// Room for `count` more bytes after the last one.
  mutating func room(for count: Int) -> UnsafeMutableRawBufferPointer {
    let kept = filled - start
    if filled - storageOffset + count > capacity {
      // Moving only when at least as much is dead as lives keeps the whole linear, however long a construct is.
      if start - storageOffset >= kept && kept + count <= capacity {
        storage.copyMemory(from: storage + (start - storageOffset), byteCount: kept)
      } else {
        capacity = max(2 * kept, kept + count)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64)
        larger.copyMemory(from: storage + (start - storageOffset), byteCount: kept)
        storage.deallocate()
        storage = larger
      }
      storageOffset = start
    }
    return UnsafeMutableRawBufferPointer(start: storage + (filled - storageOffset), count: count)
  }

  /// Takes `count` bytes that were written into the room.
  mutating func fill(_ count: Int) { filled += count }

  /// Takes `count` of the unchecked bytes as valid.
  mutating func accept(_ count: Int) { end += count }

  /// Lets go of everything before `offset`.
  mutating func discard(before offset: Int) {
    anchor = place(of: offset)
  }

  /// The place at `offset`, which lies inside the window or at its end.
  ///
  /// - Complexity: O(distance) from the place that was asked for before, when that lies before `offset`; else from
  ///   the start of the window.
  mutating func place(of offset: Int) -> TextPlace {
    let target = min(max(offset, start), end)
    if recent.offset < start || recent.offset > target { recent = anchor }
    recent.advance(over: bytes(from: recent.offset, to: target))
    return recent
  }

  /// Offset of the last `byte` in the window before `offset`.
  func lastOffset(of byte: UInt8, before offset: Int) -> Int? {
    var index = min(max(offset, start), end)
    while index > start {
      index -= 1
      if storage.load(fromByteOffset: index - storageOffset, as: UInt8.self) == byte { return index }
    }
    return nil
  }
}
