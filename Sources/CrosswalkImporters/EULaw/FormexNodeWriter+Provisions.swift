import CrosswalkModel

extension FormexNodeWriter {
  /// Words with the points, tables and quotations that follow them: one subparagraph.
  private struct Segment {
    var words: FormexPassage?
    var items: [FormexBlock] = []
  }

  private enum Part {
    case segment(Segment)
    /// A paragraph, an article or a titled part: it stands in its holder, not in a subparagraph.
    case standing(FormexBlock)
  }

  /// Writes the content of a provision below it.
  mutating func write(_ content: [FormexElement.Content], of element: FormexElement, in holder: Holder) {
    let parts = Self.parts(text.blocks(content, of: element))
    let segments = parts.count { if case .segment = $0 { true } else { false } }
    var counts = Counts()
    for part in parts {
      switch part {
      case .standing(let block): writeStanding(block, in: holder, &counts)
      case .segment(let segment):
        counts.segments += 1
        let scope = scope(of: segment, in: holder, number: counts.segments, of: segments)
        write(segment.items, in: defining(scope, after: segment.words), &counts)
      }
    }
  }

  /// Numbers given by position.
  private struct Counts {
    var segments = 0
    var headings = 0
    var paragraphs = 0
    var tables = 0
    var quotations = 0
  }

  private static func parts(_ blocks: [FormexBlock]) -> [Part] {
    var parts: [Part] = []
    var open: Segment?
    func close() { if let segment = open { parts.append(.segment(segment)) } }
    for block in blocks {
      switch block {
      case .words(let words):
        close()
        open = Segment(words: words)
      case .point, .table, .quotation:
        open = open ?? Segment()
        open?.items.append(block)
      case .heading, .paragraph, .article:
        close()
        open = nil
        parts.append(.standing(block))
      }
    }
    close()
    return parts
  }

  /// Who holds the items of a segment: the provision itself where it has one segment, else a subparagraph.
  private mutating func scope(of segment: Segment, in holder: Holder, number: Int, of count: Int) -> Holder {
    guard count > 1 else {
      if let words = segment.words { setText(words, of: holder.row) }
      return holder
    }
    let name = free(holder.name.subparagraph(number))
    var scope = holder
    scope.name = number == 1 ? holder.name.asFirstSubparagraph() : name
    guard let words = segment.words else { return scope }
    let label = isEnglish ? "\(FormexNumber.ordinal(number)) subparagraph" : ""
    scope.row = write(
      .statement, name, label: label, below: holder.row, at: words.place, modality: holder.modality)
    setText(words, of: scope.row)
    return scope
  }

  /// Words that announce definitions make the quoted points after them such, whatever the title of the article.
  private func defining(_ scope: Holder, after words: FormexPassage?) -> Holder {
    guard !scope.defines, isEnglish, let words,
      words.text.lowercased().contains("following definitions")
    else { return scope }
    var scope = scope
    scope.defines = true
    return scope
  }

  private mutating func write(_ items: [FormexBlock], in scope: Holder, _ counts: inout Counts) {
    var dashes = 0
    var rows: [String: Int32] = [:]
    for item in items {
      switch item {
      case .point(let point):
        if point.number == nil { dashes += 1 }
        let number = point.number ?? "-\(dashes)"
        rows[number] = write(point, number: number, in: scope, below: Self.holder(of: number, among: rows))
      case .table(let table):
        counts.tables += 1
        write(table: table, number: counts.tables, in: scope)
      case .quotation(let passage):
        counts.quotations += 1
        let name = scope.name.part("amendment-\(counts.quotations)", style: .parentheses)
        let row = write(
          .guidance, free(name), label: "amendment text", below: scope.row, at: passage.place)
        setText(passage, of: row)
      case .words, .heading, .paragraph, .article: break  // never items: see `parts`
      }
    }
  }

  /// Point 3.1 belongs to point 3 also where both stand in one flat list.
  private static func holder(of number: String, among rows: [String: Int32]) -> Int32? {
    guard let dot = number.lastIndex(of: ".") else { return nil }
    return rows[String(number[..<dot])]
  }

