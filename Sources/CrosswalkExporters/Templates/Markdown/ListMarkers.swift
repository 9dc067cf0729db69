/// Keeps lists apart that follow each other with nothing between: Markdown reads items with the same marker as one list.
struct ListMarkers {
  /// The last item of a list that may go on.
  private struct Open {
    let item: MarkdownLine.Item
    let isOther: Bool
  }

  /// The lists that the last line belongs to, by where their items begin.
  private var open: [Int: Open] = [:]
  private var isInNote = false

  /// `line` with the marker that its item needs.
  mutating func marked(_ line: MarkdownLine) -> MarkdownLine {
    if line.isBlank { return line }
    if line.isInNote != isInNote { open.removeAll() }
    isInNote = line.isInNote
    guard let item = line.item else {
      open = open.filter { $0.key < line.start }
      return line
    }
    open = open.filter { $0.key <= line.start }
    var isOther = false
    if let last = open[line.start], last.item.isNumbered == item.isNumbered {
      isOther = last.isOther != (last.item.list != item.list)
    }
    open[line.start] = Open(item: item, isOther: isOther)
    var marked = line
    // A line that ends behind its marker has lost the blank.
    let marker = item.marker(isOther: isOther).prefix(line.text.count - line.start)
    marked.text.replaceSubrange(line.start..<(line.start + marker.count), with: marker)
    return marked
  }
}
