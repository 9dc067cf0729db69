import CrosswalkModel

/// The parameters of a catalog and the text that mentions them.
///
/// A text may mention a parameter before it is defined, and one of another control; so such texts wait as
/// drafts until the document has ended.
struct ParameterTable {
  private(set) var parameters: [Parameter] = []
  private(set) var inserts: [ProseText.Insert] = []
  private(set) var drafts = TextArena()
  private var rows = SpanTable()

  subscript(row: Int32) -> Parameter {
    get { parameters[Int(row)] }
    _modify { yield &parameters[Int(row)] }
  }

  /// The row of the parameter called `id`, which may be defined later.
  mutating func row(of id: UnsafeRawBufferPointer, in arena: inout TextArena) -> Int32 {
    let found = rows.insert(id, value: Int32(parameters.count), in: &arena)
    if !found.wasThere { parameters.append(Parameter(id: found.span)) }
    return found.value
  }

  /// Keeps the text of `prose` until the parameters are known.
  mutating func draft(_ prose: ProseText) -> Draft {
    let first = inserts.count
    inserts.append(contentsOf: prose.inserts)
    return Draft(text: drafts.store(prose.bytes[...]), inserts: first..<inserts.count)
  }

  /// A draft of a text without parameters.
  mutating func draft(bytes: ArraySlice<UInt8>) -> Draft {
    Draft(text: drafts.store(bytes), inserts: inserts.count..<inserts.count)
  }
}
