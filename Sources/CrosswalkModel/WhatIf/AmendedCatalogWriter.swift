/// Copies a catalog in document order and puts the changes of an amendment where they belong.
struct AmendedCatalogWriter {
  private let plan: AmendmentPlan
  private var builder: CatalogBuilder
  private var currentFile: String?
  private var catalog: Catalog { plan.catalog }

  init(plan: AmendmentPlan) {
    self.plan = plan
    var metadata = plan.catalog.metadata
    let revision = metadata.id.revision
    metadata.id = FrameworkRevisionID(
      framework: metadata.id.framework,
      revision: plan.amendment.name ?? RevisionID("\(revision)+patch") ?? revision)
    builder = CatalogBuilder(metadata: metadata, file: plan.catalog.files.first ?? "")
    builder.resources = plan.catalog.resources
    builder.reserve(bytes: plan.catalog.textByteCount, rows: plan.catalog.rows.count)
  }

  /// Copies everything.
  mutating func write() { writeParts(of: .top, row: -1, under: -1, isWithdrawn: false) }

  /// The amended catalog.
  consuming func finished() throws(DuplicateControl) -> Catalog { try builder.finished() }

  private mutating func writeParts(
    of holder: AmendmentPlan.Holder, row: Int, under parent: Int32, isWithdrawn: Bool
  ) {
    if row >= 0 || holder == .top {
      for child in catalog.children(of: row) {
        write(Int(child), under: parent, isWithdrawn: isWithdrawn)
        for number in plan.behind[Int(child)] ?? [] { write(addition: number, under: parent) }
      }
    }
    for number in plan.atEnd[holder] ?? [] { write(addition: number, under: parent) }
  }

  private mutating func write(_ row: Int, under parent: Int32, isWithdrawn: Bool) {
    guard !plan.removed.contains(row) else { return }
    begin(catalog.file(ofRow: row))
    var copy = catalog.rows[row]
    copy.parent = parent
    for path in Self.texts { copy[keyPath: path] = stored(copy[keyPath: path]) }
    let isWithdrawn = isWithdrawn || plan.withdrawn.contains(row)
    copy.isWithdrawn = copy.isWithdrawn || isWithdrawn
    if let wording = plan.wording[row] { apply(wording, to: &copy, old: catalog[row]) }
    let index = builder.append(copy)
    for fact in catalog.facts(of: row) {
      builder.append(
        NodeFact(node: index, kind: fact.kind, name: stored(fact.name), value: stored(fact.value)))
    }
    writeParts(of: .row(row), row: row, under: index, isWithdrawn: isWithdrawn)
  }

  private mutating func write(addition number: Int, under parent: Int32) {
    let addition = plan.amendment.additions[number]
    begin(addition.location.file)
    var row = NodeRow(
      kind: addition.kind, parent: parent, line: UInt32(clamping: addition.location.line),
      column: UInt32(clamping: addition.location.column))
    row.local = builder.store(addition.local)
    apply(addition.wording, to: &row, old: nil)
    let index = builder.append(row)
    writeParts(of: .addition(number), row: -1, under: index, isWithdrawn: false)
  }

  private mutating func begin(_ file: String) {
    guard file != currentFile else { return }
    builder.begin(file: file)
    currentFile = file
  }

  private static var texts: [WritableKeyPath<NodeRow, TextSpan>] {
    [\.local, \.label, \.title, \.text, \.summary, \.appliesFrom, \.appliesNote]
  }

  private mutating func stored(_ span: TextSpan) -> TextSpan {
    span.isEmpty ? .empty : catalog.withBytes(of: span) { builder.store($0) }
  }

  private mutating func apply(
    _ wording: CatalogAmendment.Wording, to row: inout NodeRow, old: CatalogNode?
  ) {
    if let label = wording.label { row.label = builder.store(label) }
    if let title = wording.title { row.title = builder.store(title) }
    if let modality = wording.modality { row.modality = modality }
    if let roles = wording.roles { row.roles = roles }
    if let day = wording.appliesFrom { row.appliesFrom = builder.store(day.description) }
    if let note = wording.appliesNote { row.appliesNote = builder.store(note) }
    let saysNothingNew =
      (wording.text ?? old?.text) == old?.text && (wording.summary ?? old?.summary) == old?.summary
    guard !saysNothingNew else { return }
    row.text = builder.store(wording.text ?? "")
    row.summary = builder.store(wording.summary ?? "")
  }
}
