import CrosswalkModel

/// A run of draft text with places where parameters belong.
struct Draft {
  var text: TextSpan
  var inserts: Range<Int>
}

/// One parameter of a catalog, or the mere mention of one.
struct Parameter {
  let id: TextSpan
  /// Place of its definition; line 0 while it is only mentioned.
  var mark = TextMark(line: 0, column: 0)
  var label: Draft?
  var values: [Draft] = []
  var choices: [Draft] = []
  var takesSeveral = false
  /// Parameters that it stands for.
  var aggregates: [Int32] = []
  /// Its text, once it is rendered.
  var rendered: TextSpan?
  var isBeingRendered = false

  var isDefined: Bool { mark.line > 0 }

  init(id: TextSpan) { self.id = id }
}
