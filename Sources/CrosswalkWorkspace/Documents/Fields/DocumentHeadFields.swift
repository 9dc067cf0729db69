import CrosswalkModel

/// What a document says about itself.
struct DocumentHeadFields {
  let manifest: TemplateManifest
  let words: Words
  let asOf: CalendarDate
  let isSimplified: Bool

  static let description = FieldDescription.record(
    "document", "The document itself; its title page is made of these.",
    [
      .text("kind", "Name of the template.", "joint-technical-documentation"),
      .text("title", "Title of the document.", "Joint technical documentation"),
      .text("subtitle", "The system with its version.", "Lantern Screening Support 2.3"),
      .text("language", "Language of the document.", "en"),
      .text("date", "The day that the document is about.", "2026-11-23"),
      .text("dateText", "The same day in words.", "23 November 2026"),
      .text("toolkit", "The program and its release.", "crosswalk 0.1.0"),
      .text("notice", "What a reader must know before everything else."),
      .flag("draft", "Whether the document rests on claims that nobody has reviewed."),
      .text("draftText", "On how many.", "0 of 359 claims reviewed"),
      .flag("simplified", "Whether this is the simplified form."),
      .text("basis", "Where the document comes from."),
      .text("disclaimer", "That nothing in the document is an approval."),
    ])

  /// The head as a record.
  ///
  /// - Parameter claims: How many claims of how many are reviewed; `nil` where the document rests on none.
  func record(
    system: SystemDescription?, notice: String?, claims: (reviewed: Int, all: Int)?
  ) -> FieldRecord {
    let drafts = claims.map { $0.all > $0.reviewed } ?? false
    return [
      "kind": .text(manifest.name), "title": .text(words.label(manifest.title)),
      "subtitle": .text(SystemFields.title(of: system)), "language": .text(words.language),
      "date": .text(asOf.description), "dateText": .text(words.date(asOf)),
      "toolkit": .text("crosswalk " + ToolkitVersion.text), "notice": .given(notice ?? system?.notice),
      "draft": .flag(drafts),
      "draftText": .given(
        claims.flatMap { drafts ? words(.claimsReviewed, String($0.reviewed), String($0.all)) : nil }),
      "simplified": .flag(isSimplified), "basis": .text(words.strings["document-basis"] ?? manifest.basis),
      "disclaimer": .text(words(.disclaimer)),
    ]
  }

  static let signOffDescriptions = FieldDescription.list(
    "signOff", "Those who are to sign.",
    [
      .text("party", "In which capacity they sign.", "Provider"),
      .text(
        "name", "Who that is, by the subject file; empty where it names nobody.",
        "Example Harbor Analytics, Inc."),
      .text("status", "Always that the signature is proposed.", "proposed"),
    ])

  /// The blocks for signatures, none of which is signed.
  ///
  /// - Parameter record: Every field that a block may take a name from.
  func signOff(_ record: FieldRecord) -> [FieldRecord] {
    (manifest.signOff ?? []).map { block in
      let names = block.name.map { record.texts(at: $0) } ?? []
      return [
        "party": .text(words.label(block.title)), "name": .text(names.joined(separator: ", ")),
        "status": .text(words(.proposed)),
      ]
    }
  }
}
