import CrosswalkModel

extension FormexNodeWriter {
  /// Writes a table: its header row as its text, every other row as a node below it.
  ///
  /// Cells are joined with ` | `. A cell that spans rows stands in its first row only; the rows below carry it as a
  /// property named by the column's header, so that each can be read alone.
  mutating func write(table: FormexElement, number: Int, in holder: Holder) {
    let name = free(holder.name.part("table-\(number)", style: .slash))
    var titleNotes: [FormexNote] = []
    let title = heading(of: table.first(.title), isDivision: false, notes: &titleNotes)
    let row = write(
      .statement, name, title: [title.label, title.title].filter { !$0.isEmpty }.joined(separator: " "),
      below: holder.row, at: table.place, modality: holder.modality)
    add(titleNotes, to: row)
    var body = FormexTableBody(notes: tableNotes(table))
    let rows = tableRows(table)
    let headers = rows.prefix { $0[.type] == "HEADER" }
    var header = FormexPassage()
    for element in headers { text.read(element, into: &header) }
    setText(body.resolved(header), of: row)
    body.headers = headers.last.map { $0.elements.map { text.passage($0).label } } ?? []
    for (index, element) in rows.dropFirst(headers.count).enumerated() {
      write(row: element, name: name.point(String(index + 1)), below: row, &body, modality: holder.modality)
    }
    let unused = body.unusedNotes
    add(unused, to: row)
  }

  private mutating func write(
    row element: FormexElement, name: ProvisionName, below table: Int32, _ body: inout FormexTableBody,
    modality: Modality?
  ) {
    let isRow = element.name == .row
    var passage = FormexPassage()
    text.read(element, into: &passage)
    let row = write(.statement, free(name), below: table, at: element.place, modality: modality)
    setText(body.resolved(passage), of: row)
    guard isRow else { return }
    for property in body.spanned {
      catalog.append(.property, name: property.name, value: property.value, to: row)
    }
    body.advance(element.elements.map { (cell: $0, text: quietLabel(of: $0)) })
  }

  /// The words of a cell once more, without naming again what is not used in it.
  private func quietLabel(of cell: FormexElement) -> String {
    var reader = FormexTextReader(file: text.file)
    return reader.passage(cell).label
  }

  private mutating func tableNotes(_ table: FormexElement) -> [(id: String, note: FormexNote)] {
    var passage = FormexPassage()
    return table.all(.tableNotes).flatMap(\.elements).flatMap { element in
      passage = FormexPassage()
      text.read(element, into: &passage)
      return passage.notes.enumerated().map { ($0.offset == 0 ? element[.noteID] ?? "" : "", $0.element) }
    }
  }

  /// Rows, and titles of groups of rows, in order; what else stands in a table is named.
  private mutating func tableRows(_ element: FormexElement) -> [FormexElement] {
    element.elements.flatMap { child -> [FormexElement] in
      switch child.name {
      case .row, .rowGroupTitle, .rowGroupSubtitle: return [child]
      case .corpus, .rowGroup: return tableRows(child)
      case .title, .tableNotes: return []
      default:
        text.leaveOut(child, why: "not expected in a table: kept as a row of its own")
        return [child]
      }
    }
  }
}

/// What rows of a table need to know of those above them.
private struct FormexTableBody {
  var headers: [String] = []
  private let notes: [(id: String, note: FormexNote)]
  private var used: Set<String> = []
  private var spans: [Int: (text: String, rows: Int)] = [:]

  init(notes: [(id: String, note: FormexNote)]) { self.notes = notes }

  /// The passage with the texts of the notes it refers to.
  mutating func resolved(_ passage: FormexPassage) -> FormexPassage {
    var resolved = passage
    for (index, note) in passage.notes.enumerated() {
      guard let reference = note.reference, let found = notes.first(where: { $0.id == reference }) else {
        continue
      }
      used.insert(reference)
      resolved.notes[index] = found.note
    }
    return resolved
  }

  /// Notes that no row refers to.
  var unusedNotes: [FormexNote] { notes.filter { !used.contains($0.id) }.map(\.note) }

  /// The cells of earlier rows that cover the coming row.
  var spanned: [Property] {
    spans.sorted { $0.key < $1.key }.compactMap { column, cell in
      guard !cell.text.isEmpty else { return nil }
      let name =
        headers.indices.contains(column - 1) && !headers[column - 1].isEmpty
        ? headers[column - 1] : "column \(column)"
      return Property(name: name, value: cell.text)
    }
  }

  /// Goes on to the next row.
  mutating func advance(_ cells: [(cell: FormexElement, text: String)]) {
    spans = spans.compactMapValues { $0.rows > 1 ? ($0.text, $0.rows - 1) : nil }
    for (cell, text) in cells {
      guard let column = cell[.column].flatMap({ Int($0) }), let rows = cell[.rowSpan].flatMap({ Int($0) }),
        rows > 1
      else { continue }
      spans[column] = (text, rows - 1)
    }
  }
}
