import CrosswalkModel

/// The evidence of a subject as fields.
struct EvidenceFields {
  let words: Words
  let checks: [String: EvidenceCheck]
  /// What each piece of evidence supports, by its id.
  let supports: [String: [FieldRecord]]

  static let descriptions =
    FieldDescription.list("evidence", "The evidence of the subject, in its order.", item)
    + FieldDescription.list("evidenceProblems", "What of it is missing or changed.", item)

  /// The fields of a piece of evidence.
  static let item: [FieldDescription] =
    [
      .text("id", "Short name.", "test-report-2"), .text("title", "Its title."),
      .text("kind", "What it is, in words.", "test report"),
      .text("kindToken", "The same as a token.", "test-report"),
      .text("path", "Its path in the bundle.", "evidence/test-report.csv"),
      .text("digest", "SHA-256 of the file; of a missing one, that which the subject file names."),
      .text("digestShort", "The first 12 digits of it.", "3f2a9c04d1e8"),
      .text("date", "The day of its content.", "2026-09-01"), .text("owner", "Who answers for it."),
      .text("language", "Its language.", "English"),
      .text("state", "What comparing the file with its digest showed.", "verified"),
      .text("stateToken", "verified, missing, changed or unpinned.", "verified"),
      .flag("problem", "Whether it is missing or changed."),
      .text("note", "What a reader must know about it."),
    ]
    + FieldDescription.list(
      "supports",
      "What it supports: named by the subject; in the list “evidence” also what that bears on through claims.",
      [
        .text("ref", "Full reference.", "eu-ai-act/annex-iv/2(g)"), .text("title", "Title of the statement."),
        .text("framework", "Title of its framework."), .text("side", "US or EU.", "EU"),
        .flag("direct", "Whether the subject file names it."),
        .text("via", "Through which claim it is reached, in words."),
        .text("state", "Whether anybody has reviewed that."),
        .text("missing", "What is still missing."),
      ])

  /// One piece of evidence as a record.
  func record(_ item: EvidenceItem) -> FieldRecord {
    let check = checks[item.id] ?? EvidenceCheck(.unpinned)
    let digest = check.digest ?? item.sha256?.lowercased() ?? ""
    let record: FieldRecord = [
      "id": .text(item.id), "title": .text(item.title), "kind": .text(words(item.kind)),
      "kindToken": .text(item.kind.rawValue), "path": .text(item.path), "digest": .text(digest),
      "digestShort": .text(String(digest.prefix(12))), "date": .given(item.date?.description),
      "owner": .given(item.owner), "language": .given(item.language.map { words.name(ofLanguage: $0) }),
      "state": .text(words(check.state)), "stateToken": .text(check.state.rawValue),
      "problem": .flag(check.isProblem), "note": .given(item.note),
    ]
    return record.with("supports", list: supports[item.id] ?? [])
  }

  /// Whether an item's file is there.
  func isThere(_ item: EvidenceItem) -> Bool { checks[item.id]?.state != .missing }
}
