import CrosswalkModel

/// Finds a stored text by its bytes: a hash table that makes no `String`.
struct SpanTable {
  private struct Entry {
    var span: TextSpan
    var hash: UInt64
    var value: Int32
  }

  private var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)

  /// The value of `key`; where there is none, `value` becomes it and `key` is stored in `arena`.
  ///
  /// - Returns: The span of the key, its value, and whether it stood in the table before. Cost: O(length).
  mutating func insert(
    _ key: UnsafeRawBufferPointer, value: Int32, in arena: inout TextArena
  ) -> (span: TextSpan, value: Int32, wasThere: Bool) {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash: hash, in: arena)
    if slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      return (entry.span, entry.value, true)
    }
    let span = arena.store(key)
    add(Entry(span: span, hash: hash, value: value), at: slot)
    return (span, value, false)
  }

  /// The value of a text that is stored already; where there is none, `value` becomes it.
  mutating func insert(_ span: TextSpan, value: Int32, in arena: TextArena) -> Int32? {
    arena.bytes.withUnsafeBytes { bytes in
      let key = UnsafeRawBufferPointer(
        rebasing: bytes[Int(span.offset)..<Int(span.offset) + Int(span.length)])
      let hash = Self.hash(key)
      let slot = slot(of: key, hash: hash, in: arena)
      if slots[slot] >= 0 { return entries[Int(slots[slot])].value }
      add(Entry(span: span, hash: hash, value: value), at: slot)
      return nil
    }
  }

  /// Gives `span`, which is in the table, another value.
  mutating func setValue(_ value: Int32, of span: TextSpan, in arena: TextArena) {
    let slot = arena.bytes.withUnsafeBytes { bytes in
      let key = UnsafeRawBufferPointer(
        rebasing: bytes[Int(span.offset)..<Int(span.offset) + Int(span.length)])
      return self.slot(of: key, hash: Self.hash(key), in: arena)
    }
    if slots[slot] >= 0 { entries[Int(slots[slot])].value = value }
  }

  private mutating func add(_ entry: Entry, at slot: Int) {
    slots[slot] = Int32(entries.count)
    entries.append(entry)
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// The slot that holds `key`, or the empty one where it belongs.
  private func slot(of key: UnsafeRawBufferPointer, hash: UInt64, in arena: TextArena) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, Int(entry.span.length) == key.count, arena[entry.span].elementsEqual(key) {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Multiplies and folds eight bytes at a time, so that high bits reach the low ones, which choose the slot.
  private static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(key.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= key.count {
      hash = mixed(hash ^ key.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    while index < key.count {
      tail = tail << 8 | UInt64(key[index])
      index += 1
    }
    return mixed(hash ^ tail)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
