import CrosswalkModel
import CrosswalkReaders

/// Writes the text of parameters in place of their mentions, as NIST prints them: the value where one is set,
/// else `[Assignment: label]` or `[Selection (one or more): a; b]`.
struct ParameterRenderer {
  /// A mention that could not be replaced.
  struct Problem {
    enum Kind { case undefined, cyclic }
    let kind: Kind
    let parameter: TextSpan
    let mark: TextMark
  }

  var table: ParameterTable
  private(set) var problems: [Problem] = []
  private let limits: ReadingLimits
  /// Bytes that mentions were replaced by; mentions can multiply text beyond any file.
  private var insertedBytes = 0

  init(_ table: ParameterTable, limits: ReadingLimits) {
    self.table = table
    self.limits = limits
  }

  /// The draft with its parameters filled in, stored in `arena`.
  ///
  /// - Throws: ``ReadingError`` where parameters nest or multiply beyond the limits; its place is in `file`.
  mutating func render(_ draft: Draft, in arena: inout TextArena, file: String) throws(ReadingError)
    -> TextSpan
  {
    let start = arena.count
    try write(draft, to: &arena, depth: 0, file: file)
    return arena.span(from: start)
  }

  /// The text of the parameter in row `row`, stored in `arena`.
  mutating func render(parameter row: Int32, in arena: inout TextArena, file: String) throws(ReadingError)
    -> TextSpan
  {
    if let rendered = table[row].rendered { return rendered }
    let start = arena.count
    try write(parameter: row, to: &arena, depth: 0, file: file)
    return arena.span(from: start)
  }

  private mutating func write(
    _ draft: Draft, to arena: inout TextArena, depth: Int, file: String
  ) throws(ReadingError) {
    let text = table.drafts[draft.text]
    var position = text.startIndex
    for index in draft.inserts {
      let insert = table.inserts[index]
      let end = text.startIndex + insert.offset
      _ = arena.store(text[position..<end])
      position = end
      try replace(insert, in: &arena, depth: depth, file: file)
    }
    _ = arena.store(text[position...])
  }

  private mutating func replace(
    _ insert: ProseText.Insert, in arena: inout TextArena, depth: Int, file: String
  ) throws(ReadingError) {
    let place = insert.mark.location(in: file)
    guard depth < limits.depth else { throw ReadingError(.tooDeep(limit: limits.depth), at: place) }
    let parameter = table[insert.parameter]
    let start = arena.count
    if parameter.isBeingRendered || !parameter.isDefined {
      problems.append(
        Problem(
          kind: parameter.isDefined ? .cyclic : .undefined, parameter: parameter.id, mark: insert.mark))
      writeName(of: parameter, to: &arena)
    } else if let rendered = parameter.rendered {
      arena.repeatBytes(of: rendered)
    } else {
      try write(parameter: insert.parameter, to: &arena, depth: depth + 1, file: file)
    }
    insertedBytes += arena.count - start
    guard insertedBytes <= limits.fileBytes else {
      throw ReadingError(.textTooLong(limit: limits.fileBytes), at: place)
    }
  }

  private mutating func write(
    parameter row: Int32, to arena: inout TextArena, depth: Int, file: String
  ) throws(ReadingError) {
    let start = arena.count
    let parameter = table[row]
    table[row].isBeingRendered = true
    if !parameter.values.isEmpty {
      try write(parameter.values, separator: ", ", to: &arena, depth: depth, file: file)
    } else if !parameter.choices.isEmpty {
      arena.append(parameter.takesSeveral ? "[Selection (one or more): " : "[Selection: ")
      try write(parameter.choices, separator: "; ", to: &arena, depth: depth, file: file)
      arena.append("]")
    } else if let label = parameter.label {
      arena.append("[Assignment: ")
      try write(label, to: &arena, depth: depth, file: file)
      arena.append("]")
    } else if !parameter.aggregates.isEmpty {
      try write(aggregates: parameter, to: &arena, depth: depth, file: file)
    } else {
      writeName(of: parameter, to: &arena)
    }
    table[row].isBeingRendered = false
    table[row].rendered = arena.span(from: start)
  }

  private mutating func write(
    _ drafts: [Draft], separator: StaticString, to arena: inout TextArena, depth: Int, file: String
  ) throws(ReadingError) {
    for (index, draft) in drafts.enumerated() {
      if index > 0 { arena.append(separator) }
      try write(draft, to: &arena, depth: depth, file: file)
    }
  }

  /// Writes the parameters that this one stands for.
  private mutating func write(
    aggregates parameter: Parameter, to arena: inout TextArena, depth: Int, file: String
  ) throws(ReadingError) {
    for (index, row) in parameter.aggregates.enumerated() {
      if index > 0 { arena.append(", ") }
      let mention = ProseText.Insert(offset: 0, parameter: row, mark: parameter.mark)
      try replace(mention, in: &arena, depth: depth, file: file)
    }
  }

  /// A parameter of which nothing else is known is shown by its identifier.
  private func writeName(of parameter: Parameter, to arena: inout TextArena) {
    arena.append("[Assignment: ")
    arena.repeatBytes(of: parameter.id)
    arena.append("]")
  }
}
