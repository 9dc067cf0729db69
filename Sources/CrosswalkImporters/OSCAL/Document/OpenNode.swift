import CrosswalkModel

/// A group, control or part that has begun and not ended.
struct OpenNode {
  /// What it is, which decides where its text and facts go.
  enum Role {
    case group, control
    /// The `statement` part of a control: its text and facts are those of the control's row.
    case statement
    /// An item of a statement.
    case item
    /// Any other part.
    case guidance
  }

  let role: Role
  /// Its row; that of the control for its statement.
  let row: Int32
  /// Its OSCAL identifier; empty where it has none.
  var id: TextSpan
  /// The name of the group or control that it is or stands in.
  var local = TextSpan.empty
  /// Its own name, which the names of parts without an identifier extend.
  var name = TextSpan.empty
  /// For an item, its place as printed: `a.1`, `a.1(a)`.
  var path = TextSpan.empty
  /// The label printed for people, and how well its class suits that: 0 where there is none.
  var label = TextSpan.empty
  var labelRank = 0
  /// Whether its name is settled: from then on a label is one more alias.
  var isNamed = false
  /// Parts in it so far: a part without an identifier is named by its place.
  var parts = 0
  /// Groups in it so far.
  var groups = 0
  /// For a control: whether it has a statement, and whether the statement has items.
  var statement: StatementState = .none

  /// What is known about the statement of a control.
  enum StatementState {
    case none
    case present(TextMark)
    case withItems
  }

  init(role: Role, row: Int32, id: TextSpan) {
    self.role = role
    self.row = row
    self.id = id
  }
}
