extension CSVDelimiter {
  /// What a table says about its delimiter.
  struct Finding: Equatable {
    let delimiter: CSVDelimiter
    /// Bytes of a first line `sep=…`, its line end included.
    let prefixLength: Int
  }

  /// Finds the delimiter of the table that begins with `bytes`.
  ///
  /// A first line `sep=;`, as spreadsheets write it, decides. Else the candidate that splits the first row into the
  /// most cells, those first that split the second row into as many. A table of one column has commas.
  static func find(in bytes: UnsafeRawBufferPointer) -> Finding {
    if let named = named(in: bytes) { return named }
    let rows = Table(bytes).firstRows
    let candidates = allCases.map { delimiter in
      (delimiter: delimiter, counts: rows.map { $0[delimiter] ?? 0 })
    }
    let split = candidates.filter { ($0.counts.first ?? 0) > 0 }
    let agreeing = split.filter { candidate in candidate.counts.allSatisfy { $0 == candidate.counts.first } }
    var best: (delimiter: CSVDelimiter, counts: [Int])?
    for candidate in agreeing.isEmpty ? split : agreeing
    where candidate.counts.first ?? 0 > best?.counts.first ?? 0 {
      best = candidate
    }
    return Finding(delimiter: best?.delimiter ?? .comma, prefixLength: 0)
  }

  private static func named(in bytes: UnsafeRawBufferPointer) -> Finding? {
    guard bytes.count >= 5, bytes.prefix(4).elementsEqual("sep=".utf8),
      let delimiter = Self(rawValue: bytes[4])
    else { return nil }
    let rest = bytes.dropFirst(5).prefix(2)
    switch (rest.first, rest.dropFirst().first) {
    case (0x0D, 0x0A): return Finding(delimiter: delimiter, prefixLength: 7)
    case (0x0D, _), (0x0A, _): return Finding(delimiter: delimiter, prefixLength: 6)
    case (nil, _): return Finding(delimiter: delimiter, prefixLength: 5)
    default: return nil
    }
  }

  /// How often each delimiter stands outside of quotes in the first two rows.
  private struct Table {
    private(set) var firstRows: [[CSVDelimiter: Int]] = []

    init(_ bytes: UnsafeRawBufferPointer) {
      var row: [CSVDelimiter: Int] = [:]
      var isQuoted = false
      var isBlank = true
      for byte in bytes where firstRows.count < 2 {
        let isLineEnd = !isQuoted && (byte == 0x0A || byte == 0x0D)
        if byte == 0x22 { isQuoted.toggle() }
        if isLineEnd && !isBlank { firstRows.append(row) }
        if isLineEnd { (row, isBlank) = ([:], true) } else { isBlank = false }
        if !isQuoted, let delimiter = CSVDelimiter(rawValue: byte) { row[delimiter, default: 0] += 1 }
      }
      if firstRows.isEmpty { firstRows.append(row) }
    }
  }
}
