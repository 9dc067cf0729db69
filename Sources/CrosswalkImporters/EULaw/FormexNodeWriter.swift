import CrosswalkModel

/// Writes the provisions of one act, its annexes included, as nodes of one catalog.
struct FormexNodeWriter {
  var catalog: CatalogBuilder
  var text: FormexTextReader
  /// Whether the titles are English, so that `Definitions` and ordinals may be read and written.
  let isEnglish: Bool
  private var names: Set<String> = []
  /// The next count to try for a name that is taken.
  private var repeats: [String: Int] = [:]

  /// A provision whose blocks are being written.
  struct Holder {
    var row: Int32
    var name: ProvisionName
    /// What everything below it is, where the source says so.
    var modality: Modality?
    /// Whether its points that begin with a quoted term define it.
    var defines = false
  }

  /// Creates a writer into an empty catalog.
  init(catalog: CatalogBuilder, file: String, isEnglish: Bool) {
    self.catalog = catalog
    text = FormexTextReader(file: file)
    self.isEnglish = isEnglish
  }

  /// Says that the elements from here on stand in `file`; gives what was not used of the file before.
  mutating func begin(file: String) -> [NotUsed] {
    let notUsed = text.notUsed
    text = FormexTextReader(file: file)
    catalog.begin(file: file)
    return notUsed
  }

  /// Appends a node.
  ///
  /// - Parameter location: The element, or the passage, where it begins.
  @discardableResult
  mutating func write(
    _ kind: NodeKind, _ name: ProvisionName, label: String = "", title: String = "", below parent: Int32,
    at place: (line: Int, column: Int), modality: Modality? = nil
  ) -> Int32 {
    names.insert(name.local)
    var row = NodeRow(kind: kind, parent: parent, line: UInt32(place.line), column: UInt32(place.column))
    row.modality = modality
    row.local = catalog.store(name.local)
    row.label = catalog.store(label)
    row.title = catalog.store(title)
    let index = catalog.append(row)
    for alias in name.aliases where alias != name.local { catalog.append(.alias, value: alias, to: index) }
    return index
  }

  /// Gives a node its text and its footnotes.
  mutating func setText(_ passage: FormexPassage, of row: Int32) {
    catalog.rows[Int(row)].text = catalog.store(passage.text)
    add(passage.notes, to: row)
  }

  /// Appends footnotes to a node.
  mutating func add(_ notes: [FormexNote], to row: Int32) {
    for note in notes { catalog.append(.note, name: note.mark, value: note.text, to: row) }
  }

  /// The name itself, or the first of `…~2`, `…~3` that no earlier node has.
  ///
  /// Lists may restart their numbers inside one provision. Articles, paragraphs and recitals never do: theirs are
  /// not passed through here, and a repeated one is an error.
  ///
  /// - Complexity: O(1) on average, however often a name is repeated.
  mutating func free(_ name: ProvisionName) -> ProvisionName {
    guard names.contains(name.local) else { return name }
    var count = repeats[name.local] ?? 2
    while names.contains(name.repeated(count).local) { count += 1 }
    repeats[name.local] = count
    return name.repeated(count)
  }
}

extension FormexElement {
  /// Where its tag begins.
  var place: (line: Int, column: Int) { (line, column) }
}

extension FormexPassage {
  /// Where its first word stands.
  var place: (line: Int, column: Int) { (line, column) }
}
