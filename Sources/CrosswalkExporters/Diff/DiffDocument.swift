import CrosswalkModel

/// A node that came or went, in JSON.
struct DiffEntryDocument: Encodable {
  var id, label, title, kind, control, text: String
  var marks: [AmendmentMarkDocument]

  init(_ node: CatalogDiff.Node, _ marks: [AmendmentMark] = []) {
    id = node.id.description
    label = node.label
    title = node.title
    kind = node.kind.name
    control = ControlID(framework: node.id.framework, local: node.control).description
    text = node.text
    self.marks = marks.map(AmendmentMarkDocument.init)
  }
}

/// What an amending act did, in JSON.
struct AmendmentMarkDocument: Encodable {
  var action, act, provision, deletedWords, words: String
  var partial: Bool

  init(_ mark: AmendmentMark) {
    action = mark.action
    act = mark.act
    provision = mark.provision
    deletedWords = mark.deletedWords
    words = mark.words
    partial = mark.isPartial
  }
}

/// A node that went elsewhere, in JSON.
struct DiffMoveDocument: Encodable {
  var from, to, ground, fromTitle: String
  @Nullable var toTitle: String?
  /// Whether the newer revision has what `to` names.
  var known: Bool

  init(_ move: CatalogDiff.Move) {
    from = move.from.id.description
    to = move.to.description
    ground = move.ground.rawValue
    fromTitle = move.from.title
    toTitle = move.destination?.title
    known = move.destination != nil
  }
}

/// One thing that is otherwise, in JSON; what a kind of change does not have is left out.
struct DiffPartDocument: Encodable {
  struct Run: Encodable {
    var kind, text: String
  }

  struct Facet: Encodable {
    var name: String
    @Nullable var before: String?
    @Nullable var after: String?
  }

  var field: String
  var language: String?
  var before, after: String?
  var words: [Run]?
  var minimal: Bool?
  var removed, inserted: [String]?
  var parameter: String?
  var facets: [Facet]?

  init(_ part: CatalogDiff.Part) {
    field = part.field.rawValue
    switch part {
    case .words(_, let change, let language):
      self.language = language
      before = change.before
      after = change.after
      words = change.runs.map { Run(kind: $0.kind.rawValue, text: $0.text) }
      minimal = change.isMinimal
    case .value(_, let before, let after):
      self.before = before
      self.after = after
    case .list(_, let removed, let inserted):
      self.removed = removed
      self.inserted = inserted
    case .parameter(let parameter):
      self.parameter = parameter.id
      facets = parameter.facets.map { Facet(name: $0.name, before: $0.before, after: $0.after) }
    }
  }
}

/// A node that is otherwise, in JSON.
struct DiffChangeDocument: Encodable {
  /// As the newer revision spells it.
  var id: String
  var idBefore: String
  var control, label, title, kind: String
  /// The node's own words on either side.
  var before, after: String
  var parts: [DiffPartDocument]
  var marks: [AmendmentMarkDocument]

  init(_ change: CatalogDiff.Change) {
    id = change.after.id.description
    idBefore = change.before.id.description
    control = ControlID(framework: change.after.id.framework, local: change.after.control).description
    label = change.after.label
    title = change.after.title
    kind = change.after.kind.name
    before = change.before.text
    after = change.after.text
    parts = change.parts.map(DiffPartDocument.init)
    marks = change.marks.map(AmendmentMarkDocument.init)
  }
}

/// What became of one thing that a claim names, in JSON.
struct EndChangeDocument: Encodable {
  var id, outcome: String
  /// The same in words, without markup.
  var words: [String]
  var changes: [DiffChangeDocument]
  var added, removed: [DiffEntryDocument]
  var moved: [DiffMoveDocument]

  init(_ change: EndChange) {
    id = change.id.local.isEmpty ? change.id.framework.rawValue : change.id.description
    outcome = change.outcome.rawValue
    words = change.lines(.plain)
    changes = change.changes.map(DiffChangeDocument.init)
    added = change.added.map { DiffEntryDocument($0) }
    removed = change.removed.map { DiffEntryDocument($0) }
    moved = change.moves.map(DiffMoveDocument.init)
  }
}
