/// Where a cell lies inside of its row, in bytes from the beginning of the row, without outer quotes.
@usableFromInline
struct CSVSpan {
  @usableFromInline
  enum Form: UInt8 {
    case plain, quoted
    /// In quotes, with doubled quotes inside.
    case doubled
  }

  @usableFromInline var start: Int
  @usableFromInline var end: Int
  @usableFromInline var form: Form

  /// Where the cell begins, its opening quote included.
  var outerStart: Int { form == .plain ? start : start - 1 }
}

/// The cells of one row: a buffer that is filled again for every row.
struct CSVSpanBuffer: ~Copyable {
  private(set) var start: UnsafeMutablePointer<CSVSpan>
  private(set) var count = 0
  private var capacity = 64

  init() { start = .allocate(capacity: capacity) }
  deinit { start.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ span: CSVSpan) {
    if count == capacity { grow() }
    (start + count).initialize(to: span)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<CSVSpan>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    (start, capacity) = (larger, 2 * capacity)
  }
}
