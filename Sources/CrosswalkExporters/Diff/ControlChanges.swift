import CrosswalkModel

/// What changed in one control, nodes that changed in the same way together: an act that moves a date moves it for many.
struct ControlChanges {
  /// Nodes with the same marks and parts.
  struct Group {
    /// In document order; none for the control itself, alone.
    var names: [String]
    var marks: [AmendmentMark]
    var parts: [CatalogDiff.Part]
  }

  let control: String
  let title: String
  private(set) var groups: [Group] = []

  init(control: String, title: String) {
    self.control = control
    self.title = title
  }

  /// Adds a node to those that changed like it, else as a group of its own.
  mutating func append(_ change: CatalogDiff.Change) {
    let name = change.after.id.local
    guard let same = groups.firstIndex(where: { $0.marks == change.marks && $0.parts == change.parts }) else {
      groups.append(Group(names: name == control ? [] : [name], marks: change.marks, parts: change.parts))
      return
    }
    if groups[same].names.isEmpty { groups[same].names = [control] }
    groups[same].names.append(name)
  }
}

extension ControlChanges.Group {
  /// What is otherwise, one line each; nodes other than the control itself are named.
  func lines(_ style: WordMarks) -> [String] {
    let name = names.isEmpty ? "" : names.map(style.escaped).joined(separator: ", ") + ": "
    return marks.map { name + style.escaped($0.words) } + parts.map { name + $0.words(style) }
  }
}
