/// Items of one list, with the section that repeats them.
///
/// A section that holds nothing but a list repeats its items, not the list: so they are counted on, and stand together.
struct RepeatedItems {
  /// Whether they are counted.
  let isNumbered: Bool
  /// The items.
  let items: [[OutlineBlock]]
  /// The section's start and end; `nil` where the list stands for itself.
  var section: (start: TemplateTag, end: TemplateTag)?

  /// The list that `block` is, alone; `nil` for other blocks.
  init?(_ block: OutlineBlock) {
    switch block {
    case .bullets(let items): (isNumbered, self.items) = (false, items)
    case .numbered(let items): (isNumbered, self.items) = (true, items)
    default: return nil
    }
  }

  /// The list with which `blocks` begin, and how many of the blocks it takes up; `nil` where they begin with none.
  static func first(of blocks: ArraySlice<OutlineBlock>) -> (list: RepeatedItems, count: Int)? {
    guard let first = blocks.first else { return nil }
    if let list = RepeatedItems(first) { return (list, 1) }
    guard blocks.count >= 3, case .tag(let start) = first, start.kind == .section,
      case .tag(let end) = blocks[blocks.startIndex + 2], end.kind == .end,
      var list = RepeatedItems(blocks[blocks.startIndex + 1])
    else { return nil }
    list.section = (start, end)
    return (list, 3)
  }
}
