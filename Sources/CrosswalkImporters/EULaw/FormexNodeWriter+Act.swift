import CrosswalkModel

extension FormexNodeWriter {
  /// Writes an article as a control of its own.
  mutating func writeArticle(_ element: FormexElement, position: Int, below parent: Int32) {
    let number = articleNumber(element) ?? String(position)
    writeArticle(element, .control, ProvisionName(number, style: .parentheses), below: parent)
  }

  /// Writes an article that stands in an annex as a part of that.
  mutating func writeArticle(_ element: FormexElement, in holder: Holder) {
    let name = holder.name.part("article-\(articleNumber(element) ?? "0")", style: .parentheses)
    writeArticle(element, .statement, name, below: holder.row)
  }

  private func articleNumber(_ element: FormexElement) -> String? {
    element.first(.articleNumber).flatMap { FormexNumber.ofArticle($0.plainText) }
      ?? FormexNumber.ofIdentifier(element[.identifier])
  }

  private mutating func writeArticle(
    _ element: FormexElement, _ kind: NodeKind, _ name: ProvisionName, below parent: Int32
  ) {
    var label = FormexPassage()
    var title = FormexPassage()
    var rest: [FormexElement.Content] = []
    for part in element.content {
      switch part {
      case .element(let child) where child.name == .articleNumber:
        text.read(child.content, of: child, into: &label)
      case .element(let child) where child.name == .articleTitle: text.read(child, into: &title)
      default: rest.append(part)
      }
    }
    let row = write(kind, name, label: label.label, title: title.label, below: parent, at: element.place)
    add(label.notes + title.notes, to: row)
    let defines = Self.definitionTitles.contains(title.label.lowercased())
    write(rest, of: element, in: Holder(row: row, name: name, defines: defines))
  }

  /// How the titles of articles that define terms read in the languages of the Union, in lower case.
  private static let definitionTitles: Set<String> = [
    "begriffsbestimmungen", "definice", "definiciones", "definicije", "definities", "definitioner",
    "definitions", "definizioni", "definizzjonijiet", "definições", "definiții", "definīcijas", "definicje",
    "définitions", "fogalommeghatározások", "mõisted", "määritelmät", "opredelitev pojmov",
    "sainmhínithe", "terminų apibrėžtys", "vymedzenie pojmov", "ορισμοί", "определения",
  ]

  /// Writes a recital: one node with all its words.
  mutating func writeRecital(_ element: FormexElement, position: Int, below parent: Int32) {
    let numbered = element.first(.numbered)
    var label = FormexPassage()
    if let number = (numbered ?? element).first(.numberOfPoint) {
      text.read(number.content, of: number, into: &label)
    }
    let number = FormexNumber.bare(label.text) ?? String(position)
    var words = FormexPassage()
    for part in element.content {
      guard case .element(let child) = part else {
        text.read([part], of: element, into: &words)
        continue
      }
      text.read(child.contentWithout(.numberOfPoint), of: child, into: &words)
      words.breakLine()
    }
    let row = write(
      .recital, ProvisionName("recital-\(number)", style: .parentheses), label: label.label, below: parent,
      at: element.place, modality: .recital)
    add(label.notes, to: row)
    setText(words, of: row)
  }

  /// Writes text that requires nothing: the formulas before the recitals, the signatures.
  mutating func writeGuidance(_ element: FormexElement, name: String, below parent: Int32) {
    let passage = text.passage(element)
    guard !passage.isEmpty else { return }
    let row = write(.guidance, ProvisionName(name, style: .parentheses), below: parent, at: element.place)
    setText(passage, of: row)
  }

  /// Writes the words after the enacting terms: the signatures and what stands before them.
  mutating func writeFinal(_ element: FormexElement) {
    writeGuidance(element, name: free(ProvisionName("final", style: .slash)).local, below: -1)
  }

  /// Writes the group of a division.
  mutating func writeDivision(
    title: FormexElement?, at place: (line: Int, column: Int), position: Int, in parent: Holder?
  ) -> Holder {
    var notes: [FormexNote] = []
    let heading = heading(of: title, isDivision: true, notes: &notes)
    let slug = heading.slug ?? "division-\(position)"
    let prefix = parent.map { $0.name.local + "/" } ?? ""
    let spelled =
      heading.label.isEmpty ? [] : [(parent?.name.aliases.first.map { $0 + " " } ?? "") + heading.label]
    let name = free(ProvisionName(prefix + slug, style: .slash, aliases: spelled))
    let row = write(
      .group, name, label: heading.label, title: heading.title, below: parent?.row ?? -1, at: place)
    add(notes, to: row)
    return Holder(row: row, name: name)
  }

  /// Writes the content of an annex; a single part with a bare title in an annex without one gives it its title.
  mutating func write(contents: FormexElement, in holder: Holder) {
    let elements = contents.elements
    var notes: [FormexNote] = []
    guard catalog.rows[Int(holder.row)].title.isEmpty, elements.count == 1, let part = elements.first,
      part.name == .sequenceGroup, let title = part.first(.title),
      case let heading = heading(of: title, isDivision: false, notes: &notes), heading.label.isEmpty
    else { return write(contents.content, of: contents, in: holder) }
    catalog.rows[Int(holder.row)].title = catalog.store(heading.title)
    add(notes, to: holder.row)
    write(part.contentWithout(.title), of: part, in: holder)
  }

  /// Writes the control of an annex; its content goes below it.
  mutating func writeAnnex(title: FormexElement?, at place: (line: Int, column: Int)) -> Holder {
    var notes: [FormexNote] = []
    var heading = heading(of: title, isDivision: true, notes: &notes)
    if heading.label.isEmpty, !heading.title.contains(" ") { swap(&heading.label, &heading.title) }
    let number = heading.slug?.split(separator: "-").last.map { $0.lowercased() }
    let isNamed = isEnglish && heading.number == nil
    let local = (isNamed ? heading.slug : number.map { "annex-\($0)" }) ?? "annex"
    let aliases = heading.label.isEmpty ? [] : [heading.label]
    let name = free(
      ProvisionName(local, style: .slash, aliases: aliases, aliasPrefixes: aliases.map { $0 + " point " }))
    let row = write(.control, name, label: heading.label, title: heading.title, below: -1, at: place)
    add(notes, to: row)
    return Holder(row: row, name: name)
  }
}
