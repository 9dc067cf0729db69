import CrosswalkModel

/// Walks over a template and its fields as rendering would, to know how much would come out before anything does:
/// the template library cannot be stopped.
///
/// Values count as they are; escaped they take up to six times as much, if they are nothing but quotation marks.
struct OutputMeasure {
  /// Bytes so far.
  private(set) var bytes = 0
  private var steps = 0
  /// The records and entries around the place, innermost last.
  private var scopes: [FieldValue]

  private let stepLimit: Int

  /// Prepares to measure with `fields`; tests pass a smaller limit of steps.
  init(_ fields: FieldRecord, stepLimit: Int = TemplateLimits.steps) {
    scopes = [.record(fields)]
    self.stepLimit = stepLimit
  }

  /// Measures `nodes`.
  ///
  /// - Throws: ``TemplateError`` as soon as a limit is passed, with the place of the tag where it was.
  mutating func measure(_ nodes: [SectionNode]) throws(TemplateError) {
    for node in nodes {
      switch node {
      case .text(let words): try add(words.utf8.count, at: nil)
      case .field(let tag): try add(value(of: tag).map(shownSize) ?? 0, at: tag.location)
      case .section(let tag, let inner):
        try add(0, at: tag.location)
        try measure(inner, in: tag)
      }
    }
  }

  private mutating func measure(_ inner: [SectionNode], in tag: TemplateTag) throws(TemplateError) {
    let value = value(of: tag)
    if tag.kind == .inverted {
      guard value?.isAbsent ?? true else { return }
      // The library takes an empty list for the entry, and nothing else.
      var isList = false
      if case .list? = value { isList = true }
      if isList, let value { scopes.append(value) }
      try measure(inner)
      if isList { scopes.removeLast() }
      return
    }
    guard let value, !value.isAbsent else { return }
    var entries = [value]
    if case .list(let list) = value { entries = list }
    for entry in entries {
      scopes.append(entry)
      try measure(inner)
      scopes.removeLast()
    }
  }

  private func shownSize(_ value: FieldValue) -> Int {
    if case .text(let text) = value { text.utf8.count } else { 0 }
  }

  private mutating func add(_ count: Int, at place: SourceLocation?) throws(TemplateError) {
    bytes += count
    steps += 1
    guard bytes <= TemplateLimits.output else {
      throw TemplateError(.documentTooLarge(limit: TemplateLimits.output), at: place)
    }
    guard steps <= stepLimit else {
      throw TemplateError(.tooManySteps(limit: stepLimit), at: place)
    }
  }

  /// The value that a tag names: its first name is looked up from the innermost record outwards, the others below it.
  private func value(of tag: TemplateTag) -> FieldValue? {
    if tag.isEntryItself { return scopes.last }
    guard let first = tag.path.first else { return nil }
    for scope in scopes.reversed() {
      guard case .record(let record) = scope, var value = record[first] else { continue }
      for name in tag.path.dropFirst() {
        guard case .record(let record) = value, let next = record[name] else { return nil }
        value = next
      }
      return value
    }
    return nil
  }
}
