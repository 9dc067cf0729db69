import CrosswalkModel

/// How the mapper sees one catalog: which rows require something, which of them holds which, and their names.
struct CatalogStructure {
  let catalog: Catalog
  private let rowByHash: [UInt64: Int32]
  /// Made when a name is not found as it stands: most graphs never need it.
  private var otherSpellings: LocalIndex?

  /// Reads the names of `catalog`, in one pass over their bytes.
  init(_ catalog: Catalog) {
    self.catalog = catalog
    var rowByHash: [UInt64: Int32] = [:]
    rowByHash.reserveCapacity(catalog.rows.count)
    for (index, row) in catalog.rows.enumerated() {
      rowByHash[catalog.withBytes(of: row.local, fowlerNollVo)] = Int32(index)
    }
    self.rowByHash = rowByHash
  }

  /// The row called `local`, in any spelling that names one row only.
  mutating func row(named local: String) -> Int? {
    let hash = fowlerNollVo(local.utf8)
    // Two names may share a hash: the bytes decide, and the full index has the last word.
    if let row = rowByHash[hash], catalog.string(catalog.rows[Int(row)].local) == local { return Int(row) }
    let index = otherSpellings ?? LocalIndex(catalog)
    otherSpellings = index
    guard case .one(let row) = index.match(local) else { return nil }
    return row
  }

  /// Whether the node in `row` takes part in reasoning.
  func requiresSomething(_ row: Int) -> Bool { catalog.rows[row].requiresSomething }

  /// The nearest node above `row` that requires all that `row` requires; `nil` at the top.
  ///
  /// A node that requires nothing of its own (an exception with duties below it) is passed over: what
  /// stands in it is still part of the article. An enhancement adds to its control and is part of nothing.
  func whole(of row: Int) -> Int? {
    var current = row
    while catalog.rows[current].kind.isPartOfItsParent {
      let parent = Int(catalog.rows[current].parent)
      guard parent >= 0 else { return nil }
      if requiresSomething(parent) { return parent }
      current = parent
    }
    return nil
  }

  /// All nodes that hold `row`, nearest first.
  func wholes(of row: Int) -> [Int] {
    var wholes: [Int] = []
    var current = row
    while let whole = whole(of: current) {
      wholes.append(whole)
      current = whole
    }
    return wholes
  }

  /// The nodes of which `row` is the nearest whole, in document order.
  func parts(of row: Int) -> [Int] {
    var parts: [Int] = []
    for child in catalog.children(of: row) where catalog.rows[Int(child)].kind.isPartOfItsParent {
      if requiresSomething(Int(child)) {
        parts.append(Int(child))
      } else {
        parts += self.parts(of: Int(child))
      }
    }
    return parts
  }
}

/// A 64-bit hash of bytes that is the same in every run (FNV-1a).
private func fowlerNollVo(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return hash
}