  private mutating func write(_ point: FormexPoint, number: String, in scope: Holder, below row: Int32?)
    -> Int32
  {
    let modality = scope.modality ?? (scope.defines && point.beginsWithQuotation ? .definition : nil)
    let name = free(scope.name.point(number))
    let label = point.label.isEmpty ? "—" : point.label.label
    let index = write(
      .statement, name, label: label, below: row ?? scope.row, at: point.element.place, modality: modality)
    add(point.label.notes, to: index)
    write(point.content, of: point.element, in: Holder(row: index, name: name, modality: modality))
    return index
  }

  private mutating func writeStanding(_ block: FormexBlock, in holder: Holder, _ counts: inout Counts) {
    switch block {
    case .heading(let element):
      counts.headings += 1
      writeHeading(element, number: counts.headings, in: holder)
    case .paragraph(let element):
      counts.paragraphs += 1
      writeParagraph(element, position: counts.paragraphs, in: holder)
    case .article(let element):
      writeArticle(element, in: holder)
    case .words, .point, .table, .quotation: break  // never standing: see `parts`
    }
  }

  private mutating func writeParagraph(_ element: FormexElement, position: Int, in holder: Holder) {
    let paragraph = text.point(element, content: element.content)
    let number = paragraph.number ?? FormexNumber.ofIdentifier(element[.identifier]) ?? String(position)
    var below = holder
    below.name = holder.name.point(number)
    below.row = write(
      .statement, below.name, label: paragraph.label.label, below: holder.row, at: element.place,
      modality: holder.modality)
    add(paragraph.label.notes, to: below.row)
    write(paragraph.content, of: element, in: below)
  }

  private mutating func writeHeading(_ element: FormexElement, number: Int, in holder: Holder) {
    var notes: [FormexNote] = []
    let heading = heading(of: element.first(.title), isDivision: false, notes: &notes)
    let name = free(name(of: heading, position: number, in: holder.name))
    var below = holder
    below.row = write(
      .statement, name, label: heading.label, title: heading.title, below: holder.row, at: element.place,
      modality: holder.modality)
    add(notes, to: below.row)
    // Subdivisions of an article group its paragraphs without a part in their names.
    if element.name != .subdivision { below.name = name }
    write(element.contentWithout(.title), of: element, in: below)
  }

  private func name(of heading: FormexHeading, position: Int, in holder: ProvisionName) -> ProvisionName {
    if let number = heading.number { return holder.point(number) }
    guard let slug = heading.slug else { return holder.part("heading-\(position)", style: holder.style) }
    let short = slug.split(separator: "-").last.map(String.init)
    let spelled = heading.label.split(separator: " ").joined(separator: " ").trimming(".:)")
    return holder.part(slug, short: short, spelled: spelled, style: .slash)
  }

  /// The heading in a `TITLE`, and its footnotes.
  mutating func heading(of title: FormexElement?, isDivision: Bool, notes: inout [FormexNote])
    -> FormexHeading
  {
    guard let title else { return FormexHeading(lines: [], isDivision: isDivision) }
    var lines: [String] = []
    var number: FormexPassage?
    for element in title.elements {
      var content = element.content
      if number == nil, let numbered = element.first(.numbered) {
        let point = text.point(numbered, content: numbered.content)
        number = point.label
        notes += point.label.notes
        content = point.content + element.contentWithout(.numbered)
      }
      let passage = text.passage(content, of: element)
      notes += passage.notes
      lines += passage.text.split(separator: "\n").map { FormexNumber.label(String($0)) }
    }
    guard let number else { return FormexHeading(lines: lines, isDivision: isDivision) }
    return FormexHeading(printedNumber: number.text, title: lines.joined(separator: " "))
  }
}

extension FormexElement {
  /// What it holds besides elements of one name.
  func contentWithout(_ name: FormexName) -> [Content] {
    content.filter { if case .element(let element) = $0 { element.name != name } else { true } }
  }
}

extension String {
  /// The text without any of `marks` at its end.
  fileprivate func trimming(_ marks: String) -> String {
    var text = self[...]
    while let last = text.last, marks.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
