import CLibXML2

/// The names that a handler knows, found by the address at which libxml2 keeps them.
///
/// libxml2 keeps one copy of every name of a document in its dictionary. Looking the handler's names up there once
/// makes every later comparison a comparison of addresses; names that the document brings along never grow the table.
struct XMLNameTable: ~Copyable {
  private struct Slot {
    var address: UnsafePointer<xmlChar>?
    var index: Int
  }

  private let slots: UnsafeMutableBufferPointer<Slot>
  private let shift: UInt64
  /// The address of each name, by index.
  private let addresses: UnsafeMutableBufferPointer<UnsafePointer<xmlChar>?>

  /// Takes `names` into `dictionary`, which outlives the table; of two equal names the first counts.
  init(_ names: [String], dictionary: xmlDictPtr?) {
    var bits = 4
    while 1 << bits < names.count * 4 { bits += 1 }
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(address: nil, index: -1))
    shift = UInt64(64 - bits)
    addresses = .allocate(capacity: max(names.count, 1))
    addresses.initialize(repeating: nil)
    for (index, name) in names.enumerated() {
      guard let address = xmlDictLookup(dictionary, name, -1) else { continue }
      addresses[index] = address
      insert(address, index: index)
    }
  }

  deinit {
    slots.deallocate()
    addresses.deallocate()
  }

  /// The index of the name at `address`, or -1.
  @inline(__always)
  func index(of address: UnsafePointer<xmlChar>?) -> Int {
    var slot = firstSlot(address)
    while true {
      let entry = slots[slot]
      if entry.address == address || entry.address == nil { return entry.index }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The address of the name with this index; `nil` for an index that is none.
  @inline(__always)
  func address(of index: Int) -> UnsafePointer<xmlChar>? {
    addresses.indices.contains(index) ? addresses[index] : nil
  }

  @inline(__always)
  private func firstSlot(_ address: UnsafePointer<xmlChar>?) -> Int {
    let key = UInt64(UInt(bitPattern: address)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: key &>> shift)
  }

  private func insert(_ address: UnsafePointer<xmlChar>, index: Int) {
    var slot = firstSlot(address)
    while let taken = slots[slot].address {
      if taken == address { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(address: address, index: index)
  }
}
