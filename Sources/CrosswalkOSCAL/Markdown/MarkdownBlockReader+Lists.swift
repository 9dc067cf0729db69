/// Lists and tables.
extension MarkdownBlockReader {
  // MARK: Lists

  mutating func takeList(_ first: MarkdownText.Marker) {
    var items: [OSCALElement.Content] = []
    while index < lines.count, let marker = lines[index].marker, !lines[index].isRule,
      marker.mark == first.mark, (marker.number == nil) == (first.number == nil)
    {
      items.append(.element(OSCALElement("li", [], takeItem(marker), at: location)))
      // Blank lines between items belong to nothing.
      var next = index
      while next < lines.count, lines[next].isEmpty { next += 1 }
      guard next < lines.count, lines[next].marker?.mark == first.mark else { break }
      index = next
    }
    let start = first.number.flatMap { $0 == 1 ? nil : OSCALElement.Attribute("start", String($0)) }
    append(first.number == nil ? "ul" : "ol", items, start.map { [$0] } ?? [])
  }

  /// The content of the item that begins in the current line.
  private mutating func takeItem(_ marker: MarkdownText.Marker) -> [OSCALElement.Content] {
    let first = lines[index].bytes
    var inner = [MarkdownText(bytes: first.dropFirst(min(marker.width, first.count)))]
    index += 1
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        guard let next = lines[index...].first(where: { !$0.isEmpty }), next.indent >= marker.width else {
          break
        }
      } else if line.indent < marker.width {
        // A line of a paragraph may go on without its indentation.
        let follows = inner.last?.isEmpty == false
        guard follows, line.marker == nil, !line.interruptsParagraph(canNest: true) else { break }
      }
      inner.append(line.dropping(indent: marker.width))
      index += 1
    }
    return content(ofItem: inner)
  }

  /// A paragraph of an item stands in it without an element of its own, unless blank lines part its blocks.
  private func content(ofItem lines: [MarkdownText]) -> [OSCALElement.Content] {
    let blocks = Self.read(lines, at: location, depth: depth + 1)
    let isTight = !lines.contains(where: \.isEmpty)
    guard isTight || blocks.count <= 1 else { return blocks }
    return blocks.flatMap { block in
      if case .element(let element) = block, element.name == "p" { element.content } else { [block] }
    }
  }

  // MARK: Tables

  /// Whether a header row and the line that underlines it follow.
  var isTable: Bool {
    guard index + 1 < lines.count, lines[index].bytes.contains(UInt8(ascii: "|")) else { return false }
    return Self.alignments(lines[index + 1]) != nil
  }

  mutating func takeTable() {
    let alignments = Self.alignments(lines[index + 1]) ?? []
    var rows = [row(lines[index], "th", alignments)]
    index += 2
    while index < lines.count, !lines[index].isEmpty, lines[index].bytes.contains(UInt8(ascii: "|")) {
      rows.append(row(lines[index], "td", alignments))
      index += 1
    }
    append("table", rows)
  }

  private func row(_ line: MarkdownText, _ name: String, _ alignments: [String?]) -> OSCALElement.Content {
    let cells = Self.cells(line).enumerated().map { position, cell in
      let alignment = position < alignments.count ? alignments[position] : nil
      return OSCALElement.Content.element(
        OSCALElement(
          name, alignment.map { [.init("align", $0)] } ?? [], MarkdownLineReader.read(cell, at: location),
          at: location))
    }
    return .element(OSCALElement("tr", [], cells, at: location))
  }

  /// The alignment of each column, `nil` where it says none; `nil` for a line that underlines no header row.
  private static func alignments(_ line: MarkdownText) -> [String?]? {
    guard line.bytes.contains(UInt8(ascii: "-")),
      line.bytes.allSatisfy({ $0.isBlank || "-:|".utf8.contains($0) }),
      line.bytes.contains(UInt8(ascii: "|"))
    else { return nil }
    let cells = cells(line)
    guard cells.allSatisfy({ $0.contains(UInt8(ascii: "-")) }) else { return nil }
    return cells.map { cell in
      switch (cell.first == UInt8(ascii: ":"), cell.last == UInt8(ascii: ":")) {
      case (true, true): "center"
      case (true, false): "left"
      case (false, true): "right"
      case (false, false): nil
      }
    }
  }

  /// The cells of a row, without the blanks around them; `\|` is a bar in a cell.
  private static func cells(_ line: MarkdownText) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in line.trimmedStart {
      if byte == UInt8(ascii: "|"), previous == UInt8(ascii: "\\") {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(byte)
      } else if byte == UInt8(ascii: "|") {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      previous = byte
    }
    if cells.first?.allSatisfy(\.isBlank) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isBlank) == true { cells.removeLast() }
    return cells.map { cell in
      var cell = cell[...]
      while cell.first?.isBlank == true { cell.removeFirst() }
      while cell.last?.isBlank == true { cell.removeLast() }
      return Array(cell)
    }
  }
}
