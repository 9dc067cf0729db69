import CrosswalkModel

/// A text that waits for parameters.
struct DeferredText {
  enum Target {
    case text(row: Int32)
    case title(row: Int32)
    case fact(Int)
  }

  let target: Target
  let draft: Draft
}

/// A control whose statement says nothing, and what may stand in for it.
struct EmptyStatement {
  let row: Int32
  /// Rows of the control's parts: from its own to this one, excluding.
  let end: Int32
  let mark: TextMark
}
