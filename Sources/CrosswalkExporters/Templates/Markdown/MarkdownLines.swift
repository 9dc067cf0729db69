/// The lines of a Markdown document put together.
struct MarkdownLines {
  private var lines: [MarkdownLine] = []

  /// Appends a line; a paragraph of an item that has no words so far begins in the item's own line.
  mutating func append(_ line: MarkdownLine) {
    guard line.item == nil, !line.isBlank, let last = lines.lastIndex(where: { !$0.isBlank }),
      let item = lines[last].item, item.isHollow, line.isInside(lines[last])
    else { return lines.append(line) }
    lines.removeSubrange((last + 1)...)
    lines[last].text += [" "] + line.text[line.start...]
    lines[last].item?.isHollow = false
  }

  /// The document: at most one blank line between two others, and none of a note at its start or end.
  var document: String {
    var markers = ListMarkers()
    var kept: [MarkdownLine] = []
    for line in withoutHollowItems {
      let isAfterBlank = kept.last?.isBlank ?? true
      if line.isBlank {
        if !isAfterBlank { kept.append(line) }
        continue
      }
      if isAfterBlank, let blank = kept.indices.last {
        let isInside = line.isInNote && kept.dropLast().last?.isInNote == true
        if !isInside { kept[blank].text = [] }
      }
      kept.append(markers.marked(line))
    }
    if kept.last?.isBlank == true { kept.removeLast() }
    return kept.map { Self.text($0.text[...]) }.joined(separator: "\n") + "\n"
  }

  /// The lines without items that hold nothing.
  private var withoutHollowItems: [MarkdownLine] {
    var kept: [MarkdownLine] = []
    /// The next line that stays, blank lines aside.
    var following: MarkdownLine?
    for line in lines.reversed() {
      // Lists inside an item keep it.
      if line.item?.isHollow == true, following?.isInside(line) != true { continue }
      kept.append(line)
      if !line.isBlank { following = line }
    }
    return kept.reversed()
  }

  /// The text of `scalars`.
  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
