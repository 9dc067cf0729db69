import CrosswalkModel

/// Whether a place of a document is complete, from what is there and what is not: recorded, never rated.
struct Completeness {
  /// Whether the subject file answers.
  var isAnswered: Bool
  /// The evidence behind it.
  var evidence: [EvidenceItem]
  /// Kinds of evidence that are asked for and not there; of each list one kind is enough.
  var missing: [[EvidenceKind]]
  /// Whether the authors say that something stays open.
  var isOpen: Bool
  /// How many fields that are asked for are given, of how many; `nil` where the place asks for an answer.
  var fields: (given: Int, all: Int)?

  /// `complete`, `partial` or `missing`.
  func state(_ problems: [EvidenceItem]) -> Words.Word {
    let hasAll = fields.map { $0.given == $0.all } ?? isAnswered
    let hasSome = isAnswered || !evidence.isEmpty || (fields?.given ?? 0) > 0
    if !hasSome { return .missing }
    return hasAll && missing.isEmpty && problems.isEmpty && !isOpen ? .complete : .partial
  }

  /// `state`, `stateToken`, `stateReason`.
  func record(_ words: Words, _ checks: EvidenceFields) -> FieldRecord {
    let problems = evidence.filter { checks.checks[$0.id]?.isProblem == true }
    let state = state(problems)
    var reasons: [String] = []
    if let fields, fields.all > 0 {
      reasons.append(words(.reasonFields, String(fields.given), String(fields.all)))
    }
    if fields == nil || isAnswered {
      reasons.append(words(isAnswered ? .reasonAnswered : .reasonNotAnswered))
    }
    let names = { (items: [EvidenceItem]) in items.map(\.id).joined(separator: ", ") }
    if !evidence.isEmpty { reasons.append(words(.reasonEvidence, names(evidence))) }
    for kinds in missing { reasons.append(words(.reasonNoEvidenceOf, words.list(kinds.map { words($0) }))) }
    if !problems.isEmpty { reasons.append(words(.reasonEvidenceProblem, names(problems))) }
    if isOpen { reasons.append(words(.reasonOpen)) }
    return [
      "state": .text(words(state)), "stateToken": .text(state.rawValue),
      "stateReason": .text(words.sequence(reasons)),
    ]
  }
}
