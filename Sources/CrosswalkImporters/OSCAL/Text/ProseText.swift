/// Collects mixed content as plain text: paragraphs on lines of their own, blanks collapsed, list items
/// marked, quotation marks in place of `<q>`, and the places where parameters are inserted.
struct ProseText {
  /// A place in the text where the text of a parameter belongs.
  struct Insert {
    /// Bytes before it.
    var offset: Int
    /// Row of the parameter in the table.
    var parameter: Int32
    var mark: TextMark
  }

  /// What stands between the text so far and the next character.
  private enum Gap { case none, blank, line }

  private(set) var bytes: [UInt8] = []
  private(set) var inserts: [Insert] = []
  private var gap = Gap.line
  private var lists: [ListMark] = []
  /// The item that has begun and has no text yet.
  private var openItem = false
  private var preformatted = 0

  /// Whether nothing was written.
  var isEmpty: Bool { bytes.isEmpty && inserts.isEmpty }

  /// Forgets everything but the room it took.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    inserts.removeAll(keepingCapacity: true)
    gap = .line
    lists.removeAll(keepingCapacity: true)
    openItem = false
    preformatted = 0
  }

  /// Appends text, with each run of blanks as one.
  mutating func append(_ text: UnsafeRawBufferPointer) {
    guard preformatted == 0 else { return appendLines(text) }
    var index = 0
    while index < text.count {
      if text[index].isXMLBlank {
        if gap == .none { gap = .blank }
        index += 1
        continue
      }
      if gap != .none { closeGap() }
      let end = text.endOfTidyRun(from: index)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[index..<end]))
      index = end
    }
  }

  /// Appends text whose lines and blanks are meant.
  private mutating func appendLines(_ text: UnsafeRawBufferPointer) {
    guard !text.isEmpty else { return }
    if gap != .none { closeGap() }
    bytes.append(contentsOf: text)
  }

  /// Appends a mark that the markup stands for.
  mutating func append(_ mark: StaticString) {
    append(UnsafeRawBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  /// Notes that the text of a parameter belongs here.
  mutating func insert(parameter: Int32, at mark: TextMark) {
    if gap != .none { closeGap() }
    inserts.append(Insert(offset: bytes.count, parameter: parameter, mark: mark))
  }

  /// Begins or ends a line.
  mutating func breakLine() { gap = .line }

  mutating func beginList(isOrdered: Bool) {
    lists.append(ListMark(isOrdered: isOrdered))
    gap = .line
  }

  mutating func endList() {
    lists.removeLast()
    gap = .line
  }

  mutating func beginItem() {
    if !lists.isEmpty { lists[lists.count - 1].number += 1 }
    openItem = true
    gap = .line
  }

  mutating func beginPreformatted() {
    preformatted += 1
    gap = .line
  }

  mutating func endPreformatted() {
    preformatted -= 1
    while let last = bytes.last, last.isXMLBlank, (inserts.last?.offset ?? 0) < bytes.count {
      bytes.removeLast()
    }
    gap = .line
  }

  private mutating func closeGap() {
    let isFirst = bytes.isEmpty && inserts.isEmpty
    switch gap {
    case .none: break
    case .blank: bytes.append(UInt8(ascii: " "))
    case .line:
      if !isFirst { bytes.append(UInt8(ascii: "\n")) }
      if openItem { appendItemMark() }
    }
    gap = .none
  }

  private mutating func appendItemMark() {
    openItem = false
    for _ in 1..<max(lists.count, 1) { bytes.append(contentsOf: [0x20, 0x20]) }
    if let list = lists.last, list.isOrdered {
      bytes.append(contentsOf: String(list.number).utf8)
      bytes.append(UInt8(ascii: "."))
    } else {
      bytes.append(UInt8(ascii: "-"))
    }
    bytes.append(UInt8(ascii: " "))
  }
}

/// One open list.
private struct ListMark {
  let isOrdered: Bool
  var number = 0
}
