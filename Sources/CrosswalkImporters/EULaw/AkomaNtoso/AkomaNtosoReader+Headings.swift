import CrosswalkModel

extension AkomaNtosoReader {
  /// Decides what the innermost element becomes, now that its first child is known, and ends its title.
  mutating func settle(before child: String) {
    guard let last = open.indices.last else { return }
    var parent = open[last]
    if parent.isHeld {
      parent.isHeld = false
      switch parent.role {
      case .held(let numbered, let other):
        push(child == "num" ? numbered : other, &parent, identifier: true)
      case .row:
        if let table = open.lastIndex(where: { $0.name == "table" }) { open[table].grid.beginRow() }
        act.begin(element(.row, parent, [.type: child == "th" ? "HEADER" : nil]))
        parent.begun += 1
      default: break
      }
    }
    if parent.hasOpenTitle, child != "num", child != "heading", child != "subheading" {
      parent.hasOpenTitle = false
      act.end()
    }
    open[last] = parent
  }

  /// A number or a heading is what the element around it makes of it.
  mutating func beginHeading(_ opened: inout Open) {
    guard let last = open.indices.last else { return push(.block, &opened) }
    let isNumber = opened.role == .number && open[last].numbers == 0
    open[last].numbers += 1
    switch open[last].role {
    case .division, .element(.consolidatedAnnex):
      if !open[last].hasOpenTitle {
        open[last].hasOpenTitle = true
        act.begin(element(.title, opened))
      }
      push(isNumber ? .titleLine : .subtitleLine, &opened)
    case .element(.article), .held(numbered: .article, else: _):
      push(isNumber ? .articleNumber : .articleTitle, &opened)
    case .held where isNumber: push(.paragraphNumber, &opened)
    case .wrapped where isNumber: push(.numberOfPoint, &opened)
    default: push(opened.role == .number ? .numberOfPoint : .block, &opened)
    }
  }

  mutating func beginCell(_ opened: inout Open, _ attributes: Attributes) {
    let columns = attributes["colspan"].flatMap { Int($0) } ?? 1
    let rows = attributes["rowspan"].flatMap { Int($0) } ?? 1
    var column = 1
    if let table = open.lastIndex(where: { $0.name == "table" }) {
      column = open[table].grid.cell(columns: columns, rows: rows)
    }
    act.begin(element(.cell, opened, [.column: String(column), .rowSpan: String(rows)]))
    opened.begun = 1
  }

  mutating func beginNote(_ opened: inout Open, _ attributes: Attributes) {
    act.begin(element(.note, opened, [.noteMark: attributes["marker"], .noteID: opened.identifier]))
    opened.begun = 1
  }

  /// A reference to a note that the metadata holds brings that note to its place.
  mutating func writeNote(_ opened: inout Open, _ attributes: Attributes) {
    let id = attributes["href"].map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 } ?? ""
    guard let text = notes[id] else {
      act.writer.text.leaveOut(element(nil, opened), why: "the document has no note \"\(id)\"")
      return
    }
    act.begin(element(.note, opened, [.noteMark: attributes["marker"], .noteID: id]))
    write(text)
    opened.begun = 1
  }
}
